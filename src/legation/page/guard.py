"""The guard before every page: whose Host, whose session, how large a body, and what the browser may load."""

from __future__ import annotations

from collections.abc import MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.page.session import Session, Signer
from legation.page.settings import Settings

LARGEST = 64 * 1024
"""Bytes of a form: a correction or a claim by hand is far smaller."""
LONGEST = 4_096
"""Characters of an address with its query."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # not `no-referrer`, which takes the Origin from our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OPEN = ("/login", "/static/")
"""What is shown before the token was given."""


class Guard:
    """An ASGI application around the page's own. Puts the visitor's `Session` into the scope as `legation.session`."""

    def __init__(self, app: ASGIApp, settings: Settings, signer: Signer) -> None:
        self.app, self.settings, self.signer = app, settings, signer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it in one line."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known = self.signer.known(cookie(headers, cookie_name(scope)))
        session = known or self.signer.new()
        scope["legation.session"] = session
        outward = _Outward(send, scope, None if known else session)
        refusal = self._refusal(scope, headers, session)
        await (refusal or self.app)(scope, _Limited(receive), outward)

    def _refusal(self, scope: Scope, headers: Headers, session: Session) -> Response | None:
        if not self.settings.answers(headers.get("host", "")):
            return _no("This page does not answer to that name; open it by the address that `legation serve` printed.", 421)
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            return _no("That address is too long.", 414)
        if _size(headers) > LARGEST:
            return _no("That form is too large.", 413)
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers):
            return _no("A form of another site was refused.", 403)
        if self.settings.token and not session.signed_in and not scope["path"].startswith(OPEN):
            if scope["method"] != "GET" or scope["path"].endswith((".json", ".csv")):
                return _no("Sign in at /login first.", 401)
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(f"/login?to={quote(scope['path'] + ('?' + query if query else ''))}", 303)
        return None


class _Outward:
    """Sends a response with the headers that every page has, and the cookie of a new session."""

    def __init__(self, send: Send, scope: Scope, fresh: Session | None) -> None:
        self.send, self.scope, self.fresh = send, scope, fresh

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            static = self.scope["path"].startswith("/static/")
            headers.setdefault("Cache-Control", "no-cache" if static else "no-store")
            if self.fresh and not static and "set-cookie" not in headers:
                headers.append("Set-Cookie", set_cookie(self.scope, self.fresh))
        await self.send(message)


class _Limited:
    """Takes a body in; one that grows beyond LARGEST, whatever it said of its size, is cut off."""

    def __init__(self, receive: Receive) -> None:
        self.receive, self.taken = receive, 0

    async def __call__(self) -> Message:
        message = await self.receive()
        self.taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.taken > LARGEST else message


def cookie_name(scope: MutableMapping[str, Any]) -> str:
    """The cookie's name: of the port, as browsers share cookies among all ports of a host."""
    return f"legation-{(scope.get('server') or ('', 0))[1]}"


def cookie(headers: Headers, name: str) -> str:
    """The value of a cookie, empty where there is none or the header is broken."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def set_cookie(scope: MutableMapping[str, Any], session: Session) -> str:
    """The header that gives a browser its session."""
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{cookie_name(scope)}={session.value}; Path=/; HttpOnly; SameSite=Strict{secure}"


def _from_here(headers: Headers) -> bool:
    """Whether a form came from a page of ours: what browsers say of it, where they say anything."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _size(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() else LARGEST + 1


def _no(line: str, status: int) -> Response:
    return PlainTextResponse(line + "\n", status)
