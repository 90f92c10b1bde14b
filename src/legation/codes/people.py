"""Who held which office when: the table of leaders, with the spellings and surnames a paper may use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.codes.fold import fold
from legation.codes.tables import table

# Where the family name stands first.
FAMILY_FIRST = frozenset(("CHN", "PRK", "KOR", "TWN", "HKG"))
PARTICLES = frozenset(("de", "da", "dos", "del", "van", "von", "der", "den", "la", "le", "bin", "ben", "al", "el", "ul", "ter", "di", "du"))
SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "I", "II", "III", "IV", "V", "VI", "XII", "XIV", "XVI", "XXIII"))
# First words of names that cannot be cut: "Abu Mazen".
BYNAMES = frozenset(("Abu", "Umm", "U", "Mullah"))
ARTICLES = ("al-", "Al-", "el-", "El-", "as-", "ar-")
# How long before its first office a name may stand for the person, and how long after its last, in years.
BEFORE, AFTER = 15, 30
OFFICIAL = "official"
# How long an official may be in office whose end the table does not keep, in years.
CAREER = 25


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office: `first` and `until` are ISO days, months or years; `until` is empty where the term lasts."""

    code: str
    office: str
    name: str
    first: str
    until: str


def holds(first: str, until: str, day: str) -> bool:
    """Whether a term covers an ISO day; without an end it lasts."""
    return first <= day and (not until or day < until)


def plausible(first: str, until: str, day: str) -> bool:
    """Whether a paper of that day may well speak of somebody who held office then."""
    year = int(day[:4])
    return int(first[:4]) - BEFORE <= year <= int((until or "9999")[:4]) + AFTER


@cache
def terms() -> tuple[tuple[Term, tuple[str, ...]], ...]:
    """All terms with the names their holder goes by, in the order of the table."""
    out = []
    for row in table("leaders"):
        names = (row["name"], *(v.strip() for v in row["variants"].split(";") if v.strip()))
        until = row["until"] or (str(int(row["first"][:4]) + CAREER) if row["office"] == OFFICIAL else "")
        out.append((Term(row["code"], row["office"], row["name"], row["first"], until), names))
    return tuple(out)


def spellings(name: str) -> set[str]:
    """The ways a romanised name is hyphened and capitalised: Kim Jong-un, Kim Jong-Un, Kim Jong Un."""
    parts = name.split("-")
    if len(parts) == 1:
        return {name}
    upper = [parts[0], *(p[:1].upper() + p[1:] for p in parts[1:])]
    out = {name, "-".join(upper), " ".join(upper)}
    if any(p.rsplit(" ", 1)[-1] in ("al", "el") for p in parts[:-1]):
        out |= {name.replace("al-", "Al-").replace("el-", "El-"), name.replace("al-", "al ").replace("el-", "el ")}
    return out


@cache
def full_names() -> dict[str, tuple[Term, ...]]:
    """Terms by every folded spelling of the holder's full name."""
    out: dict[str, list[Term]] = {}
    for term, names in terms():
        for name in names:
            for spelling in spellings(name):
                found = out.setdefault(fold(spelling), [])
                if term not in found:
                    found.append(term)
    return {k: tuple(v) for k, v in out.items()}


def surnames_of(name: str, code: str | None) -> tuple[str, ...]:
    """The short forms a full name leaves behind: "von der Leyen", "Leyen"; "al-Assad", "Assad"; "Kim" in Korea."""
    words = [w for w in name.split() if w not in SUFFIXES]
    if len(words) < 2 or words[0] in BYNAMES:
        return () if words and words[0] in BYNAMES else tuple(words)
    if code in FAMILY_FIRST:
        return (words[0],)
    k = len(words) - 1
    forms = [words[k]]
    while k > 1 and words[k - 1].lower() in PARTICLES:
        k -= 1
        forms.append(" ".join(words[k:]))
    if words[-1].startswith(ARTICLES):
        forms.append(words[-1].split("-", 1)[1])
    if k > 1:
        forms.append(" ".join(words[k - 1 :]))
    return tuple(forms)


@cache
def surnames() -> dict[str, tuple[Term, ...]]:
    """Terms by folded surname, officials left out."""
    out: dict[str, list[Term]] = {}
    for term, names in terms():
        if term.office == OFFICIAL:
            continue
        for form in {fold(s) for n in names for s in surnames_of(n, term.code)}:
            out.setdefault(form, []).append(term)
    return {k: tuple(v) for k, v in out.items()}
