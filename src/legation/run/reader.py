"""The order of stages: article → reading. The only place that knows them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version

from legation.claim.entities import read_entities
from legation.claim.events import read_events
from legation.claim.figures import read_figures
from legation.claim.statements import read_statements
from legation.claim.status import read_predicates
from legation.claim.ties import read_ties
from legation.codes.predicates import lexicon_with
from legation.codes.tables import tables_hash
from legation.find.amounts import find_amounts
from legation.find.times import find_times
from legation.link.actors import find_actors
from legation.link.calendar import place_times
from legation.link.linked import Linked
from legation.link.publication import infer_publication
from legation.link.speakers import link_voices
from legation.parse.doc import Doc
from legation.parse.parser import model_name, parse
from legation.words.actor import NO_NAMES, OwnNames
from legation.words.article import Article
from legation.words.codec import encode
from legation.words.ids import digest
from legation.words.predicate import NO_PREDICATES, OwnPredicates
from legation.words.reading import Made, Reading


def read_articles(
    articles: Iterable[Article], own: OwnNames = NO_NAMES, predicates: OwnPredicates = NO_PREDICATES, unified: bool = False
) -> Iterator[Reading]:
    """Reads articles in batches, in the order given; the analyst's own names and rows of the lexicon count before the tables'.

    `unified`: groups of many names go by one id, as a case wants them, not by the name of each article."""
    made = made_by(own, predicates)
    for article, doc in parse(articles):
        yield read_parsed(article, doc, made, own, predicates, unified)


def made_by(own: OwnNames = NO_NAMES, predicates: OwnPredicates = NO_PREDICATES) -> Made:
    """What makes readings in this installation: version, parser model, hash of the tables, and of what the analyst adds to them."""
    added = "".join(f"+{digest(repr(encode(part)))}" for part in (own, predicates) if part)
    return Made(version("legation"), model_name(), tables_hash() + added)


def read_parsed(
    article: Article, doc: Doc, made: Made, own: OwnNames = NO_NAMES, predicates: OwnPredicates = NO_PREDICATES, unified: bool = False
) -> Reading:
    """The reading of one parsed article."""
    linked = link(article, doc, own, unified)
    figures, numbers, unread_figures = read_figures(linked)
    events, unread_events = read_events(linked, lexicon_with(predicates))
    return Reading(
        article=linked.article,
        made=made,
        mentions=linked.mentions,
        events=events,
        figures=figures,
        numbers=numbers,
        voices=linked.voices,
        times=linked.times,
        predicates=read_predicates(linked),
        ties=read_ties(linked, figures),
        statements=read_statements(linked, figures),
        entities=read_entities(linked),
        unread=unread_figures + unread_events + linked.unread,
        sentences=tuple(s.span for s in doc.sentences),
    )


def link(article: Article, doc: Doc, own: OwnNames = NO_NAMES, unified: bool = False) -> Linked:
    """Everything found in a document and tied to things; the article gains its inferred publication interval."""
    found = tuple(find_times(doc))
    published = article.published or infer_publication(doc, found)
    actors = find_actors(doc, published, article.title or "", article.publisher or "", own, unified)
    return Linked(
        article=replace(article, published=published),
        doc=doc,
        mentions=actors.mentions,
        amounts=tuple(find_amounts(doc)),
        times=place_times(doc, found, published),
        voices=link_voices(article, doc, actors.mentions, actors.orator),
        unread=actors.unread,
        several=actors.several,
        orator=actors.orator,
    )
