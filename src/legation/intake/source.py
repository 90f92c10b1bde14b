"""Where bytes come from: a stream with the name it is shown by, and what could not be read."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from legation.errors import LimitError
from legation.intake.limits import Budget, Limits, human

HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be read, and why, in one line."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@dataclass(frozen=True, slots=True)
class Source:
    """A stream of bytes under the path it is shown by (`news.zip!day/a.html`); `depth` counts the archives around it.

    `charset` and `url` are what the carrier (a mail, a web archive) declares of it.
    """

    path: str
    stream: io.BufferedReader
    budget: Budget
    depth: int = 0
    charset: str | None = None
    url: str | None = None

    @property
    def limits(self) -> Limits:
        """The limits of this call."""
        return self.budget.limits

    def head(self) -> bytes:
        """The first bytes, left in the stream; at most 64 kB."""
        return self.stream.peek(HEAD)[:HEAD]

    def whole(self, most: int, what: str) -> bytes:
        """All bytes. Raises LimitError where there are more than `most`, without having read much more."""
        chunks: list[bytes] = []
        size = 0
        while chunk := self.stream.read(min(most + 1 - size, 1 << 20)):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                raise LimitError(f"more than the {human(most)} that {what} may have")
        return b"".join(chunks)

    def seekable(self, what: str) -> io.BufferedReader:
        """The stream, or a copy in memory where it cannot be gone back in. Raises LimitError where that would hold too much."""
        return self.stream if self.stream.seekable() else buffered(io.BytesIO(self.whole(self.limits.held, what)))

    def inside(self, name: str, data: bytes, charset: str | None = None, url: str | None = None) -> Source:
        """A source for bytes that were found inside this one."""
        return replace(self, path=f"{self.path}!{name}" if name else self.path, stream=buffered(io.BytesIO(data)), charset=charset, url=url)


def buffered(raw: io.BytesIO | io.RawIOBase) -> io.BufferedReader:
    """A stream whose head can be looked at."""
    return io.BufferedReader(raw, HEAD)  # type: ignore[type-var, arg-type, unused-ignore]
