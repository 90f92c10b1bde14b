"""Outfits: firms, banks, ships, parties and armed groups that a text names and no table knows, as parties of an act."""

from __future__ import annotations

from legation.claim.party import Party, Resolver
from legation.codes.plover import noun_classes
from legation.parse.doc import Token
from legation.words.actor import ActorKind

NAMES = ("NNP", "NNPS")
# Between a kind and the names it is given: "firms including Acme"; "such as Acme" names only an example.
LISTING = frozenset(("including", "namely"))
LINKING = frozenset(("of", "for", "the"))
LONGEST = 8


def outfit(parties: Resolver, t: Token) -> Party | None:
    """The outfit that a name heads, by what it is called or calls itself: "the oil company Acme", "Acme Airlines"; None for other names."""
    if t.tag not in NAMES or ((m := parties.linked.mention_of(t)) is not None and m.kind is not ActorKind.COMPANY):
        return None
    words = _name(t)
    name = _spelled(parties, words)
    kinds = noun_classes()["outfit"]
    said = any(c.lemma in kinds and c.tag in ("NN", "NNS") for c in t.kids("compound", "nmod", "appos"))
    of_kind = said or (t.dep == "appos" and t.head.lemma in kinds and t.head.tag in ("NN", "NNS"))
    called = len(words) > 1 and t.lower.strip(".") in noun_classes()["outfit_name"]
    if of_kind or called:
        parties.outfits.setdefault(words[0].lower, name)
        return Party(name, (words[0].start, words[-1].end), outfit=True)
    if len(words) == 1 and t.lower in parties.outfits:
        return Party(parties.outfits[t.lower], t.span, outfit=True)
    return None


def listed(parties: Resolver, t: Token) -> list[Party]:
    """The outfits that a noun of their kind is followed by: "the oil company Acme", "Greek firms including Acme and Bolt"."""
    if t.lemma not in noun_classes()["outfit"] or t.tag not in ("NN", "NNS"):
        return []
    named = t.kids("appos") + [o for c in t.kids("prep") if c.lower in LISTING for o in c.kids("pobj")]
    for c in named:
        members = [w for w in c.conjuncts() if w.i >= c.i]
        found = [p for w in members if (p := outfit(parties, w) or _company(parties, w) or _bare(parties, w))]
        if found:
            return found
    return []


def _company(parties: Resolver, t: Token) -> Party | None:
    """A firm that the tables know."""
    m = parties.linked.mention_of(t)
    return parties.mention(t) if m is not None and m.kind in (ActorKind.COMPANY, ActorKind.GROUP) else None


def _bare(parties: Resolver, t: Token) -> Party | None:
    """A name of whatever form, where its kind is told before it."""
    if t.tag not in NAMES or parties.linked.mention_of(t) is not None or t.ent in ("DATE", "GPE"):
        return None
    words = _name(t)
    name = _spelled(parties, words)
    parties.outfits.setdefault(words[0].lower, name)
    return Party(name, (words[0].start, words[-1].end), outfit=True)


def _name(t: Token) -> list[Token]:
    """The words of a name: those before its head, and an of- or for-phrase of capitals behind it ("Front for the Liberation of Chad")."""
    inner = [w for w in t.subtree() if w.i < t.i and t.i - w.i < LONGEST]
    words = [t]
    for w in reversed(inner):
        joined = words[0].start == w.end and (w.text == "-" or words[0].text == "-")
        if w.i != words[0].i - 1 or not (w.tag in NAMES or joined):
            break
        words.insert(0, w)
    tail: list[Token] = []
    for w in (w for w in t.subtree() if w.i > t.i):
        if w.i != (*words, *tail)[-1].i + 1 or not (w.tag in NAMES or w.lower in LINKING):
            break
        tail.append(w)
        if w.tag in NAMES:
            words, tail = [*words, *tail], []
    return words


def _spelled(parties: Resolver, words: list[Token]) -> str:
    return " ".join(parties.linked.doc.slice(words[0], words[-1]).replace("’", "'").lower().split())
