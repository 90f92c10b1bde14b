"""Entities: persons, companies, ships, resolutions, treaties, weapons, goods and places that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.codes.fold import fold
from legation.codes.things import find_things
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention
from legation.words.entity import Entity, EntityKind
from legation.words.evidence import Span, overlap

CAPITALISED = r"[A-Z][\w'’&.-]{0,40}"
# Repeats are bounded, so that hostile runs of capitals cost no more than their length.
NAME = rf"(?:{CAPITALISED}(?:\s(?:{CAPITALISED}|of|and|&|\d{{1,4}})){{0,8}})"
RESOLUTION = re.compile(r"\b(?:[Rr]esolutions?|UNSCR)\s((?:No\.\s)?\d{2,4}(?:\s\(\d{4}\))?(?:(?:,\s|,?\sand\s)\d{3,4}\b){0,12})")
NUMBER = re.compile(r"\d{2,4}(?:\s\(\d{4}\))?")
IMO = re.compile(r"\bIMO(?:\s(?:number|no\.?|No\.?))?:?\s?(\d{7})\b")
PREFIXES = "MV|M/V|MT|M/T|USS|USNS|HMS|HMAS|HMCS|INS|ROKS|BRP|RFS|SS"
SHIPS = (
    "[Tt]anker|[Ff]erry|[Ff]reighter|[Vv]essel|[Ff]rigate|[Dd]estroyer|[Cc]orvette|[Cc]argo ship|[Cc]ontainer ship|[Bb]ulk carrier"
    "|[Aa]ircraft carrier|[Ss]ubmarine|[Tt]rawler|[Cc]ruiser|[Yy]acht|[Ss]hip"
)
SHIP = re.compile(rf"\b(?:{PREFIXES}|{SHIPS})\s[\"“‘']?((?:the\s)?[A-Z][\w-]{{0,40}}(?:\s(?:[A-Z][\w-]{{0,40}}|\d{{1,3}})){{0,4}})")
# "North Korea's Mangyongbong-92 ferry": the name before the kind of ship.
SHIP_BEFORE = re.compile(rf"\b([A-Z][a-z]{{1,40}}(?:-\d{{1,4}})?(?:\s[A-Z][a-z]{{1,40}}){{0,2}})\s(?:{SHIPS})\b")
PACT = "Treaty|Convention|Protocol|Accords?|Pact|Charter|Memorandum"
TREATY = re.compile(rf"\b(?:Treaty (?:of|on|for) (?:the )?{NAME}|{CAPITALISED}(?:\s{CAPITALISED}){{0,4}}\s(?:{PACT}))\b")
FIRMS = (
    "Inc|Ltd|Limited|Corp|Corporation|Co|LLC|GmbH|AG|PLC|plc|SA|SE|Group|Holdings?|Industries|Airlines|Airways|Shipping|Trading|Company|Petroleum"
    "|Shipbuilding|Bank|Banking"
)
FIRM = re.compile(rf"\b{CAPITALISED}(?:\s(?:{CAPITALISED}|&|of)){{0,6}},?\s(?:{FIRMS})\b\.?")
WEAPON = re.compile(r"\b(?:F|MiG|Su|S|B|T|M|KN|DF|SA|RS|SS|AK|AH|UH|MQ|RQ|Tu|Il|C|A|J|P|SM|SCALP|GLSDB|Mi)-\d{1,3}[A-Z]{0,2}s?\b")
# Names with Bank in them that are lands, or bodies that are actors.
LANDS = re.compile(r"\b(?:Central|World|West|Left|Right|South|North) Bank\b")


def read_entities(linked: Linked) -> tuple[Entity, ...]:
    """The named things of an article that are no actors of relations, in text order; none overlaps another, junk gives none."""
    found: list[Entity] = []
    for source in (_actors, _resolutions, _ships, _tables, _patterns, _persons):
        taken = {t.i for e in found for t in linked.doc.within(e.span)}
        for entity in source(linked):
            tokens = linked.doc.within(entity.span)
            if tokens and not any(t.i in taken for t in tokens):
                taken.update(t.i for t in tokens)
                found.append(entity)
    return tuple(sorted(found, key=lambda e: e.span))


def _entity(linked: Linked, span: Span, kind: EntityKind, name: str | None = None, country: str | None = None) -> Entity:
    told = name or linked.doc.text[slice(*span)].strip("\"“”‘’' ")
    return Entity(span, fold(" ".join(told.split())).lower(), told, kind, country)


def _actors(linked: Linked) -> Iterator[Entity]:
    """Persons and firms among the mentions, and capitals that only locate."""
    for m in linked.mentions:
        if m.how == "person":
            yield _entity(linked, m.span, EntityKind.PERSON, m.name, _country(m))
        elif m.kind is ActorKind.COMPANY and m.how == "name":
            bank = "bank" in m.name.lower()
            yield _entity(linked, m.span, EntityKind.BANK if bank else EntityKind.COMPANY, m.name, m.country)
        elif m.how == "place":
            yield _entity(linked, m.span, EntityKind.PLACE, None, m.id)


def _country(mention: Mention) -> str | None:
    return mention.country or (mention.id if mention.id.isupper() and len(mention.id) == 3 else None)


def _resolutions(linked: Linked) -> Iterator[Entity]:
    """ "Resolution 1718", each number of "resolutions 1718 and 1874"."""
    for match in RESOLUTION.finditer(linked.doc.text):
        numbers = list(NUMBER.finditer(linked.doc.text, match.start(1), match.end(1)))
        for n, number in enumerate(numbers):
            digits = number.group()[:4].split(" ")[0]
            start = match.start() if n == 0 else number.start()
            yield Entity((start, number.end()), f"resolution {digits}", f"Resolution {digits}", EntityKind.RESOLUTION)


def _ships(linked: Linked) -> Iterator[Entity]:
    """Ships by prefix or kind, with the IMO number where one is told close behind."""
    for pattern in (SHIP, SHIP_BEFORE):
        for match in pattern.finditer(linked.doc.text):
            span = match.span(1)
            first = linked.doc.at(span[0])
            if (
                first is None
                or first.pos not in ("PROPN", "NOUN", "ADJ")
                or any(overlap(m.span, span) and m.how != "place" for m in linked.mentions_in(span))
            ):
                continue
            imo = IMO.search(linked.doc.text, span[1], span[1] + 40)
            entity = _entity(linked, span, EntityKind.SHIP)
            yield Entity(span, f"imo {imo.group(1)}", entity.name, EntityKind.SHIP) if imo else entity


def _tables(linked: Linked) -> Iterator[Entity]:
    """Treaties, weapons and goods of the table."""
    for start, end, thing in find_things(linked.doc.text):
        token = linked.doc.at(start)
        if token is not None and (thing.kind != EntityKind.GOODS or token.pos in ("NOUN", "PROPN")):
            yield Entity((start, end), thing.id, linked.doc.text[start:end], EntityKind(thing.kind), thing.country)


def _patterns(linked: Linked) -> Iterator[Entity]:
    """Treaties, firms and weapons by the form of their names."""
    text = linked.doc.text
    for match in TREATY.finditer(text):
        yield _entity(linked, match.span(), EntityKind.TREATY)
    for match in FIRM.finditer(text):
        start = match.start() + (4 if match.group().startswith("The ") else 0)
        held = [m for t in linked.doc.within(match.span()) if (m := linked.mention_of(t)) is not None]
        if not LANDS.search(match.group()) and "based" not in match.group() and not any(m.kind in (ActorKind.BODY, ActorKind.ORGAN) for m in held):
            yield _entity(linked, (start, match.end()), EntityKind.BANK if "Bank" in match.group() else EntityKind.COMPANY)
    for match in WEAPON.finditer(text):
        yield _entity(linked, match.span(), EntityKind.WEAPON)


def _persons(linked: Linked) -> Iterator[Entity]:
    """Persons without a state: two or more name words that the parser takes for one."""
    run: list[Token] = []
    for token in [*linked.doc.tokens, None]:
        if (
            token is not None
            and token.ent == "PERSON"
            and token.pos == "PROPN"
            and (not run or (run[-1].i + 1 == token.i and run[-1].sent == token.sent))
        ):
            run.append(token)
            continue
        if len(run) > 1:
            yield _entity(linked, (run[0].start, run[-1].end), EntityKind.PERSON)
        run = [token] if token is not None and token.ent == "PERSON" and token.pos == "PROPN" else []
