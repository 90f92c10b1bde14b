"""Sessions: a random id that this process signed, and the form token that goes with it. Nothing is stored; a new start signs everybody out."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

GUEST, SIGNED_IN = "guest", "in"


@dataclass(frozen=True, slots=True)
class Session:
    """One browser: `value` is what its cookie holds, `form` what each of its forms must send along."""

    value: str
    form: str
    signed_in: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """Makes sessions and knows its own again."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def new(self, signed_in: bool = False) -> Session:
        """A fresh session; signing in gives a new id, so that one planted before is worth nothing."""
        return self._session(secrets.token_urlsafe(18), SIGNED_IN if signed_in else GUEST)

    def known(self, value: str) -> Session | None:
        """The session of a cookie; None where this process did not make it."""
        id, _, rest = value.partition(".")
        state, _, signature = rest.partition(".")
        if state not in (GUEST, SIGNED_IN) or not hmac.compare_digest(self._sign(f"{state}:{id}"), signature):
            return None
        return self._session(id, state)

    def _session(self, id: str, state: str) -> Session:
        return Session(f"{id}.{state}.{self._sign(f'{state}:{id}')}", self._sign(f"form:{state}:{id}"), state == SIGNED_IN)

    def _sign(self, text: str) -> str:
        return hmac.new(self.secret, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()
