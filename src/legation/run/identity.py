"""Who is who in a case: two actors that are one, a name that is somebody else's. Logged as judgements; the articles concerned are read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice

from legation.errors import InputError, QueryError
from legation.run.own import ACTOR, INTO, counting
from legation.store.case import Case
from legation.store.held import ActorLine
from legation.words.actor import Actor, ActorKind
from legation.words.article import Article
from legation.words.codec import encode
from legation.words.ids import digest
from legation.words.judgement import Decision, Judgement
from legation.words.reading import Reading

BATCH = 32
FIELDS = ("id", "kind", "country")


def actor_named(case: Case, given: str) -> ActorLine | None:
    """The actor of the case with this id or name; None where there is none."""
    wanted = given.strip()
    lines = list(case.actors())
    by_id = next((line for line in lines if line.id == wanted), None)
    return by_id or next((line for line in lines if wanted.casefold() in (line.id.casefold(), line.name.casefold())), None)


def judge_actor(case: Case, actor: ActorLine, decision: Decision, values: Sequence[str], log: tuple[str, str]) -> Judgement:
    """Merges an actor into another, or splits a name off it, and reads the articles that name it again.

    `values` are the other actor, or the name and `country=`, `kind=` or `id=` of who bears it; `log` is the author and the reason.
    Raises QueryError where a value does not fit.
    """
    content = _merged(case, actor, values) if decision is Decision.MERGE else _split(case, actor, values)
    author, why = log
    text = json.dumps({**content, **({"why": why} if why else {})}, ensure_ascii=False)
    made = datetime.now(UTC)
    out = Judgement(digest("judgement", actor.id, decision, author, made.isoformat(), text), actor.id, decision, author, made, "", text)
    concerned = list(case.naming(actor.id))
    case.judge(out)
    _read_again(case, concerned)
    return out


def undo(case: Case, key: str, author: str) -> Judgement:
    """Takes a judgement back; where it was on an actor, the articles concerned are read again. Raises QueryError where none or several fit."""
    taken = case.undo(key, author)
    content = json.loads(taken.content)
    if isinstance(now := content.get(INTO) or content.get(ACTOR), dict):
        _read_again(case, list(case.naming(now["id"])))
    return taken


def _merged(case: Case, actor: ActorLine, values: Sequence[str]) -> dict[str, object]:
    if len(values) != 1:
        raise QueryError("give the other actor, which stays")
    other = actor_named(case, values[0])
    if other is None:
        raise QueryError(f"no actor {values[0]!r} in this case; `legation actors` lists them")
    if other.id == actor.id:
        raise QueryError(f"{actor.id!r} is one actor already")
    return {INTO: encode(Actor(other.id, other.name, other.kind, other.country))}


def _split(case: Case, actor: ActorLine, values: Sequence[str]) -> dict[str, object]:
    names = [v for v in values if "=" not in v]
    fields = dict(v.split("=", 1) for v in values if "=" in v)
    if len(names) != 1 or not names[0].strip() or set(fields) - set(FIELDS):
        raise QueryError('give the name that is somebody else\'s, as in `split "Harbour Front" country=PER`')
    name = " ".join(names[0].split())
    if not any(name in article.text for article in case.naming(actor.id)):
        raise QueryError(f"no article that names {actor.id!r} holds the words {name!r}")
    kind = fields.get("kind", ActorKind.GROUP if actor.kind is ActorKind.STATE else actor.kind)
    if kind not in tuple(ActorKind):
        raise QueryError(f"{kind!r} is no kind; there are {', '.join(ActorKind)}")
    country = fields.get("country") or actor.country or (actor.id if actor.kind is ActorKind.STATE else None)
    return {ACTOR: encode(Actor(fields.get("id") or name.lower(), name, ActorKind(kind), country))}


def _read_again(case: Case, articles: Iterable[Article]) -> None:
    """Reads articles of the case anew with the names that count now. Raises InputError for those that fail, the others being read."""
    from legation.run.readers import read_safely  # here: who only looks into a case loads no parser

    own, rest, failed = counting(case, None, None), iter(articles), list[str]()
    while batch := list(islice(rest, BATCH)):
        for result in read_safely(batch, own):
            if isinstance(result, Reading):
                case.add(result)
            else:
                failed.append(f"{result.article.id}: {result.why}")
    if failed:
        raise InputError(f"{len(failed)} article(s) could not be read again and stay as they were; {failed[0]}")
