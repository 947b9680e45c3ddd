"""JSON that is checked before it is believed, and written so that a diff can be read.

`parse` refuses what Python's reader lets through: keys given twice, NaN, numbers beyond use,
half characters, nesting without end. A `Node` is a value that knows where in the file it
stands, so that each complaint can say so.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from editor.files.errors import ProjectError

DEPTH = 64
"""How deep objects and lists may nest."""

_DIGITS = 18
_LINE = 100

E = TypeVar("E", bound=Enum)


class _Twice(dict[str, Any]):
    """An object of the file in which a key stands twice."""

    key = ""


class _BadNumber:
    """NaN, an infinity, or a number beyond use."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice, seen = _Twice(found), set()
    for key, _ in pairs:
        if key in seen:
            twice.key = key
        seen.add(key)
    return twice


def _integer(digits: str) -> int | _BadNumber:
    return int(digits) if len(digits) <= _DIGITS else _BadNumber()


def _float(digits: str) -> float | _BadNumber:
    number = float(digits)
    return number if abs(number) < 1e300 else _BadNumber()


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file and its place. Its readers raise `ProjectError`, saying where."""

    value: Any
    parent: Node | None = None
    key: str | int = ""

    @property
    def at(self) -> str:
        """The place, as in `pages[0].decisions.joints[3].at`; empty for the whole."""
        keys: list[str] = []
        node: Node | None = self
        while node is not None and node.parent is not None:
            keys.append(f"[{node.key}]" if isinstance(node.key, int) else f".{node.key}")
            node = node.parent
        return "".join(reversed(keys)).removeprefix(".")

    def wrong(self, code: str, **facts: object) -> ProjectError:
        """The error of this code at this place."""
        return ProjectError(code, at=_printable(self.at), **facts)

    def _wanted(self, wanted: str, wanted_zh: str) -> ProjectError:
        return self.wrong("wrong-type", wanted=wanted, wanted_zh=wanted_zh)

    def has(self, key: str) -> bool:
        """Whether an object has this key."""
        return isinstance(self.value, dict) and key in self.value

    def holding(self, needed: Collection[str]) -> Node:
        """Itself, an object with all of `needed`; others may stand beside them."""
        if not isinstance(self.value, dict):
            raise self._wanted("an object", "对象")
        for key in needed:
            if key not in self.value:
                raise self.wrong("missing", name=key)
        return self

    def others(self, known: Collection[str]) -> str:
        """The fields that are not `known`, as one canonical text; empty where there are none."""
        found = {key: value for key, value in self.value.items() if key not in known}
        return canonical(found) if found else ""

    def fields(self, needed: Collection[str], allowed: Collection[str] = ()) -> Node:
        """Itself, an object with all of `needed` and no others than these and `allowed`."""
        self.holding(needed)
        for key in self.value:
            if key not in needed and key not in allowed:
                raise self.wrong("unknown-field", name=_printable(key))
        return self

    def __getitem__(self, key: str) -> Node:
        """A field of an object that has it."""
        return Node(self.value[key], self, key)

    def items(self) -> Iterator[Node]:
        """The entries of a list."""
        if not isinstance(self.value, list):
            raise self._wanted("a list", "列表")
        return (Node(value, self, index) for index, value in enumerate(self.value))

    def text(self) -> str:
        """A string."""
        if not isinstance(self.value, str):
            raise self._wanted("text", "文本")
        return self.value

    def texts(self) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(entry.text() for entry in self.items())

    def number(self, last: int | None = None) -> int:
        """An integer from 0 to `last`."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._wanted("a whole number", "整数")
        if self.value < 0 or (last is not None and self.value > last):
            raise self.wrong("out-of-range", value=self.value)
        return self.value

    def one_of(self, kind: type[E]) -> E:
        """A value of an enumeration."""
        value = self.text()
        try:
            return kind(value)
        except ValueError:
            raise self.wrong("unknown-value", value=_printable(value)) from None


def parse(data: bytes) -> Node:
    """The JSON in these bytes. Raises `ProjectError`."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ProjectError("bad-encoding", position=error.start) from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=lambda _: _BadNumber(),
        )
    except json.JSONDecodeError as error:
        raise ProjectError("bad-json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise ProjectError("too-deep", at="") from None
    _check(Node(value))
    return Node(value)


def _check(root: Node) -> None:
    """Refuse what no part of a file may hold, wherever it stands."""
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        value = node.value
        if isinstance(value, _BadNumber):
            raise node.wrong("bad-number")
        if isinstance(value, str) and _is_cut(value):
            raise node.wrong("bad-text")
        if not isinstance(value, dict | list):
            continue
        if depth > DEPTH:
            raise node.wrong("too-deep")
        if isinstance(value, _Twice):
            raise node.wrong("twice", name=_printable(value.key))
        for key, held in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(key, str) and _is_cut(key):
                raise node.wrong("bad-text")
            if isinstance(held, dict | list | _BadNumber) or (
                isinstance(held, str) and _is_cut(held)
            ):
                waiting.append((Node(held, node, key), depth + 1))


def _is_cut(text: str) -> bool:
    """Whether half a character (a lone surrogate) is in it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _printable(text: str) -> str:
    """Text of a file as it may stand in a message."""
    short = text if len(text) <= 60 else f"{text[:60]}…"
    return short.encode("utf-8", "replace").decode().replace("\n", " ")


def canonical(value: Any) -> str:
    """A value as text that is the same for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def written(value: Any, depth: int = 0) -> str:
    """A value as JSON for people and diffs: a line for each entry, short entries in one line."""
    inner, outer = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, dict) and value:
        if depth and all(map(_in_line, value.values())):  # nothing long is written for nothing
            flat = json.dumps(value, ensure_ascii=False)
            if len(flat) <= _LINE:
                return flat
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {written(held, depth + 1)}"
            for key, held in value.items()
        ]
        return "{" + inner + f",{inner}".join(parts) + outer + "}"
    if isinstance(value, list) and value and not _in_line(value):
        return "[" + inner + f",{inner}".join(written(v, depth + 1) for v in value) + outer + "]"
    return json.dumps(value, ensure_ascii=False)


def _in_line(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(entry, int) for entry in value)
    return not isinstance(value, dict)
