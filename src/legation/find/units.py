"""Units beside a number: currency signs before it, measured units and currency names after it, and the divisor of a rate."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.codes.numbers import number_words
from legation.codes.units import Currency, currencies, money_symbol, money_words, plural, symbol_pattern, unit_words
from legation.codes.wordsets import wordset
from legation.parse.doc import Doc

SKIPPED = wordset("skipped")
WORD = re.compile(r"[\s\-–‑\u00a0]*(?:<)?((?:[A-Za-z]\.){2,}|[^\s,;:!?()\"“”’'—–‑\-<>/]+(?:/[a-z]+)?)")
# "40 sq. miles": the point ends no sentence.
ABBREVIATED = frozenset(("sq", "cu"))
# Short symbols are units only as written here: "5 m" is a length, "5 M" is not.
SHORT = wordset("short")
# Currency nouns that are other words too: only a noun counts, and not one that goes on to another noun.
DOUBTFUL = wordset("doubtful")
# Parsers take the currency won for the verb; after a scale word it is money.
LARGE = re.compile(r"(?:million|billion|trillion|[bt]n)[\s-]+(?:[a-z]+\s)?\Z", re.I)
TIME_OR_THING = wordset("time_or_thing")
# "billions of dollars", "hundreds of miles"; a share has no unit after its `of`, so it does not come here.
OF_UNIT = re.compile(r"\s+of\s+(?:the\s+)?")
# What a price is for behind a stroke only: "$320/t", "$80/bbl".
SLASHED = {
    "t": "tonne",
    "mt": "tonne",
    "bbl": "barrel",
    "kg": "kilogram",
    "lb": "pound",
    "kwh": "kilowatt-hour",
    "mwh": "megawatt-hour",
    "mmbtu": "mmbtu",
    "oz": "ounce",
}
PER = re.compile(
    rf"(?:\s*/\s*(?P<slash>{'|'.join((*TIME_OR_THING, *SLASHED))})"
    r"|[\s-]+per[\s-]+(?!cent)(?P<per>(?:(?:cubic|square|metric|troy|thousand|million|\d[\d,]*)\s+){0,2}[a-z][a-z-]*)"
    rf"|[\s-]+an?[\s-]+(?P<a>{'|'.join(w for w in TIME_OR_THING if w not in ('second', 'quarter', 'thousand', 'hundred'))})"
    r"(?!\s+(?:ago|earlier|before|later|after|prior|from\s+(?:now|then|today|\w+day)|since|previously|old|long)\b)"
    rf"|\s+(?:each|every)\s+(?P<each>{'|'.join(TIME_OR_THING)})|[\s-]+(?P<adverb>annually|yearly|monthly|weekly|daily|hourly|apiece|p\.a\.)"
    rf"|\s+of\s+(?:(?:\w+\s+){{1,3}}(?:per|a)\s+|per-)(?P<of>year|month|week|day|hour|minute))(?![\w-])",
    re.I,
)
ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "apiece": "item",
    "p.a.": "year",
}
RATES = {
    "annum": "year",
    "capita": "person",
    "head": "person",
    "ton": "tonne",
    "metric ton": "tonne",
    "metric tonne": "tonne",
    "kilo": "kilogram",
    "kg": "kilogram",
}
RATES |= SLASHED
RATES |= {
    "liter": "litre",
    "km": "km",
    "kilometer": "km",
    "kilometre": "km",
    "cubic meter": "cubic metre",
    "people": "person",
    "inhabitant": "person",
    "citizen": "person",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit read beside a number: name, family, factor on the number, the end of its words and how it was written."""

    unit: str
    family: str
    end: int
    factor: float = 1.0
    tied: bool = False


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![A-Za-z.$])|(?<=[.\s(\\])(?=[$€£¥]))({symbol_pattern()})[\s\u00a0]?-?\Z")


def money_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency code whose sign stands right before a number, and where the sign begins."""
    m = _before().search(text, max(floor, start - 8), start)
    if m and m[1] == "R" and m.end() > m.end(1):
        return None  # "sector R 5"
    code = money_symbol(m[1]) if m else None
    if m and m[1] == "$":
        code = _own_dollar(text) or code
    return (code, m.start(1)) if m and code else None


OTHER_DOLLARS = re.compile(r"U\.?S\.?\$|U\.S\.|\bUS\b|\bUSD\b|United States|America|Washington|[A-Z]{1,2}\$")
OWN_DOLLARS = wordset("own_dollars")
# So often must a country be named in whose story a plain dollar sign is its own.
STORY = 2


@lru_cache(maxsize=8)
def _own_dollar(text: str) -> str | None:
    """The currency of a plain "$" in a story of a country with a dollar of its own that speaks of no other; None elsewhere."""
    if OTHER_DOLLARS.search(text):
        return None
    counts = spoken_in(text)
    told = [code for code in OWN_DOLLARS if counts.get(code, 0) >= STORY]
    return told[0] if len(told) == 1 else None


def unit_after(doc: Doc, end: int, tied: str, ceiling: int, vague: bool = False) -> Measure | None:
    """The unit whose words follow a number that ends at `end`; `tied` are the characters that hang on its digits.

    After a vague number the unit may follow an `of` ("billions of dollars").
    """
    text = doc.text
    if tied:
        return _tied_unit(text, end, tied, ceiling)
    at, skipped, limit = end, 0, min(ceiling, end + 60)
    of = OF_UNIT.match(text, end, limit) if vague else None
    while True:
        words = _words(text, at, limit)
        if not words:
            return None
        found = _named(doc, words)
        if found:
            return found
        if of:
            at, of = of.end(), None
            continue
        if words[0][0].lower() not in SKIPPED or skipped:
            return None
        at, skipped = words[0][1], skipped + 1


# What is a unit only right behind digits: "40C", "250p", "7in".
HUNG = {"C": "°c", "F": "°f", "p": "pence", "in": "inches"}


def _tied_unit(text: str, end: int, tied: str, ceiling: int) -> Measure | None:
    if tied in HUNG:
        unit, _ = unit_words([HUNG[tied]])
        return Measure(unit.name, unit.family, end + len(tied), tied=True) if unit else None
    if tied in ("%", "°") or tied in SHORT or (len(tied) > 2 and unit_words([tied.lower()])[0]):
        unit, _ = unit_words([tied.lower()])
        if tied == "°" and re.match(r"\s?[CF]\b", text[end + 1 : end + 4]):
            unit, _ = unit_words([f"°{text[end + 1 : end + 4].strip()[0].lower()}"])
        if unit:
            return Measure(unit.name, unit.family, end + len(tied), unit.factor, tied=True)
    code = money_symbol(tied)
    return Measure(code, "money", end + len(tied), tied=True) if code else None


def _words(text: str, at: int, limit: int) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    while len(out) < 5:
        m = WORD.match(text, at, limit)
        if not m:
            break
        word = m[1] if re.fullmatch(r"(?:[A-Za-z]\.){2,}", m[1]) else m[1].rstrip(".")
        if not word:
            break
        out.append((word, m.start(1) + len(word)))
        at = m.end(1)
        if text[at - 1] == "." and word != m[1] and word.lower() not in ABBREVIATED:
            break
    return out


def _named(doc: Doc, words: list[tuple[str, int]]) -> Measure | None:
    lower = [w.lower() for w, _ in words]
    if lower[0][0] in "%％":
        return Measure("percent", "share", words[0][1])
    unit, size = unit_words(lower)
    if unit and not (size == 1 and len(lower[0]) <= 2 and words[0][0] not in SHORT):
        return Measure(unit.name, unit.family, words[size - 1][1], unit.factor)
    if lower[0] in ("pound", "pounds") and _weighs(doc, words[0]):
        return Measure("pounds", "mass", words[0][1])
    money, size = money_words(lower)
    if money and _is_money(doc, words, size):
        return Measure(choose(doc, money, " ".join(lower[:size])), "money", words[size - 1][1])
    word = words[0][0]
    scale = number_words("tied").get(word[0]) if len(word) == 4 and word.isupper() else None
    if scale and (scaled := money_symbol(word[1:])):
        return Measure(scaled, "money", words[0][1], scale)  # "30 MUSD"
    code = money_symbol(word)
    if code and len(words) > 1 and (factor := number_words("scale").get(lower[1], 0.0)) >= 1e6:
        return Measure(code, "money", words[1][1], factor)  # "75 USD million"
    return Measure(code, "money", words[0][1]) if code and (len(word) > 2 or not (word.isalpha() and word.isascii())) else None


# What says that pounds are a weight: a verb or noun of weight before, kilograms or what is weighed after.
WEIGHING = re.compile(r"\b(?:weigh\w*|weight|lift\w*|heavy|lose|lost|shed|gain(?:ed)?|payload|recoil|thrust|pressure)\b[^.;]{0,40}\Z", re.I)
WEIGHED = re.compile(
    r"(?:\s+(?:\(\s*(?:about|around|roughly|nearly|some)?\s*)?(?:or\s+)?\(?[\d.,]+[\s-]?(?:kg|kilo|tonne|ton)"
    rf"|[\s-]+(?:of\s+)?(?:[a-z]+[\s-]){{0,2}}?(?:{'|'.join(sorted(wordset('weighed')))})s?\b)",
    re.I,
)


def _weighs(doc: Doc, word: tuple[str, int]) -> bool:
    """Whether "pounds" is a weight and no money: "82 pounds (37 kg)", "a 500-pound bomb", "weighs 140 pounds"."""
    end = word[1]
    return bool(WEIGHED.match(doc.text, end, end + 60) or WEIGHING.search(doc.text, max(0, end - 70), end - len(word[0])))


def _is_money(doc: Doc, words: list[tuple[str, int]], size: int) -> bool:
    last, end = words[size - 1]
    if last.lower() not in DOUBTFUL or size > 1:
        return True
    if last.lower() in ("mark", "crown"):
        return False  # "above the 5,000 mark": of the money there are marks
    if last.lower() == "won" and LARGE.search(doc.text, max(0, end - 24), end - 3):
        return True
    token = doc.at(end - 1)
    following = doc.tokens[token.i + 1] if token and token.i + 1 < len(doc.tokens) else None
    return bool(
        token
        and token.pos in ("NOUN", "PROPN")
        and not (following and following.pos in ("NOUN", "PROPN") and following.sent == token.sent and last == "real")
    )


def choose(doc: Doc, money: tuple[Currency, ...], said: str) -> str:
    """Which of several currencies a bare noun means: the one the noun names, else the story's own, else the default."""
    if len(money) == 1 or " " in said:
        return money[0].code
    counts = spoken_in(doc.text)
    if said.startswith("dollar"):
        money = tuple(c for c in money if c.default or c.code in OWN_DOLLARS)
    best = max(money, key=lambda c: (counts.get(c.code, 0) if said != "dollars" or counts.get(c.code, 0) >= STORY else 0, c.default))
    if best.code != money[0].code and money[0].default and counts.get(money[0].code, 0) * 3 > counts.get(best.code, 0):
        return money[0].code
    return best.code


@lru_cache(maxsize=8)
def spoken_in(text: str) -> Counter[str]:
    """How often a text names the country of each currency; kept for the text at hand, which asks for every bare "dollar"."""
    low = text.lower()
    owners = {w: c.code for c in currencies() for w in c.whose if len(w) > 3}
    found = Counter(owners[m.group()] for m in _owner_pattern().finditer(low))
    found["USD"] += sum(low.count(w) for w in ("u.s.", "washington", "united states"))
    return found


@cache
def _owner_pattern() -> re.Pattern[str]:
    words = sorted({w for c in currencies() for w in c.whose if len(w) > 3}, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """The divisor of a rate that follows ("a day", "per tonne", "annually") and where its words end."""
    m = PER.match(text, end)
    if not m:
        return None
    if m["adverb"]:
        return ADVERBS[m["adverb"].lower()], m.end()
    word = next(m[g] for g in ("slash", "per", "a", "each", "of") if m[g]).lower()
    word = re.sub(r"^\d[\d,]*\s+", "", word)
    word = RATES.get(word, word)
    return RATES.get(singular(word), singular(word)), m.end()


# "700,000 tonnes of rice to Iran every year", "66 tons of beef to Qatar on a daily basis"
LATER = re.compile(
    r"(?P<gap>[^;.()\d]{1,70}?)\b(?:(?:every|each)\s+(?P<each>year|month|week|day)|(?P<adverb>annually|yearly|monthly|weekly|daily)(?=[\s]*(?:[,.;]|and\b|$))"
    r"|on\s+an?\s+(?P<basis>annual|yearly|monthly|weekly|daily)\s+basis)(?!\s+\w+ed\b)",
    re.I,
)
PER_HEAD = re.compile(r"\b(?:per[\s-]capita|per[\s-]head|per[\s-]person)\b[^\d;.]{0,40}\Z", re.I)
BASES = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}


def rate_later(text: str, end: int) -> tuple[str, int] | None:
    """The divisor of a rate that stands later in the clause, and where the words begin that say it; the caller looks at what stands between."""
    m = LATER.match(text, end)
    if not m:
        return None
    word = m["each"] or BASES.get((m["basis"] or "").lower()) or ADVERBS[m["adverb"].lower()]
    return word.lower(), m.end("gap")


def singular(noun: str) -> str:
    """The singular of a plural noun in lower case."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and plural(noun[:-1]) == noun and not noun.endswith("ss") else noun
