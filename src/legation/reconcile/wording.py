"""Words as the ledger compares them: one form for words that count the same thing, states by their code, fillers dropped."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from legation.codes.tables import table

TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONGEST_NAME = 3

STATE = "@"
"""Stands before a state's code among the words of a subject."""


@cache
def _rows(kind: str) -> dict[str, str]:
    return {r["name"]: r["words"] for r in table("ledger_words") if r["class"] == kind}


@cache
def _same() -> dict[str, str]:
    out: dict[str, str] = {}
    for name, words in _rows("same").items():
        for word in (name, *words.split()):
            out.setdefault(word, name)
    return out


@cache
def fillers(name: str) -> frozenset[str]:
    """Words that say nothing: of a subject (`word`), of a source (`origin`), of a person (`title`), of whose name it is (`name`)."""
    return frozenset(w for r in table("ledger_words") if r["class"] == "stop" and r["name"] == name for w in r["words"].split())


@cache
def _states() -> dict[str, str]:
    """Names, adjectives, peoples and capitals of states in lower case → code."""
    out: dict[str, str] = {}
    for row in table("states"):
        for column in ("name", "names", "adjectives", "peoples", "capitals"):
            for name in row[column].split(";"):
                if name.strip() and len(name.split()) <= LONGEST_NAME:
                    out.setdefault(name.strip().lower(), row["code"])
        for adjective in row["adjectives"].split(";"):
            if adjective.strip().endswith(("an", "i")):
                out.setdefault(adjective.strip().lower() + "s", row["code"])
    return out


@lru_cache(maxsize=50_000)
def canonical(word: str) -> str:
    """A lower-case word in the form that all its likes share: singular, and the first of its set of synonyms."""
    found = _same().get(word)
    if found:
        return found
    stem = word
    if word.endswith("ies") and len(word) > 4:
        stem = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        stem = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        stem = word[:-1]
    return _same().get(stem, stem)


@lru_cache(maxsize=20_000)
def content(text: str, without: str = "word") -> tuple[str, ...]:
    """The words of a text that say something, canonical, in order; a state's name is `@CODE`. `without` names the list of words to drop."""
    plain = text.replace("’s", " ").replace("'s", " ").replace("U.S.", "United States").replace("U.K.", "Britain")
    tokens = [t.lower() for t in TOKEN.findall(plain)]
    stop, first, out, k = fillers(without), _first_words(), [], 0
    while k < len(tokens):
        token = tokens[k]
        code, size = state_at(tokens, k) if token in first and token not in stop else (None, 1)
        if code:
            out.append(STATE + code)
        elif token not in stop and len(token) > 1:
            out.append(canonical(token))
        k += size
    return tuple(out)


def proper_names(sentence: str, near: str) -> frozenset[str]:
    """The proper names in a part of a sentence: capitalised words but for the sentence's first, states, days, and what many are called."""
    first = TOKEN.search(sentence)
    opening = first.group() if first else ""
    capital = {canonical(t.lower()) for t in TOKEN.findall(near) if t[0].isupper() and t != opening}
    return frozenset(w for w in content(near) if w in capital) - fillers("name")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _states())


def state_at(tokens: list[str], k: int) -> tuple[str | None, int]:
    """The state that the tokens from `k` on name, by its longest name, and how many tokens do so."""
    for size in range(min(LONGEST_NAME, len(tokens) - k), 0, -1):
        code = _states().get(" ".join(tokens[k : k + size]))
        if code:
            return code, size
    return None, 1


@cache
def pattern(kind: str, name: str = "word") -> re.Pattern[str]:
    """A pattern for the phrases of one row of the table."""
    phrases = sorted((p.strip() for p in _rows(kind)[name].split(";")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in phrases) + r")\b", re.IGNORECASE)


def limits(text: str) -> frozenset[str]:
    """What narrows who or what is counted, by the names of the table's rows."""
    some, each = _limits()
    return frozenset(name for name, p in each if p.search(text)) if some.search(text) else frozenset()


@cache
def _limits() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """One pattern for all limits, which seldom fits, and one for each."""
    each = tuple((name, pattern("limit", name)) for name in _rows("limit"))
    return re.compile("|".join(p.pattern for _, p in each), re.IGNORECASE), each


@cache
def limit_words(name: str) -> str:
    """What a limit is told by: the first phrase of its row."""
    return _rows("limit")[name].partition(";")[0].strip()


@cache
def occasion() -> re.Pattern[str]:
    """A pattern for what a toll may be of: one quake, one attack."""
    return re.compile("|".join(pattern("occasion", name).pattern for name in _rows("occasion")), re.IGNORECASE)


def occasions(text: str) -> frozenset[str]:
    """The occasions that a text names, by their canonical words."""
    return frozenset(canonical(word) for m in occasion().finditer(text) for word in m.group().lower().split())


@cache
def occasion_kinds() -> dict[str, str]:
    """The kind of occasion that a canonical word names."""
    named = {name: words for name, words in _rows("occasion").items() if name != "any"}
    return {canonical(word): name for name, words in named.items() for word in words.split(";") if " " not in word}


@cache
def state_name(code: str) -> str:
    """A state's name; any other code as it is."""
    return next((row["name"] for row in table("states") if row["code"] == code), code)


def is_state(code: str) -> bool:
    """Whether a code is a state's, which a sentence then names by one of its names."""
    return state_name(code) != code


@cache
def goods() -> dict[str, str]:
    """The kind of goods that a canonical word narrows a figure of trade to."""
    return {canonical(w): name for name, words in _rows("goods").items() for w in words.split()}
