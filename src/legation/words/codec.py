"""Dataclasses of the vocabulary to plain JSON values and back.

A field's JSON name is its own unless its metadata says `json`; a field marked `flat` spreads its own fields into the parent.
A class with `as_json` and `from_json` speaks for itself.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: Any) -> Any:
    """A value of the vocabulary as plain dicts, lists, strings and numbers."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [encode(v) for v in value]
    if hasattr(value, "as_json"):
        return value.as_json()
    if dataclasses.is_dataclass(value):
        out: dict[str, Any] = {}
        kind: type = type(value)
        for name, key, flat in _fields(kind):
            inner = encode(getattr(value, name))
            if flat:
                out.update(inner)
            else:
                out[key] = inner
        return out
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")


def decode(cls: type[T], data: Any) -> T:
    """The inverse of `encode`; unknown keys are ignored, missing ones take the field's default.

    Raises TypeError or ValueError where `data` does not fit `cls`.
    """
    return typing.cast(T, _decode(cls, data))


@cache
def _fields(cls: type) -> tuple[tuple[str, str, bool], ...]:
    return tuple((f.name, f.metadata.get("json", f.name), bool(f.metadata.get("flat"))) for f in dataclasses.fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _decode(hint: Any, data: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if data is None:
            return None
        return _decode(next(a for a in typing.get_args(hint) if a is not type(None)), data)
    if origin is tuple:
        args = typing.get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_decode(args[0], v) for v in data)
        return tuple(_decode(a, v) for a, v in zip(args, data, strict=True))
    if isinstance(hint, type):
        if hasattr(hint, "from_json"):
            return hint.from_json(data)
        if dataclasses.is_dataclass(hint):
            hints = _hints(hint)
            given: dict[str, Any] = {}
            for name, key, flat in _fields(hint):
                if flat:
                    given[name] = _decode(hints[name], data)
                elif key in data:
                    given[name] = _decode(hints[name], data[key])
            return hint(**given)
        if issubclass(hint, Enum):
            return hint(data)
        if hint is date:
            return date.fromisoformat(data)
        if hint is float and isinstance(data, int):
            return float(data)
    return data
