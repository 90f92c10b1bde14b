"""Units: measured units, currencies and nouns for persons, found by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.codes.wordsets import wordset

LONGEST_UNIT = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as GUIDE writes it, its family (mass, length, money, time...) and what a number before it is multiplied by."""

    name: str
    family: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Currency:
    """One row of the currency table: `whose` are the words that make an ambiguous noun ("dollar") this one."""

    code: str
    names: tuple[str, ...]
    whose: tuple[str, ...]
    country: str | None
    symbols: tuple[str, ...]
    default: bool


def cells(text: str) -> tuple[str, ...]:
    """The entries of a table's cell, divided by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


@cache
def currencies() -> tuple[Currency, ...]:
    """All currencies, those that own the bare noun first."""
    rows = [
        Currency(r["code"], cells(r["names"]), cells(r["whose"]), r["country"] or None, cells(r["symbols"]), bool(r["default"]))
        for r in table("currencies")
    ]
    return tuple(sorted(rows, key=lambda c: not c.default))


@cache
def measured() -> dict[str, Unit]:
    """Units by each of their forms, in lower case."""
    out: dict[str, Unit] = {}
    for row in table("units"):
        for form in cells(row["forms"]):
            name, _, factor = form.partition("*")
            out.setdefault(name.lower(), Unit(row["unit"], row["family"], float(factor or 1)))
    return out


def plural(noun: str) -> str:
    """The English plural of a noun in lower case; the noun itself where it is plural already."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("ss", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("s") or noun in _SAME:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "half": "halves",
}
_SAME = wordset("own_plural")


@cache
def _money_names() -> dict[str, tuple[Currency, ...]]:
    """The currencies that a noun may mean, the default first."""
    out: dict[str, tuple[Currency, ...]] = {}
    for currency in currencies():
        for name in currency.names:
            for form in {name, plural(name)}:
                out[form] = (*out.get(form, ()), currency)
    return out


@cache
def _money_symbols() -> dict[str, Currency]:
    return {s.lower(): c for c in reversed(currencies()) for s in (*c.symbols, c.code)}


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Currency codes by the word that says whose money it is."""
    out: dict[str, frozenset[str]] = {}
    for currency in currencies():
        for word in currency.whose:
            out[word] = out.get(word, frozenset()) | {currency.code}
    return out


SYMBOL_CASE = wordset("capital_signs")


LOWER_CODES = wordset("small_codes")


def money_symbol(text: str) -> str | None:
    """The currency code of a symbol or code beside a number ("US$", "Rs", "EUR"); None where it is none.

    A code of letters counts only as the press writes it: `ALL` is the lek, `all` is not.
    """
    found = _money_symbols().get(text.lower().replace(" ", "")) or _money_symbols().get(text.lower().strip("$ "))
    if found is None or (text.isalpha() and text.isascii() and text.islower() and text not in LOWER_CODES):
        return None
    if text.isalpha() and text.lower() in SYMBOL_CASE and not text[0].isupper():
        return None
    return found.code


# Currency codes that are words of capital-letter headlines too.
ENGLISH_WORDS = wordset("word_codes")


# Signs that the press writes in small or mixed letters too.
MIXED_CASE = wordset("mixed_signs")


@cache
def symbol_pattern() -> str:
    """A pattern for every currency symbol or code that may stand right before a number, longest first."""
    forms = {s for c in currencies() for s in (*c.symbols, c.code)}
    shown = {f.upper() for f in forms} | {g for f in forms if not f.isascii() for g in (f, f.capitalize())} | MIXED_CASE
    shown -= ENGLISH_WORDS
    shown |= {form for c in currencies() for form in (f"{c.code}$", f"${c.code}")}
    spaced = {f.replace("$", " $") for f in shown if f.endswith("$") and len(f) > 1 and f != "A$"} | {"c $", "hk $", "us $", "nz $", "nt $"}
    return "|".join(re.escape(f) for f in sorted(shown | spaced | (LOWER_CODES - {"fr", "kr", "zl", "euro"}), key=lambda f: (-len(f), f)))


def money_words(words: Sequence[str]) -> tuple[tuple[Currency, ...], int]:
    """The currencies that the first words (lower case) may name and how many words do so; ((), 0) where none does.

    "Norwegian crowns" is one currency, "crowns" several, the default first.
    """
    owned: frozenset[str] = frozenset()
    taken = 0
    for size in (3, 2, 1):
        found = _owners().get(" ".join(words[:size])) if len(words) > size else None
        if found:
            owned, taken = found, size
            break
    for size in (2, 1):
        named = _money_names().get(" ".join(words[taken : taken + size]), ()) if taken + size <= len(words) else ()
        if owned:
            named = tuple(c for c in named if c.code in owned)
        if named:
            return named, taken + size
    return ((), 0) if taken == 0 else _bare_money(words)


def _bare_money(words: Sequence[str]) -> tuple[tuple[Currency, ...], int]:
    for size in (2, 1):
        named = _money_names().get(" ".join(words[:size]), ()) if size <= len(words) else ()
        if named:
            return named, size
    return (), 0


def unit_words(words: Sequence[str]) -> tuple[Unit | None, int]:
    """The measured unit that the first words (lower case) name and how many words do so; (None, 0) where none does."""
    known = measured()
    for size in range(min(LONGEST_UNIT, len(words)), 0, -1):
        unit = known.get(" ".join(words[:size]))
        if unit:
            return unit, size
    return None, 0


@cache
def peoples() -> frozenset[str]:
    """Plural names of peoples as the table of states has or forms them ("Afghans", "Iraqis", "Britons"), in lower case."""
    out: set[str] = set()
    for row in table("states"):
        out.update(p.lower() for p in cells(row["peoples"]))
        out.update(a.lower().rpartition(" ")[2] + "s" for a in cells(row["adjectives"]) if a.endswith(("n", "i", "k", "t", "b", "r")))
    return frozenset(out | {p.rpartition(" ")[2] for p in out})


@cache
def persons() -> frozenset[str]:
    """Nouns that denote persons, singular and plural, in lower case."""
    nouns = [row["noun"] for row in table("persons")]
    return frozenset(nouns) | frozenset(plural(n) for n in nouns)


PERSON_ENDINGS = (
    "ists",
    "ians",
    "men",
    "women",
    "crats",
    "people",
    "seekers",
    "workers",
    "holders",
    "goers",
    "makers",
    "leaders",
    "ists",
    "speakers",
    "survivors",
)


NO_PERSONS = wordset("no_persons")


def is_person(noun: str) -> bool:
    """Whether a noun (any case, singular or plural) denotes persons."""
    low = noun.lower()
    if low in persons() or low in peoples():
        return True
    # The endings are those of plurals; "specimen" and "regimen" only sound like men.
    if low.removesuffix("s") in NO_PERSONS:
        return False
    return (
        low.endswith(PERSON_ENDINGS)
        or (len(low) > 6 and low.endswith(("ist", "seeker", "worker", "holder", "maker", "keeper", "goer")))
        or (noun[:1].isupper() and noun.endswith(("ese", "ians", "anis", "ites")))
    )
