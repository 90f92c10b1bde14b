"""Rankings: who is told to be the first, which of two is told to be more, and what rose or fell from one year to the next.

`Laos's largest trading partner is Thailand`, `Laos sells more to Thailand than to Vietnam`, `trade of Laos and Thailand fell in 2016`: each
says that one stands over others in one frame (the trade of Laos; that of Laos with Thailand), and by that they can be held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.reconcile.marked import ENDS, POSSESSIVE, is_state, marked, names_of, words_of
from legation.reconcile.wording import STATE, canonical, fillers

EVERYONE = "*"
"""What a superlative puts its holder over."""

AFAR = 8
"""Words at most between a course (`rose`) and what took it, or between a noun and the states beside it."""

LONGEST = 4
"""Words of the noun behind a superlative: `largest foreign arms supplier`."""

NOT_ALONE = 6
"""Words before a superlative among which `one of` or `second` makes it no first."""

PRONOUNS = frozenset(("its", "their", "his", "her", "our"))


@dataclass(frozen=True, slots=True)
class Order:
    """One over another in a frame. `frame` is what the frame's owner has with others (`exports to`).

    `owner` is a state, `with_` the other one where years are compared; `goods` narrow it. `over` and `under` are states or years, or EVERYONE.
    `top` is what a superlative is one in (`largest`), empty for a comparison.
    """

    frame: str
    owner: str
    over: str
    under: str
    with_: str = ""
    goods: tuple[str, ...] = ()
    top: str = ""


def orders(sentence: str, year: int | None) -> Iterator[Order]:
    """The orders that a sentence tells; `year` is that of its article."""
    words = marked(sentence)
    for k, word in enumerate(words):
        if word in names_of("top"):
            yield from _first(words, k)
        elif word == "than":
            yield from _compared(words, k)
        elif word in words_of("rise") or word in words_of("fall"):
            yield from _course(words, k, year)


# ---- superlatives ----


def _first(words: Sequence[str], k: int) -> Iterator[Order]:
    """The order of a superlative at place `k`: its noun, whose it is, and who holds it."""
    top = names_of("top")[words[k]]
    begin = next((n for n in range(k - 1, -1, -1) if words[n] in ENDS), -1) + 1
    before = words[max(begin, k - NOT_ALONE) : k]
    if words_of("order").intersection(before) or {"a", "an"}.intersection(before[-2:]) or (words[k] == "important" and "most" not in before):
        return
    end = next((n for n in range(k + 1, len(words)) if not _in_noun(words[n]) or n > k + LONGEST), len(words))
    noun = words[k + 1 : end]
    frame = names_of("frame").get(noun[-1]) if noun else None
    if frame is None or canonical(noun[-1]) != noun[-1] or noun[-1].endswith("ing"):
        return
    behind, owner, end = _of_whom(words, end)
    owner = _genitive(words, k) or owner
    within = _within(words, end)
    holder = owner and (_subject(words[begin:k], owner) or _beside(words, end, owner))
    goods = _said((*noun[:-1], *behind, *within)) if within is not None else ()
    if owner and holder and within is not None and (goods or frame != "source of"):
        yield Order(frame, owner, holder, EVERYONE, goods=goods, top=top)


def _in_noun(word: str) -> bool:
    return word.isalpha() and word not in words_of("link") and word not in words_of("to") and word not in fillers("word") | {"of"}


def _genitive(words: Sequence[str], k: int) -> str:
    """The state whose possessive stands right before the superlative, adverbs between: `Laos's by far largest`."""
    for n in range(k - 1, max(0, k - 4), -1):
        if words[n] in POSSESSIVE:
            return words[n - 1] if is_state(words[n - 1]) else ""
    return ""


def _of_whom(words: Sequence[str], at: int) -> tuple[list[str], str, int]:
    """What follows a noun, `of oil to @PRK`, `of @NOR gas`: its words, the state among them, and where that ends; nothing where no state does."""
    found: list[str] = []
    for n in range(at, min(len(words), at + AFAR)):
        word = words[n]
        if is_state(word):
            end = next((m for m in range(n + 1, len(words)) if not _in_noun(words[m])), len(words))
            return [*found, *words[n + 1 : end]], word, end
        if word not in words_of("to") and not _in_noun(word) and word != "the":
            return (found, "", n) if found[:1] == ["of"] else ([], "", at)
        found.append(word)
    return [], "", at


def _within(words: Sequence[str], at: int) -> tuple[str, ...] | None:
    """Within what one is the first, `in Asia`, `among members`; None where others come before it (`after China`)."""
    if words[at : at + 1] and words[at] in ("after", "behind", "except", "besides"):
        return None
    if not words[at : at + 1] or words[at] not in ("in", "among", "within", "outside", "on"):
        return ()
    end = next((n for n in range(at + 1, len(words)) if not _in_noun(words[n]) and words[n] != "the"), len(words))
    return tuple(words[at + 1 : end])


def _subject(before: Sequence[str], owner: str) -> str:
    """Who is said to be it, before the superlative: the state before the verb, or before a comma (`Thailand, Laos's largest partner`)."""
    apart = [n for n, w in enumerate(before) if is_state(w) and w != owner and not POSSESSIVE.intersection(before[n + 1 : n + 2])]
    states = [n for n in apart if before[max(0, n - 1)] != "not"]
    if not states:
        return ""
    passed = next((n for n, w in enumerate(before) if w in words_of("passed")), None)
    if passed is not None and before[max(0, passed - 1)] == "to":
        return ""
    at = next((n for n in states if passed is not None and n < passed), states[-1])
    between = before[at + 1 :]
    return before[at] if words_of("link").intersection(between) or "," in between[:1] else ""


def _beside(words: Sequence[str], end: int, owner: str) -> str:
    """Who is said to be it, behind the noun: `Laos's largest partner, Thailand`, `the largest partner of Laos is Thailand`."""
    rest = [w for w in words[end : end + AFAR] if w not in POSSESSIVE]
    for n, word in enumerate(rest):
        if word in ENDS:
            break
        if is_state(word) and word != owner:
            linked = rest[n - 1 : n] and (rest[n - 1] == "," or rest[n - 1] in words_of("link"))
            return word if linked else ""
    return ""


# ---- comparisons ----


def _compared(words: Sequence[str], k: int) -> Iterator[Order]:
    """`more to A than to B`, `less in 2016 than in 2015`: the order of what stands before and behind `than`."""
    begin = next((n for n in range(k - 1, -1, -1) if words[n] in ENDS), -1) + 1
    before, behind = words[begin:k], words[k + 1 : k + 5]
    degree = next((w for w in reversed(before) if w in words_of("more") or w in words_of("less")), None)
    frame = next((names_of("frame")[w] for w in before if w in names_of("frame")), None)
    states = [w for w in before if is_state(w)]
    years = [w for w in before if w.isdigit()]
    other = next((w for w in behind if is_state(w) or w.isdigit()), "")
    if not (degree and frame and states and other):
        return
    if other.isdigit() and years and years[-1] != other:
        found = Order(frame, states[0], years[-1], other, with_=next((s for s in states[1:] if s != states[0]), ""))
    elif is_state(other) and len({states[0], states[-1], other}) == 3 and _led_by(before, _last(before, states[-1])) in words_of("to"):
        found = Order(frame, states[0], states[-1], other)
    else:
        return
    yield settled(found if degree in words_of("more") else turned(found))


def _last(words: Sequence[str], word: str) -> int:
    return max(n for n, w in enumerate(words) if w == word)


def turned(order: Order) -> Order:
    """The same with its sides the other way round."""
    return replace(order, over=order.under, under=order.over)


def settled(order: Order) -> Order:
    """An order of years in the one form that either side's telling has: what one buys the other sells, and trade is of both."""
    if not order.with_ or not order.over.isdigit():
        return order
    if order.frame == "imports from":
        return replace(order, frame="exports to", owner=order.with_, with_=order.owner)
    owner, with_ = sorted((order.owner, order.with_)) if order.frame == "trade with" else (order.owner, order.with_)
    return replace(order, owner=owner, with_=with_)


# ---- what rose and what fell ----


def _course(words: Sequence[str], k: int, year: int | None) -> Iterator[Order]:
    """`exports to Thailand fell in 2016`: that year under the one before."""
    begin = next((n for n in range(k - 1, -1, -1) if words[n] in ENDS), -1) + 1
    before = words[begin:k]
    at = next((n for n in range(len(before) - 1, max(-1, len(before) - AFAR), -1) if before[n] in names_of("frame")), None)
    when = _year(words, k, year)
    if at is None or when is None:
        return
    states = list(dict.fromkeys(w for w in before if is_state(w)))
    alone = len(states) == 1 and _led_by(before, before.index(states[0])) in words_of("to") - {"of"}
    if 1 <= len(states) <= 2 and not alone and not _said(before[max(0, at - 2) : at]):
        found = Order(names_of("frame")[before[at]], states[0], str(when), str(when - 1), with_="".join(states[1:]))
        yield settled(found if words[k] in words_of("rise") else turned(found))


def _led_by(words: Sequence[str], at: int) -> str:
    """The word before a place, an article apart."""
    return next((w for w in reversed(words[:at]) if w != "the"), "")


def _year(words: Sequence[str], k: int, told: int | None) -> int | None:
    """The year of a course: the one it names (`in 2016`, and no other beside it), or the last or this one as seen from its article."""
    clause = words[max(0, k - 2 * AFAR) : k + 2 * AFAR]
    named = [w for w in clause if w.isdigit()]
    if named:
        return int(named[0]) if len(set(named)) == 1 and clause[clause.index(named[0]) - 1] in ("in", "during", "throughout") else None
    text = " ".join(clause)
    if told and "last year" in text:
        return told - 1
    return told if told and "this year" in text else None


def _said(words: Sequence[str]) -> tuple[str, ...]:
    """What narrows a frame, without fillers and without what says of it that it is one: `trading` partner, `single` largest."""
    plain = {canonical(w) for w in words if w.isalpha() and len(w) > 2 and not is_state(w) and w not in fillers("word")}
    return tuple(
        sorted(plain - words_of("to") - {canonical(w) for w in names_of("frame")} - PRONOUNS - {"foreign", "single", "far", "total", "overall"})
    )


def code(word: str) -> str:
    """A state's code without its mark; years and EVERYONE as they are."""
    return word.removeprefix(STATE)
