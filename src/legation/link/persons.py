"""Persons who stand for a state: known leaders by surname, unknown officials by their title, each again later in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from legation.codes.fold import fold
from legation.codes.nouns import definite_nouns, noun_class
from legation.codes.people import SUFFIXES, Term, holds, surnames, surnames_of
from legation.link.edges import HONORIFICS, noun_of, titled
from legation.link.names import Setting
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

TITLES = frozenset({"professor", "prof.", "gen.", "col.", "lt.", "sgt.", "capt.", "rev.", "reverend", "judge", "justice", "sheikh", "imam"})
# How long after leaving office a bare surname still needs no introduction, in years; and how long before.
SLACK = 1


class Roll:
    """The persons an article has told so far, by each short form of their names."""

    def __init__(self) -> None:
        self._by_form: dict[str, tuple[int, Mention]] = {}

    def add(self, name: str, mention: Mention) -> None:
        """Enters a person under the forms that a full name leaves behind; the latest told wins."""
        for form in (*surnames_of(name, mention.id), name):
            self._by_form[fold(form)] = (mention.span[0], mention)

    def find(self, form: str) -> Mention | None:
        """The person told under this form."""
        told = self._by_form.get(form)
        return told[1] if told else None


def call_roll(doc: Doc, mentions: Sequence[Mention], here: Setting) -> list[Mention]:
    """Bare surnames of persons told in full somewhere in the article, or in office and well known, in text order."""
    roll = Roll()
    for mention in mentions:
        if mention.how == "person":
            roll.add(doc.text[mention.span[0] : mention.span[1]], mention)
    covered = {t.i for m in mentions for t in doc.within(m.span)}
    return list(_surnames(doc, roll, covered, here))


def _surnames(doc: Doc, roll: Roll, covered: set[int], here: Setting) -> Iterator[Mention]:
    tokens = doc.tokens
    k = 0
    while k < len(tokens):
        token = tokens[k]
        noun = noun_of(token)
        if (
            token.i in covered
            or token.lower in HONORIFICS
            or (noun is not None and noun.cls == "office")
            or _before_title(tokens, k)
            or not token.text[:1].isupper()
            or token.pos not in ("PROPN", "NOUN", "ADJ", "X")
        ):
            k += 1
            continue
        end, form = _form(doc, k, covered)
        title = max((n for n in range(k, end) if (office := noun_of(tokens[n])) is not None and office.cls == "office"), default=None)
        if title is not None:
            k = title + 1
            continue
        known = _known(doc, form, k, end, roll, here)
        if known is not None:
            span = (token.start, tokens[end].end)
            yield Mention(span, known.id, known.name, ActorKind.PERSON, "person", known.country, known.sector)
        k = end + 1


def _before_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital only begins a title: "Former President"."""
    after = noun_of(tokens[at + 1]) if at + 1 < len(tokens) else None
    return tokens[at].pos == "ADJ" and after is not None and after.cls == "office"


def _form(doc: Doc, at: int, covered: set[int]) -> tuple[int, str]:
    """The run of capitalised name words from a token on: last token and folded text."""
    tokens, end = doc.tokens, at
    while end + 1 < len(tokens) and tokens[end + 1].sent == tokens[at].sent and tokens[end + 1].i not in covered:
        after = tokens[end + 1]
        joined = after.text in ("-", "–") and tokens[end].end == after.start and end + 2 < len(tokens) and tokens[end + 2].start == after.end
        if not (joined or (after.text[:1].isupper() and after.pos == "PROPN") or (tokens[end].text in ("-", "–") and after.start == tokens[end].end)):
            break
        end += 1
    return end, fold(doc.text[tokens[at].start : tokens[end].end])


def _known(doc: Doc, form: str, at: int, end: int, roll: Roll, here: Setting) -> Mention | None:
    if form in SUFFIXES:
        return None
    title = titled(doc, doc.tokens[at])
    if (told := roll.find(form)) is not None and (title or not _other_word(doc, form, at, end)):
        return told
    day = here.day
    in_office = _in_office(form, day, title) or (_misspelt(form, day, here) if title else [])
    ids = {t.code for t in in_office}
    if len(ids) > 1:
        ids = {i for i in ids if here.of(i)}
    if len(ids) != 1 or (not title and (form.lower() in noun_class("wordy") or len(form) < SHORTEST or not _plain(doc, at, end))):
        return None
    own = [t for t in in_office if t.code in ids]
    term = own[0]
    if (
        not title
        and not here.of(term.code)
        and (
            not day
            or doc.tokens[end].ent != "PERSON"
            or form.lower() in noun_class("surnames")
            or "minister" in term.office.replace("prime minister", "")
        )
    ):
        return None
    name = term.name if len({t.name for t in own}) == 1 or day else form
    return Mention((0, 1), term.code, name, ActorKind.PERSON, "person", None, "GOV")


def _in_office(form: str, day: str, title: bool) -> list[Term]:
    """Who of this surname a paper of that day may mean: those in office or just out of it; with a title also those of other years.

    Without a day heads of state and government of any year: which of two it is may stay open, where their state is the same.
    """
    known = surnames().get(form, ())
    now = [t for t in known if day and _near(t.first, t.until, day)]
    heads = [t for t in known if "minister" not in t.office.replace("prime minister", "")]
    return now or [t for t in heads if not day or (title and t.first <= day)]


def _misspelt(form: str, day: str, here: Setting) -> list[Term]:
    """Who may be meant by a title and a full name of which only the surname is as the table has it: "President Ranasingha Premadasa"."""
    given, _, last = form.rpartition(" ")
    return [t for t in _in_office(last, day, True) if given and t.name[0] == given[0] and here.of(t.code)]


SHORTEST = 4


def _near(first: str, until: str, day: str) -> bool:
    year = int(day[:4])
    return holds(first, until, day) or bool(until and int(until[:4]) + SLACK >= year and first <= day)


def _other_word(doc: Doc, form: str, at: int, end: int) -> bool:
    """Whether a short form is more likely a month or a common word here."""
    after = doc.tokens[end + 1] if end + 1 < len(doc.tokens) else None
    before = doc.tokens[at - 1] if at else None
    if form == "May":
        return (after is not None and after.text[:1].isdigit()) or (
            before is not None and before.lower in ("in", "on", "of", "last", "this", "since", "until", "by", "early", "late", "mid")
        )
    return False


def _plain(doc: Doc, at: int, end: int) -> bool:
    """Whether the words stand alone and not in a longer capitalised name."""
    tokens = doc.tokens
    before = tokens[at - 1] if at and tokens[at - 1].sent == tokens[at].sent else None
    return not (before is not None and before.pos == "PROPN" and before.text[:1].isupper() and before.end + 1 >= tokens[at].start)


def by_apposition(doc: Doc, phrases: Sequence[Mention], covered: Collection[int]) -> Iterator[Mention]:
    """Unknown persons whom a phrase beside the name places: "Jan Novak, a Czech diplomat"; "Ana Lima, a lecturer at Brazil's ..."."""
    for phrase in phrases:
        head = doc.head_of(phrase.span)
        if head is None or phrase.kind is ActorKind.PERSON:
            continue
        noun = noun_of(head)
        official = noun is not None and noun.cls in ("office", "people")
        name = head.head if head.dep == "appos" else None
        if name is None and not official:
            name = next((t.head for t in head.ancestors() if t.dep == "appos" and t.sent == head.sent), None)
            official = False
        if name is None or name.pos != "PROPN" or name.i in covered or (name.ent != "PERSON" and not official and not _human(name)):
            continue
        first = name
        while first.i and doc.tokens[first.i - 1].head is name and _given(doc.tokens[first.i - 1]) and first.i - 1 not in covered:
            first = doc.tokens[first.i - 1]
        full = doc.text[first.start : name.end]
        if first is name and not (official and name.ent == "PERSON"):
            continue
        if official:
            yield Mention((first.start, name.end), phrase.id, full, ActorKind.PERSON, "person", phrase.country, phrase.sector)
        elif phrase.kind is ActorKind.STATE:
            yield Mention((first.start, name.end), full.lower(), full, ActorKind.PERSON, "person", phrase.id)


def _human(name: Token) -> bool:
    """Whether an apposition says that the name is a person's: "Ana Prado, a lecturer"."""
    return any(c.lemma in definite_nouns("private") for c in name.kids("appos"))


def _given(token: Token) -> bool:
    """Whether a word before a surname is a part of the name, and no title."""
    noun = noun_of(token)
    return token.pos == "PROPN" and token.lower not in TITLES and token.lower not in HONORIFICS and (noun is None or noun.cls != "office")
