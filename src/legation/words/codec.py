"""Dataclasses of the vocabulary to plain JSON values and back.

A field's JSON name is its own unless its metadata says `json`; a field marked `flat` spreads its own fields into the parent.
A class with `as_json` and `from_json` speaks for itself.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Decoder: TypeAlias = Callable[[Any], Any]


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
    kind: type = cls
    return typing.cast(T, _decoder(kind)(data))


@cache
def _fields(cls: type) -> tuple[tuple[str, str, bool], ...]:
    return tuple((f.name, f.metadata.get("json", f.name), bool(f.metadata.get("flat"))) for f in dataclasses.fields(cls))


@cache
def _decoder(hint: Any) -> Decoder:
    """What decodes values of a type; made once a type, as a case holds a million of them."""
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _decoder(next(a for a in typing.get_args(hint) if a is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple(typing.get_args(hint))
    if isinstance(hint, type):
        if hasattr(hint, "from_json"):
            return typing.cast(Decoder, hint.from_json)
        if dataclasses.is_dataclass(hint):
            return lambda data: _record(hint, data)
        if issubclass(hint, Enum):
            return hint
        if hint is date:
            return date.fromisoformat
        if hint is float:
            return _number
        if hint is str:
            return _text
    return _same


def _same(data: Any) -> Any:
    return data


def _number(data: Any) -> Any:
    if type(data) not in (float, int):
        raise TypeError(f"{data!r} is no number")
    return float(data)


def _text(data: Any) -> Any:
    if not isinstance(data, str):
        raise TypeError(f"{data!r} is no text")
    return data


def _tuple(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return tuple if item is _same else lambda data: tuple([item(v) for v in data])
    items = [_decoder(a) for a in args]
    return lambda data: tuple([item(v) for item, v in zip(items, data, strict=True)])


def _record(cls: type, data: Any) -> Any:
    given: dict[str, Any] = {}
    for name, key, flat, inner in _parts(cls):
        if flat:
            given[name] = inner(data)
        elif key in data:
            given[name] = inner(data[key])
    return cls(**given)


@cache
def _parts(cls: type) -> tuple[tuple[str, str, bool, Decoder], ...]:
    """A class's fields with what decodes them."""
    hints = typing.get_type_hints(cls)
    return tuple((name, key, flat, _decoder(hints[name])) for name, key, flat in _fields(cls))
