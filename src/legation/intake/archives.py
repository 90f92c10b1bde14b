"""Archives: zip, tar and gzip, one in another, read as streams; nothing is ever written to disk."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol

from legation.errors import InputError, LimitError
from legation.intake.formats import read_source
from legation.intake.limits import Budget
from legation.intake.source import Refused, Source, buffered
from legation.words.article import Article


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """Passes a stream on and counts it. Raises LimitError where it grows past what its packed size can honestly hold."""

    def __init__(self, inner: _Readable, budget: Budget | None = None, packed: int | _Counted = 0) -> None:
        self.inner, self.budget, self.packed, self.size = inner, budget, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer))
        buffer[: len(data)] = data
        self.size += len(data)
        if self.budget:
            self.budget.add_bytes(len(data))
            limits = self.budget.limits
            packed = self.packed.size if isinstance(self.packed, _Counted) else self.packed
            if self.size > limits.trusted and self.size > limits.ratio * max(packed, 1):
                raise LimitError(f"unpacks to more than {limits.ratio} times its size")
        return len(data)


def read_gzip(source: Source) -> Iterator[Article | Refused]:
    """What a gzip file holds, under its own path."""
    packed = _Counted(source.stream)
    with gzip.GzipFile(fileobj=buffered(packed), mode="rb") as unpacked:
        yield from read_source(_deeper(source, "", _Counted(unpacked, source.budget, packed)))


def read_zip(source: Source) -> Iterator[Article | Refused]:
    """The members of a zip by name; a member that is locked, a link or leads outside is refused."""
    with zipfile.ZipFile(source.seekable("an archive inside another")) as archive:
        if "[Content_Types].xml" in archive.namelist():
            raise InputError("an office document: save it as text, HTML or PDF")
        for member in sorted(archive.infolist(), key=lambda m: m.filename):
            if member.is_dir() or _hidden(member.filename):
                continue
            source.budget.add_member()
            if why := _not_taken(member.filename, stat.S_ISLNK(member.external_attr >> 16), bool(member.flag_bits & 1)):
                yield Refused(f"{source.path}!{member.filename}", why)
                continue
            try:
                with archive.open(member) as unpacked:
                    yield from read_source(_deeper(source, member.filename, _Counted(unpacked, source.budget, member.compress_size)))
            except (NotImplementedError, zipfile.BadZipFile) as error:
                yield Refused(f"{source.path}!{member.filename}", f"cannot be unpacked: {error}")


def read_tar(source: Source) -> Iterator[Article | Refused]:
    """The members of a tar in the order stored; links and devices are refused."""
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for member in archive:
            if member.isdir() or _hidden(member.name):
                continue
            source.budget.add_member()
            if why := _not_taken(member.name, member.issym() or member.islnk(), False) or (None if member.isfile() else "not a file"):
                yield Refused(f"{source.path}!{member.name}", why)
                continue
            if unpacked := archive.extractfile(member):
                yield from read_source(_deeper(source, member.name, _Counted(unpacked, source.budget, member.size)))


def _deeper(source: Source, name: str, stream: _Counted) -> Source:
    """Raises LimitError where archives stand too deep in each other."""
    if source.depth >= source.limits.depth:
        raise LimitError(f"archives in archives, more than {source.limits.depth} deep")
    path = f"{source.path}!{name}" if name else source.path
    return replace(source, path=path, stream=buffered(stream), depth=source.depth + 1)


def _not_taken(name: str, link: bool, locked: bool) -> str | None:
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or ":" in name[:3]:
        return "its name leads outside of the archive"
    return "a link" if link else "locked with a password" if locked else None


def _hidden(name: str) -> bool:
    return any((p.startswith(".") and p != ".." and p != ".") or p == "__MACOSX" for p in PurePosixPath(name).parts)
