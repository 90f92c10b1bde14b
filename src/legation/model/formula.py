"""Formulas as text and as trees. A small grammar of its own: nothing is ever evaluated as code.

relation := sum ("=" | "<=" | ">=") sum
sum      := product (("+" | "-") product)*
product  := power (("*" | "/") power)*
power    := atom ("^" ["-"] digits)?
atom     := number ["[" unit "]"] | name | "sum" "(" sum ")" | "-" atom | "(" sum ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from legation.errors import ModelError

DEEPEST = 30
"""Brackets and signs inside each other; more is no formula of a person."""

HIGHEST = 8
"""The highest power."""

LONGEST = 2_000
"""Characters of a formula."""

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)|(?P<name>[a-z_][a-z0-9_]*)|\[(?P<unit>[^\[\]]*)\]|(?P<sign><=|>=|[-+*/^()=]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A constant, with its unit where it has one."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity of the model."""

    id: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A part added up over all quantities that a pattern with `many` found."""

    body: Tree


@dataclass(frozen=True, slots=True)
class Op:
    """`+`, `-`, `*` or `/` of two parts."""

    sign: str
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Power:
    """A part to a whole power."""

    base: Tree
    exponent: int


Tree: TypeAlias = Number | Name | Sum | Op | Power


@dataclass(frozen=True, slots=True)
class Formula:
    """`left relation right`, as it was written, and what it rests on: a definition, a source sentence or an assumption."""

    left: Tree
    relation: str
    right: Tree
    text: str
    basis: str = "assumption"
    because: str = ""


def parse_formula(text: str, basis: str = "assumption", because: str = "") -> Formula:
    """The formula that a text says. Raises ModelError, with the place, where it says none."""
    return _Parser(text).formula(basis, because)


def names(tree: Tree) -> Iterator[str]:
    """The quantities of a tree, each as often as it stands there."""
    match tree:
        case Name(id):
            yield id
        case Sum(body) | Power(body, _):
            yield from names(body)
        case Op(_, left, right):
            yield from names(left)
            yield from names(right)


def variables(formula: Formula) -> list[str]:
    """The quantities of both sides, each as often as it stands there."""
    return [*names(formula.left), *names(formula.right)]


def sums(tree: Tree) -> Iterator[Tree]:
    """What the sums of a tree add up."""
    match tree:
        case Sum(body):
            yield body
        case Op(_, left, right):
            yield from sums(left)
            yield from sums(right)
        case Power(base, _):
            yield from sums(base)


def unfold(tree: Tree, many: Mapping[str, tuple[str, ...]]) -> Tree:
    """The tree with every `sum( )` written out over the quantities that `many` has for the one of them in it; a sum over none is 0."""
    match tree:
        case Sum(body):
            out: Tree = Number(0.0)
            kind = next((id for id in names(body) if id in many), "")
            for n, part in enumerate(many.get(kind, ())):
                written = _renamed(body, kind, part)
                out = Op("+", out, written) if n else written
            return out
        case Op(sign, left, right):
            return Op(sign, unfold(left, many), unfold(right, many))
        case Power(base, exponent):
            return Power(unfold(base, many), exponent)
    return tree


def _renamed(tree: Tree, old: str, new: str) -> Tree:
    match tree:
        case Name(id):
            return Name(new) if id == old else tree
        case Op(sign, left, right):
            return Op(sign, _renamed(left, old, new), _renamed(right, old, new))
        case Power(base, exponent):
            return Power(_renamed(base, old, new), exponent)
    return tree


class _Parser:
    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise ModelError(f"a formula of {len(text):,} characters; at most {LONGEST:,} are read")
        self.text, self.at, self.depth = text, 0, 0
        self.tokens = list(self._tokens())

    def _tokens(self) -> Iterator[tuple[str, str]]:
        at, end = 0, len(self.text.rstrip())
        while at < end:
            found = TOKEN.match(self.text, at)
            if not found or found.lastgroup is None:
                raise ModelError(f"formula {self.text!r}: {self.text[at:].strip()[:10]!r} is not understood")
            yield found.lastgroup, found.group(found.lastgroup)
            at = found.end()
        yield "end", ""

    def formula(self, basis: str, because: str) -> Formula:
        left = self.sum()
        relation = self.take("=", "<=", ">=")
        if not relation:
            raise self.error("=, <= or >= is missing")
        right = self.sum()
        if self.tokens[self.at][0] != "end":
            raise self.error("the formula should end here")
        return Formula(left, relation, right, " ".join(self.text.split()), basis, because)

    def take(self, *signs: str) -> str | None:
        kind, value = self.tokens[self.at]
        if kind == "sign" and value in signs:
            self.at += 1
            return value
        return None

    def error(self, why: str) -> ModelError:
        return ModelError(f"formula {self.text!r}: {why}, at {self.tokens[self.at][1] or 'the end'!r}")

    def sum(self) -> Tree:
        out = self.product()
        while sign := self.take("+", "-"):
            out = Op(sign, out, self.product())
        return out

    def product(self) -> Tree:
        out = self.power()
        while sign := self.take("*", "/"):
            out = Op(sign, out, self.power())
        return out

    def power(self) -> Tree:
        base = self.atom()
        if not self.take("^"):
            return base
        minus = -1 if self.take("-") else 1
        kind, value = self.tokens[self.at]
        if kind != "number" or not value.isdigit() or not 0 < int(value) <= HIGHEST:
            raise self.error(f"a power is a whole number from 1 to {HIGHEST}")
        self.at += 1
        return Power(base, minus * int(value))

    def atom(self) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"more than {DEEPEST} brackets inside each other")
        out = self._atom()
        self.depth -= 1
        return out

    def _atom(self) -> Tree:
        if self.take("-"):
            return Op("-", Number(0.0), self.atom())
        if self.take("("):
            out = self.sum()
            self.close()
            return out
        kind, value = self.tokens[self.at]
        if kind not in ("number", "name"):
            raise self.error("a number, a name or a bracket is missing")
        self.at += 1
        if kind == "number":
            unit, text = self.tokens[self.at]
            self.at += unit == "unit"
            return Number(float(value), text if unit == "unit" else "")
        if value.lower() == "sum" and self.take("("):
            body = self.sum()
            if not any(names(body)):
                raise self.error("sum( ) takes a part with the name of a quantity")
            self.close()
            return Sum(body)
        return Name(value)

    def close(self) -> None:
        if not self.take(")"):
            raise self.error("a closing bracket is missing")
