"""All pages by their address, and all forms that change something."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legation.page.actor import actor
from legation.page.actors import actors
from legation.page.acts import acts
from legation.page.adding import add, adding
from legation.page.answer import Answer, Elsewhere
from legation.page.article import article
from legation.page.articles import articles
from legation.page.claim import claim
from legation.page.claims import claims
from legation.page.dispute import disputes
from legation.page.judging import judge, undo
from legation.page.log import log
from legation.page.models import model, models
from legation.page.overview import overview
from legation.page.pair import pair
from legation.page.quantities import quantities
from legation.page.quantity import quantity
from legation.page.search import search
from legation.page.unread import unread
from legation.page.visit import Visit
from legation.page.voices import voices
from legation.page.worldmap import map_page

PAGES: Mapping[str, Callable[..., Answer]] = {
    "/": overview,
    "/overview": overview,
    "/disputes": disputes,
    "/acts": acts,
    "/pair/{a}/{b}": pair,
    "/quantities": quantities,
    "/quantity/{id}": quantity,
    "/claims/{kind}": claims,
    "/claim/{id}": claim,
    "/articles": articles,
    "/article/{key}": article,
    "/article/{key}/add": adding,
    "/actors": actors,
    "/actor/{id}": actor,
    "/voices": voices,
    "/map": map_page,
    "/models": models,
    "/model/{name}": model,
    "/unread": unread,
    "/search": search,
    "/log": log,
}

ACTIONS: Mapping[str, Callable[[Visit, Mapping[str, str]], Elsewhere]] = {"/judge": judge, "/undo": undo, "/add": add}
