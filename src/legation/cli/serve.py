"""`legation serve`: the page of a case in the browser, from this machine."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress
from getpass import getuser
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.options import CaseFile
from legation.errors import QueryError

if TYPE_CHECKING:
    from legation.page.settings import Settings

PORT, TRIED = 8377, 20
"""Where the page is looked for, and how many ports after it are tried where the user names none."""
SHORTEST = 12
"""Characters of a token that is worth the name."""
MADE = "auto"


def serve(
    case: CaseFile,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; beyond this machine only with --token.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(min=0, max=65535, metavar="N", help=f"Which port (else {PORT} or the next that is free).")] = None,
    token: Annotated[
        str | None, typer.Option(envvar="LEGATION_TOKEN", metavar="WORD", help=f"What visitors must give once; `{MADE}` makes one.")
    ] = None,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST", help="A further name of this machine; may be repeated.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Look, but judge nothing.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges in the page (else the user of this computer).")] = None,
    check: Annotated[bool, typer.Option("--check", help="See that the page can be served, and leave.")] = False,
) -> None:
    """The case in the browser: who with whom, what is disputed, every claim in its sentence; judge as you read. No network is needed."""
    from legation import api
    from legation.cli.keeping import keep_ledger
    from legation.page.settings import Settings, is_loopback

    if token == MADE:
        token = secrets.token_urlsafe(18)
        print(f"token: {token}")
    if token is not None and len(token) < SHORTEST:
        raise QueryError(f"a token needs at least {SHORTEST} characters; `--token {MADE}` makes one")
    if not is_loopback(host) and not token:
        raise QueryError(f"{host} can be reached by others: give a --token (`--token {MADE}` makes one)")
    with api.open(case) as opened:  # says what is wrong with the case before anything listens, and brings an older one up to date
        keep_ledger(opened)
    hosts = {h.casefold() for h in (*Settings(case).hosts, bracketed(host), socket.gethostname(), *(name or ()))}
    settings = Settings(Path(case).absolute(), token or "", read_only, by or getuser(), frozenset(hosts), not is_loopback(host))
    listener = _listener(host, port)
    print(f"{case}: http://{bracketed(host)}:{listener.getsockname()[1]}/{' (read-only)' if read_only else ''}", flush=True)
    if check:
        listener.close()
        return
    _run(settings, listener)


def bracketed(host: str) -> str:
    """An address as it stands in the address bar: one of IPv6 in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _listener(host: str, port: int | None) -> socket.socket:
    """A socket that listens. Raises QueryError where the port is taken or the address is not of this machine."""
    last: OSError | None = None
    for wanted in (port,) if port is not None else range(PORT, PORT + TRIED):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            return socket.create_server((host.strip("[]"), wanted), family=family, backlog=128)
        except OSError as error:
            last = error
    raise QueryError(f"cannot listen on {host}{f', port {port}' if port is not None else ''}: {last.strerror if last else 'no port is free'}")


def _run(settings: Settings, listener: socket.socket) -> None:
    """Serves until the user ends it."""
    import uvicorn

    from legation.page.app import application

    Thread(target=_warm, daemon=True).start()
    config = uvicorn.Config(
        application(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        limit_concurrency=200,
        timeout_keep_alive=5,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _warm() -> None:
    """Loads what the models need while the first page is looked at: it takes seconds. Without the extra their page says what is missing."""
    from legation.errors import ModelError
    from legation.model.extra import need

    with suppress(ModelError):
        for module in ("numpy", "scipy.optimize", "scipy.stats", "z3"):
            need(module)
