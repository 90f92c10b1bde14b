"""The application: which address is which page, and what is said when something goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from legation.errors import CaseError, LegationError, ModelError, QueryError
from legation.page.answer import Answer, Elsewhere
from legation.page.desk import Desk
from legation.page.frame import BARE, frame
from legation.page.guard import Guard, cookie
from legation.page.login import login
from legation.page.pages import ACTIONS, PAGES
from legation.page.session import Signer
from legation.page.settings import Settings
from legation.page.shelf import Shelf
from legation.page.templates import SHARED
from legation.page.visit import FORMS, Visit, whole

THEMES = ("light", "dark")
STATUS = ((QueryError, 404), (ModelError, 400), (CaseError, 500), (LegationError, 400))

Page: TypeAlias = Callable[..., Answer | Elsewhere]


def application(settings: Settings) -> ASGIApp:
    """The page of a case, behind its guard."""
    shelf, signer = Shelf(), Signer()
    routes = [
        Route("/login", login(settings, signer), methods=["GET", "POST"]),
        *(Route(f"/static/{name}", _shared(name)) for name in SHARED),
        Mount("/static", StaticFiles(directory=str(files("legation.page") / "static"))),
        *(Route(address, _page(made, settings, shelf)) for address, made in _addresses(PAGES)),
        *(Route(address, _action(made, settings, shelf), methods=["POST"]) for address, made in ACTIONS.items()),
    ]
    missing = {404: _missing(settings), 405: _missing(settings), 500: _failed}
    return Guard(Starlette(routes=routes, exception_handlers=missing), settings, signer)


def _shared(name: str) -> Callable[[Request], Response]:
    """What answers for a style that the page has in common with the dossier."""
    return lambda _: FileResponse(str(files("legation.brief") / name), media_type="text/css")


def _addresses(pages: Mapping[str, Page]) -> list[tuple[str, Page]]:
    """Each address with those of its files before it, which are the more particular."""
    return [(address, made) for page, made in pages.items() for address in (*(f"{page}.{f}" for f in FORMS if page != "/"), page)]


def _page(made: Page, settings: Settings, shelf: Shelf) -> Callable[[Request], Response]:
    """What answers a look at a page. Not a coroutine: the case is read in a thread of its own."""

    def answer(request: Request) -> Response:
        visit = visit_of(request, settings)
        try:
            with Desk.open(settings, shelf, visit.as_of) as desk:
                made_of = made(desk, visit, **_parts(request))
                return made_of.response(visit, frame=frame(desk, visit) if visit.form == "html" else BARE)
        except LegationError as error:
            return _trouble(visit, error)

    return answer


def _action(made: Page, settings: Settings, shelf: Shelf) -> Callable[[Request], Any]:
    """What takes a form of ours: none from elsewhere, none on a read-only page."""

    async def answer(request: Request) -> Response:
        visit = visit_of(request, settings)
        if settings.readonly:
            return PlainTextResponse("This page is read-only.\n", 403)
        form = await request.form(max_files=0, max_fields=60)
        if form.get("token") != visit.token:
            return PlainTextResponse("This form is of another session; go back, load the page again and repeat.\n", 403)

        def act() -> Response:
            try:
                return made(visit, _plain(form), **_parts(request)).response(visit)
            except LegationError as error:
                return _trouble(visit, error, 400)

        return await run_in_threadpool(act)

    return answer


def visit_of(request: Request, settings: Settings) -> Visit:
    """The visit that a request is."""
    path, form = request.scope["path"], "html"
    for ending in FORMS:
        if path.endswith(f".{ending}"):
            path, form = path.removesuffix(f".{ending}"), ending
    theme = cookie(request.headers, "legation-theme")
    token = request.scope["legation.session"].form
    return Visit(settings, path, form, dict(request.query_params), token, theme if theme in THEMES else "")


def _parts(request: Request) -> dict[str, str]:
    return {name: whole(value) for name, value in request.path_params.items()}


def _plain(form: FormData) -> dict[str, str]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _trouble(visit: Visit, error: LegationError, status: int | None = None) -> Response:
    """An error of ours as a page of one line."""
    status = status or next(code for kind, code in STATUS if isinstance(error, kind))
    if visit.form == "json":
        return Response(json.dumps({"error": str(error)}), status, media_type="application/json")
    bare = Visit(visit.settings, "/", token=visit.token, theme=visit.theme)
    return Answer("trouble.html", "Not found" if status == 404 else "That did not work", {"why": str(error)}).response(bare, status)


def _missing(settings: Settings) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        return _trouble(visit_of(request, settings), QueryError("there is no such page"), getattr(error, "status_code", 404))

    return answer


def _failed(request: Request, error: Exception) -> Response:
    """A fault of ours: said, without anything of its inside."""
    return JSONResponse({"error": "a fault of Legation; the terminal that runs `legation serve` tells more"}, 500)
