"""Sides: who gives and who receives what a figure measures, from the row of its measure and the places where actors stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.claim.deals import AGREED
from legation.claim.holders import ATTACKS, Roles, before_here, pick, place_before
from legation.claim.measures import AS_BEFORE, Taken
from legation.claim.named import Names
from legation.claim.orders import BY_IT, GOODS, HITTING, LANDED, VICTIMS, Places, in_reach, orders
from legation.claim.scene import VERBAL, Scene
from legation.codes.measures import measure_row
from legation.codes.wordsets import wordset
from legation.parse.doc import Token
from legation.words.actor import ActorKind
from legation.words.figure import Figure

Pair = tuple[str | None, str | None]

# Measures of one subject: what one leaves out, another of the group may give.
RELATED = tuple(
    frozenset(group.split())
    for group in (
        "workers wages wage-share remittances duration",
        "killed wounded displaced detained",
        "exports trade share",
        "weapons tests range altitude yield distance",
        "gdp growth inflation unemployment poverty budget debt reserves revenue population",
    )
)
# Where the target of a tariff stands for sure.
TARGETED = frozenset(("from", "against", "on"))
# What the topic of an article need not be the holder of.
PLACELESS = frozenset(("distance", "length", "area", "magnitude", "temperature", "change"))
OF_ONE = wordset("of_one")
# What the one state that a sentence names has, wherever it stands in it.
OF_WHOM = OF_ONE - {"debt"} | {"traffic"}
STATE_CODE = 3
# What befalls the state that an article is about, where others are named too but not its attack.
BEFALLEN = frozenset(("killed", "wounded"))
SENDING = wordset("sending")
JOINING = frozenset(("sign", "ratify", "join", "accede", "leave", "belong"))
IN_EXCHANGE = re.compile(r"\bin\s+(?:exchange|return)\s+for\s+(?:the\s+(?:release|return)\s+of\s+)?\Z", re.I)


def sides(scene: Scene, taken: Taken | None, before: Figure | None, names: Names, found: Roles) -> Pair:
    """The giver and the receiver of a figure among its holders; `before` is the figure before it, whose sides an elliptic one shares."""
    measure = taken.measure if taken else "other"
    as_before = taken is not None and taken.rule == AS_BEFORE
    was = before if before is not None and (as_before or _related(measure, before.measure)) else None
    if as_before and was is not None and not found.get("own"):
        return was.giver, was.receiver
    givers, receivers = orders(scene, taken)
    found = in_reach(scene, taken, found, receivers)
    if measure == "detained" and (holder := pick(found, ("subj",), None, None)) and len(holder) == 3 and holder.isupper():
        givers = tuple(p for p in givers if p != "place")  # a state mostly holds its own people, wherever
    # The seller is the one other actor where only the buyer is named in his place.
    buyer = pick(_sure(found, measure), receivers, None, None) if "else" in givers or measure == "duration" else None
    if measure == "weapons" and givers is LANDED[0]:
        return _landed(scene, found, was, names)
    giver = _victims(found, givers, was, _are_others(scene)) if measure in VICTIMS else pick(found, givers, buyer, was.giver if was else None)
    giver = giver or _giver_elsewhere(scene, measure, found, names)
    known = None if was is None else was.giver if "turned" in receivers else was.receiver
    giver = names.country_of(giver) if measure == "displaced" else giver
    receiver = pick(found, receivers, giver, known) if receivers else None
    if measure == "detained":
        giver, receiver = _held(scene, found, (giver, receiver), before)
    receiver = receiver or _receiver_elsewhere(scene, (measure, giver), found, before)
    if measure in ("duration", "trade") and receiver in (None, was.receiver if was else None):
        receiver = _beside(found, giver) or receiver
    return _of_pair(names, found, measure, (giver, receiver))


def _landed(scene: Scene, found: Roles, was: Figure | None, names: Names) -> Pair:
    """Who fired what lands somewhere, and whose land that is; the other of the two that the article is about where it is not said."""
    receiver = pick(found, LANDED[1], None, was.receiver if was else None)
    named = {place: [h for h in found.get(place, ()) if h.token.i <= scene.head.i or place != "own"] for place in ("own", "by", "from")}
    giver = pick(named, LANDED[0], receiver, None)
    return giver or names.other_of_pair(receiver) or (was.giver if was and was.giver != receiver else None), receiver


def _beside(found: Roles, one: str | None) -> str | None:
    """The one actor coordinated with a party: "Iran and Iraq fought for eight years", "the eight-year Iran–Iraq war"."""
    token = next((h.token for place in ("own", "owner", "subj") for h in found.get(place, ()) if h.id == one), None)
    if token is None:
        return None
    near = (h for place in ("any", "subj") for h in found.get(place, ()) if h.id != one)
    others = {h.id for h in near if h.token in token.conjuncts() or abs(h.token.start - token.end) == 1}
    return others.pop() if len(others) == 1 else None


def _sure(found: Roles, measure: str) -> Roles:
    """The places that say for sure who receives: what stands right by a tariff or a stretch of time ("a tariff on Chad", "a year with Chad")."""
    if measure == "duration":
        return {"with": [h for h in found.get("with", ()) if h.distance < BY_IT]}
    if measure != "tariff":
        return found
    return {place: [h for h in here if h.distance < BY_IT] for place, here in found.items() if place in TARGETED}


# What two states have with each other, and what one gives the other.
MUTUAL = frozenset(("trade",))
# No state but two has so many people: they are of the world.
OF_THE_WORLD = 5e8
SENT = frozenset(("exports", "aid", "loan", "workers", "troops"))
BROUGHT = frozenset(("aid", "loan", "investment", "debt-relief"))
GIVEN = frozenset(("exports", "aid", "loan", "investment", "debt-relief", "workers", "remittances", "trade"))


def _of_pair(names: Names, found: Roles, measure: str, told: Pair) -> Pair:
    """The sides, with what the sentence leaves out from the two states that the article is about."""
    giver, receiver = told
    topic = names.topic
    others = {h.id for h in found.get("any", ())} - {giver, receiver}
    sent = topic and giver is None and receiver != topic and measure in SENT and any(h.id == receiver for h in found.get("to", ()))
    if sent and not others - {topic}:
        return topic, receiver  # "Exports to China climbed" in an article on Japan
    if topic and receiver is None and giver not in (None, topic) and measure in BROUGHT and not others - {topic}:
        return giver, topic  # "China offered a loan" in an article on Chad
    if not names.pair or measure not in GIVEN or others - {*names.pair}:
        return told
    if giver is None and receiver is None:
        return (names.pair[0], names.pair[1]) if measure in MUTUAL else told
    return giver or names.other_of_pair(receiver), receiver or names.other_of_pair(giver)


def _held(scene: Scene, found: Roles, told: Pair, before: Figure | None) -> Pair:
    """Whose people are held and by whom: who is swapped is held by the other side; a state's police holds its own people."""
    giver, receiver = told
    text, start = scene.linked.article.text, scene.found.span[0]
    if before is not None and before.giver != giver and IN_EXCHANGE.search(text, max(0, start - 48), start):
        return giver, before.giver
    noun = scene.found.noun
    let_go = scene.verb is not None and scene.verb.lemma in ("release", "free", "return")
    if noun is not None and any(c.lower == "from" for c in noun.kids("prep")):
        return giver, receiver  # "activists from 44 countries"
    if giver is None and receiver is not None and (_is_home(scene, found, receiver) or (receiver.isupper() and len(receiver) == 3 and not let_go)):
        return receiver, None
    return giver, receiver


def _is_home(scene: Scene, found: Roles, holder: str) -> bool:
    """Whether who holds people is a state's police or court, whose own people they then are."""
    named = [scene.linked.mention_of(h.token) for h in found.get("subj", ()) if h.id == holder]
    return any(m is not None and m.kind is ActorKind.ORGAN for m in named) or any(
        h.token.head.lemma in ("police", "court") for h in found.get("subj", ())
    )


def _victims(found: Roles, order: Places, was: Figure | None, others: bool) -> str | None:
    """The state whose people the dead are: a state before a group that is no state ("15 rebels in Chad")."""
    if others and was is not None and was.giver and not found.get("own"):
        return was.giver  # "killed six Danes and injured eight others"
    giver = pick(found, order, None, was.giver if was else None)
    if giver is not None and giver.isupper():
        return giver
    place = pick(found, ("place",), None, None) if "place" in order else None
    return place if place is not None and place.isupper() else giver


def _are_others(scene: Scene) -> bool:
    return scene.found.noun is not None and scene.found.noun.lower in ("others", "other", "more")


def _giver_elsewhere(scene: Scene, measure: str, found: Roles, names: Names) -> str | None:
    """The giver that the row's places leave out: the place told before, the sender, the topic of the article."""
    if measure in VICTIMS and (scene.found.noun is None or measure_row("own", scene.found.noun.lemma, "people") is None):
        # Who tells of an attack on hospitals, and is not the attacker, was hit.
        doing = {h.id for place in ("subj", "by") for h in found.get(place, ())}
        told = {h.id for h in found.get("any", ()) if h.id.isupper() and h.token.head.lemma not in ATTACKS} - doing
        if len(told) == 1:
            return told.pop()
        if place := place_before(names, scene.found.token.sent):
            return place
    member = scene.found.noun is not None and "member" in {t.lemma for t in scene.found.noun.subtree()}
    joined = scene.verb is not None and scene.verb.lemma in JOINING
    if measure == "states" and (member or joined) and len(bodies := {h.id for h in found.get("any", ()) if h.id in names.bodies}) == 1:
        return bodies.pop()
    if scene.verb is not None and scene.verb.lemma in SENDING and (sender := pick(found, ("subj",), None, None)):
        return sender
    amount = scene.found.amount
    if amount.unit == "people" and (amount.low or 0.0) >= OF_THE_WORLD:
        return None
    named = {h.id for h in found.get("any", ())}
    bound = {h.id for place in ("to", "into") for h in found.get(place, ())}
    if measure in OF_WHOM and len(named) == 1 and len(only := min(named)) == STATE_CODE and only.isupper() and only not in bound:
        return only
    if names.first_person or measure in PLACELESS or measure == "displaced":
        return None  # a speech is about more than its speaker's state, refugees may come from anywhere
    hit = measure in BEFALLEN and not any(h.id == names.topic and h.token.head.lemma in ATTACKS for h in found.get("any", ()))
    return names.topic if measure in OF_ONE or hit or not named else None


def _receiver_elsewhere(scene: Scene, known: tuple[str, str | None], found: Roles, before: Figure | None) -> str | None:
    """The receiver that the row's places leave out: the other side of a swap, whom the sending is meant to help, "the country"."""
    measure, giver = known
    hit = scene.verb is not None and scene.verb.lemma in HITTING
    if measure == "weapons" and not hit and scene.prep is None and scene.direct and any(h.id == giver for h in found.get("own", ())):
        return pick(found, ("subj",), giver, None)
    if measure == "share" and before is not None and shares(scene, before):
        return before.receiver
    sent = scene.verb is not None and scene.verb.lemma in SENDING and measure != "other"
    if sent and (aim := pick(found, ("aim",), giver, None)):
        return aim
    if measure in ("troops", "workers"):
        return before_here(scene, giver)
    # "signed a deal with Chad to supply 30 boats": whom it is with gets what it provides for.
    return pick(found, ("with",), giver, None) if measure in GOODS and any(t.lemma in AGREED for t in deal_words(scene)) else None


def deal_words(scene: Scene) -> Iterator[Token]:
    """The nouns above the amount and those that its verbs have for an object: where a deal stands that provides for it."""
    for t in scene.path:
        yield t
        yield from t.kids("dobj") if t.pos in VERBAL else ()


def shares(scene: Scene, whole: Figure) -> bool:
    """Whether the share is one of what the figure before measures: "90 percent of the exports"."""
    noun = scene.found.noun
    row = measure_row("noun", noun.lemma, "money") if noun is not None else None
    return row is not None and row.measure == whole.measure


def _related(one: str, other: str | None) -> bool:
    return one == other or any(one in group and other in group for group in RELATED)
