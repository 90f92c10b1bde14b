"""Junk: what stands in a text and is not the article. It is marked, never cut."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.codes.junk import JunkRules, junk_rules
from legation.intake.units import Unit, units
from legation.words.article import Junk
from legation.words.evidence import trim

# Longer units are prose whatever words they hold; a legal notice or tagline may be longer than an item of a menu.
LONGEST_ITEM, LONGEST_NOTICE = 300, 600
# What can belong to a run of page furniture, where a short line between two of them belongs to it too.
FURNITURE = frozenset({"menu", "share", "offer", "newsletter", "consent", "sponsored", "template", "related story", "references"})
# A longer stretch of short lines between two pieces of furniture may be a list of the article.
LONGEST_GAP = 6
# Fewer short lines than this are headings or a list of the article; few sections of a site have a longer name.
SHORTEST_MENU, LONGEST_NAME = 6, 3
BULLET = re.compile(r"^[•*·▪◦‣●►▶➤»>–—|-]+\s*")
CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
ICON = re.compile(r"[a-z.:](?:Icon|Artboard|Chevron|Sketch|Logo|Svg|Arrow|Button)|(?:Icon|Artboard|Chevron|Svg)[A-Z]")
BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,5}(?:is|was|has been|covers|writes|reports|teaches|served as) (?:an? |the |our |VOA|Reuters|AP)?(?:[\w’'-]+,? ){0,7}?"
    r"(?:columnist|correspondent|reporter|journalist|writer|contributor|editor|fellow|professor|lecturer|researcher|analyst|author|commentator|scholar|freelancer)s?\b"
    r"[\w ,&-]{0,40}\b(?:at|for|with|based|covering|who covers|who writes|and (?:the )?author|specializ|specialis|of the (?:book|forthcoming))"
)


@dataclass(slots=True)
class _Marks:
    """Units with the reason why each is junk (None: it is not) while the rules go over them."""

    units: list[Unit]
    reasons: list[str | None]
    rules: JunkRules

    def weak(self, n: int) -> bool:
        """Whether unit `n` is short and unjudged, so that its neighbours decide."""
        return self.reasons[n] is None and not self.units[n].prose

    def last_prose(self) -> int:
        """Number of the last unit that is the article's own prose; -1 where there is none."""
        return next((n for n in range(len(self.units) - 1, -1, -1) if self.reasons[n] is None and self.units[n].prose), -1)


def mark_junk(text: str) -> tuple[Junk, ...]:
    """All junk of a text: spans in order, disjoint, not empty, without blanks at their ends; each with its reason."""
    found = units(text)
    rules = junk_rules()
    marks = _Marks(found, [_judge(unit, rules) for unit in found], rules)
    if found and marks.reasons[0] == "related story":
        # "Explainer: ..." is a link anywhere but at the very top, where it is the headline.
        marks.reasons[0] = None
    for rule in (_navigation, _repeated, _bios, _tail, _headed, _runs):
        rule(marks)
    return _joined(text, marks, _parts(text, marks))


def _judge(unit: Unit, rules: JunkRules) -> str | None:
    """The reason why a unit is junk by its own words alone."""
    words = BULLET.sub("", unit.words) or unit.words
    if len(words) > LONGEST_NOTICE:
        return None
    if reason := rules.reason("opens", words):
        return reason
    if len(words) > LONGEST_ITEM:
        return None
    reason = rules.reason("line", words) or (rules.reason("line", unit.words) if words != unit.words else None)
    return reason or rules.reason("says", words) or _holds(unit, words, rules) or _menu(unit.words, rules)


def _holds(unit: Unit, words: str, rules: JunkRules) -> str | None:
    """One phrase of furniture makes a short line junk; a sentence may hold one by chance, not two."""
    found = [reason for reason, pattern in rules.patterns["holds"] for _ in pattern.finditer(words)]
    return found[0] if len(found) > unit.prose else None


def _menu(words: str, rules: JunkRules) -> str | None:
    """A line made of the names of icons, sections and buttons, often run together without blanks."""
    names = [w.lower() for w in CAMEL.findall(words)]
    glued = len(ICON.findall(words))
    if len(names) < (3 if glued else 6):
        return None
    known = sum(name in rules.furniture for name in names)
    return "menu" if known >= (0.6 if glued else 0.8) * len(names) else None


def _navigation(marks: _Marks) -> None:
    """A site's sections, an item a line: a run of items of which at least a third are nothing but words of menus."""
    items = [_item(unit.words) for unit in marks.units]
    start = 0
    for n in range(len(items) + 1):
        if n < len(items) and items[n]:
            continue
        known = sum(all(w in marks.rules.furniture for w in items[k]) for k in range(start, n))
        if n - start >= SHORTEST_MENU and known * 3 >= n - start:
            marks.reasons[start:n] = [reason or "menu" for reason in marks.reasons[start:n]]
        start = n + 1


def _item(words: str) -> list[str]:
    """The words of what may be an item of a menu, in lower case; none where it is long, a sentence or holds a figure."""
    names = BULLET.sub("", words).lower().replace("&", " ").replace("-", " ").replace("'", "").replace("’", "").split()
    return names if len(names) <= LONGEST_NAME and all(name.isalpha() for name in names) else []


def _repeated(marks: _Marks) -> None:
    """A headline, caption or teaser that stands there again: the first is kept. Short words and questions may recur in an interview or speech."""
    seen: dict[str, int] = {}
    for n, unit in enumerate(marks.units):
        if marks.reasons[n] or not 25 <= len(unit.words) <= LONGEST_NOTICE or unit.words.count(" ") < 3 or unit.words.endswith((",", "?", ":")):
            continue
        if seen.setdefault(unit.words, n) != n:
            marks.reasons[n] = "repeated"


def _bios(marks: _Marks) -> None:
    """The last words of an article about its author."""
    last = marks.last_prose()
    for n in range(max(1, last - 2), len(marks.units)):
        if marks.reasons[n] is None and len(marks.units[n].words) <= LONGEST_NOTICE and BIO.match(marks.units[n].words.lstrip("*_ ")):
            marks.reasons[n] = "author bio"


def _tail(marks: _Marks) -> None:
    """References and the like: from their heading to the end, if hardly any prose follows."""
    total = len(marks.units)
    for n in range(total // 2, total):
        if n and len(marks.units[n].words) < 40 and marks.rules.reason("tail", marks.units[n].words.strip("= ")):
            after = range(n + 1, total)
            if sum(marks.units[k].prose and marks.reasons[k] is None for k in after) * 5 <= len(after):
                for k in range(n, total):
                    marks.reasons[k] = marks.reasons[k] or "references"
                return


def _headed(marks: _Marks) -> None:
    """The links under a heading such as "Related stories"; the last short line before prose, if it stands alone, is the article's subheading."""
    last = marks.last_prose()
    for n, unit in enumerate(marks.units):
        if len(unit.words) > 60 or not marks.rules.reason("heads", BULLET.sub("", unit.words)):
            continue
        marks.reasons[n] = marks.reasons[n] or "related story"
        end = n + 1
        while end < len(marks.units) and marks.weak(end) and end - n <= 12:
            end += 1
        if n < last and end - n > 2 and end < len(marks.units) and marks.units[end - 1].block != marks.units[end - 2].block:
            end -= 1
        for k in range(n + 1, end):
            marks.reasons[k] = "related story"


def _runs(marks: _Marks) -> None:
    """Short lines in a run of furniture belong to it: between two pieces after the first prose, in one block with a menu, or at the end."""
    first = next((n for n, u in enumerate(marks.units) if u.prose and marks.reasons[n] is None), len(marks.units))
    last = marks.last_prose()
    before: int | None = None
    for n in range(len(marks.units)):
        reason = marks.reasons[n]
        if reason not in FURNITURE:
            if not marks.weak(n):
                before = None
            continue
        if before is not None and n > first and 1 < n - before <= LONGEST_GAP:
            for k in range(before + 1, n):
                marks.reasons[k] = marks.reasons[before]
        before = n
        follows = n + 1
        if follows < len(marks.units) and marks.weak(follows):
            same_block = reason == "menu" and marks.units[follows].block == marks.units[n].block and len(marks.units[follows].words) <= 40
            if same_block or (n > last >= 0):
                marks.reasons[follows] = reason


def _parts(text: str, marks: _Marks) -> list[Junk]:
    """Junk that is a part of a unit: a credit at its end, markup inside."""
    out: list[Junk] = []
    for unit, reason in zip(marks.units, marks.reasons, strict=True):
        if reason:
            continue
        start, end = unit.span
        tail = max(start, end - LONGEST_ITEM)
        for why, pattern in marks.rules.patterns["ends"]:
            if m := pattern.search(text, tail, end):
                left = text[start : m.start()].strip()
                alone = left.count(" ") < 8 and left[-1:] not in (".", "!", "?", "”", '"')
                out.append(Junk((start if alone else m.start(), end), why))
        for why, pattern in marks.rules.patterns["inside"]:
            out.extend(Junk(m.span(), why) for m in pattern.finditer(text, start, end))
    return out


def _joined(text: str, marks: _Marks, parts: list[Junk]) -> tuple[Junk, ...]:
    """One list: sorted, trimmed, and runs with nothing but blanks between them joined under their first reason."""
    whole = [Junk(unit.span, reason) for unit, reason in zip(marks.units, marks.reasons, strict=True) if reason]
    out: list[Junk] = []
    for junk in sorted(whole + parts, key=lambda j: j.span):
        span = trim(text, junk.span)
        if span is None:
            continue
        if out and (span[0] <= out[-1].span[1] or text[out[-1].span[1] : span[0]].isspace()):
            out[-1] = Junk((out[-1].span[0], max(out[-1].span[1], span[1])), out[-1].reason)
        else:
            out.append(Junk(span, junk.reason))
    return tuple(out)
