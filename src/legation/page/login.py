"""Signing in: the token is given once, in a form, and never stands in an address."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.page.answer import Answer
from legation.page.guard import set_cookie
from legation.page.session import Signer
from legation.page.settings import Settings
from legation.page.visit import Visit

PATIENCE = 0.6
"""Seconds that a wrong token costs: guessing one must not be worth while."""


def login(settings: Settings, signer: Signer) -> Callable[[Request], Awaitable[Response]]:
    """The form and what takes it."""

    async def answer(request: Request) -> Response:
        session = request.scope["legation.session"]
        visit = Visit(settings, "/login", token=session.form)
        if request.method != "POST":
            return _form(visit, request.query_params.get("to", "/"), "")
        given = await request.form(max_files=0, max_fields=8)
        to, token = str(given.get("to", "/")), str(given.get("word", ""))
        if given.get("token") != session.form:
            return _form(visit, to, "That form had grown old; please try again.")
        if not settings.token or not hmac.compare_digest(token.encode(), settings.token.encode()):
            await asyncio.sleep(PATIENCE)
            return _form(visit, to, "That is not the token.")
        response = RedirectResponse(own_address(to), 303)
        response.headers["Set-Cookie"] = set_cookie(request.scope, signer.new(signed_in=True))
        return response

    return answer


def own_address(address: str) -> str:
    """An address of this page; the overview for any other, so that no link can lead elsewhere through us."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable() and "\\" not in address
    return address if plain else "/"


def _form(visit: Visit, to: str, wrong: str) -> Response:
    return Answer("login.html", "Sign in", {"to": own_address(to), "wrong": wrong}).response(visit, 401 if wrong else 200)
