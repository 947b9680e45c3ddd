"""How each kind of decision stands in a project file: one table, read and written by it.

A decision is one object: its fields, then who and when where they are known. What a file
claims is held against the page's text: places are on it, entries in order and without twins,
roles, headings and patches without overlap.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from editor.files.strict_json import Node
from editor.model.decisions import (
    FIELDS,
    Decisions,
    Delta,
    Dismissed,
    Done,
    Entry,
    Habit,
    HeadingDecision,
    JointDecision,
    LeftOut,
    Mark,
    Move,
    Patch,
    Pin,
    RoleDecision,
    Settled,
    TypedField,
)
from editor.model.places import Span
from editor.model.source import Source
from editor.model.structure import Joint, Role

Read = Callable[[Node, Source], Any]
Write = Callable[[Any], Any]


def read_span(node: Node, source: Source) -> Span:
    """A span `[start, end]` on the page."""
    ends = [entry.number(len(source.text)) for entry in node.items()]
    if len(ends) != 2:
        raise node.wrong("wrong-type", wanted="[start, end]", wanted_zh="[起, 止]")
    if ends[0] > ends[1]:
        raise node.wrong("bad-span", value=ends)
    return Span(*ends)


def _inked_span(node: Node, source: Source) -> Span:
    span = read_span(node, source)
    if not source.text[span.start : span.end].strip():
        raise node.wrong("not-printed")
    return span


def read_place(node: Node, source: Source) -> int:
    """A place on the page, its end included."""
    return node.number(len(source.text))


def _printed(node: Node, source: Source) -> int:
    raw_at = node.number(max(0, len(source.text) - 1))
    if raw_at >= len(source.text) or source.is_blank(raw_at):
        raise node.wrong("not-printed")
    return raw_at


def _place_or_none(node: Node, source: Source) -> int | None:
    return None if node.value is None else read_place(node, source)


def _text(node: Node, _: Source) -> str:
    return node.text()


def _truth(node: Node, _: Source) -> bool:
    if node.value is not True:
        raise node.wrong("unknown-value", value=node.value)
    return True


def _lines(node: Node, _: Source) -> tuple[str, ...]:
    return node.texts()


def _joint(node: Node, _: Source) -> Joint:
    return node.one_of(Joint)


def _role(node: Node, _: Source) -> Role:
    return node.one_of(Role)


def _habit(node: Node, _: Source) -> Habit:
    return node.one_of(Habit)


def _same(value: Any) -> Any:
    return value


def _value(value: Joint | Role | Habit) -> str:
    found: str = value.value
    return found


def _value_or_none(value: Joint | None) -> str | None:
    return None if value is None else _value(value)


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of an entry: its attribute, its key in the file, how it is read and written.

    Fields that are `names` tell entries apart and order them. A `flag` stands in the file only
    where it is true, or there at all.
    """

    attribute: str
    key: str
    read: Read
    write: Write = _same
    names: bool = False
    flag: bool = False


_SPAN = _Field("span", "span", _inked_span, list, names=True)
_ARTICLE = _Field("article", "article", read_place, names=True)

_TABLE: dict[str, tuple[type[Any], tuple[_Field, ...]]] = {
    "joints": (
        JointDecision,
        (_Field("raw_at", "at", _printed, names=True), _Field("joint", "joint", _joint, _value)),
    ),
    "roles": (RoleDecision, (_SPAN, _Field("role", "role", _role, _value))),
    "headings": (HeadingDecision, (_SPAN, _Field("article", "article", _place_or_none))),
    "moves": (
        Move,
        (
            _SPAN,
            _Field("to", "to", read_place),
            _Field("whole", "whole", _truth, flag=True),
            _Field("joint", "joint", _joint, _value_or_none, flag=True),
        ),
    ),
    "patches": (
        Patch,
        (_Field("span", "span", read_span, list, names=True), _Field("text", "text", _text)),
    ),
    "typed": (
        TypedField,
        (
            _ARTICLE,
            _Field("role", "role", _role, _value, names=True),
            _Field("lines", "lines", _lines, list),
        ),
    ),
    "done": (Done, (_ARTICLE,)),
    "left_out": (LeftOut, (_ARTICLE,)),
    "settled": (Settled, (_Field("doubt", "doubt", _text, names=True),)),
    "pins": (
        Pin,
        (
            _Field("habit", "habit", _habit, _value, names=True),
            _Field("value", "value", _text),
        ),
    ),
    "dismissed": (
        Dismissed,
        (
            _Field("span", "span", read_span, list, names=True),
            _Field("check", "check", _text, names=True),
        ),
    ),
}


def _entry_json(name: str, entry: Entry) -> dict[str, Any]:
    _, about = _TABLE[name]
    found = {
        field.key: field.write(getattr(entry, field.attribute))
        for field in about
        if not field.flag or getattr(entry, field.attribute)
    }
    for key in ("who", "when"):
        if getattr(entry.mark, key):
            found[key] = getattr(entry.mark, key)
    return found | others_json(entry.mark.extra, found)


def others_json(extra: str, known: Collection[str]) -> dict[str, Any]:
    """Fields that were kept because nobody knew them."""
    held: dict[str, Any] = json.loads(extra) if extra else {}
    return {key: value for key, value in held.items() if key not in known}


def _read_entry(name: str, node: Node, source: Source) -> Any:
    kind, about = _TABLE[name]
    node.holding([field.key for field in about if not field.flag])
    values = {
        field.attribute: field.read(node[field.key], source)
        for field in about
        if not field.flag or node.has(field.key)
    }
    if kind is Move:
        span, to = values["span"], values["to"]
        if span.start <= to <= span.end:
            raise node["to"].wrong("unknown-value", value=to)
    if kind is Pin:
        try:
            Pin(**values)
        except ValueError:
            raise node["value"].wrong("unknown-value", value=values["value"]) from None
    who, when = (node[key].text() if node.has(key) else "" for key in ("who", "when"))
    others = node.others({*(field.key for field in about), "who", "when"})
    return kind(**values, mark=Mark(who, when, others))


def _name(name: str, entry: Any) -> tuple[Any, ...]:
    return tuple(f.write(getattr(entry, f.attribute)) for f in _TABLE[name][1] if f.names)


def decisions_json(decisions: Decisions) -> dict[str, Any]:
    """Decisions as they stand in a file; fields without entries are left out."""
    return {
        name: [_entry_json(name, entry) for entry in getattr(decisions, name)]
        for name in FIELDS
        if getattr(decisions, name)
    }


def read_decisions(node: Node, source: Source) -> Decisions:
    """Decisions about a page, held against its text. Raises `ProjectError`."""
    node.holding(())
    found: dict[str, tuple[Any, ...]] = {}
    for name in FIELDS:
        if not node.has(name):
            continue
        entries: list[Any] = []
        for held in node[name].items():
            entry = _read_entry(name, held, source)
            if entries and name != "moves":
                before = entries[-1]
                if name in ("roles", "headings", "patches") and before.span.overlaps(entry.span):
                    raise held.wrong("overlap")
                if _name(name, before) >= _name(name, entry):
                    raise held.wrong("order")
            entries.append(entry)
        found[name] = tuple(entries)
    return Decisions(**found)


def delta_json(delta: Delta) -> dict[str, Any]:
    """A step of the history: what went and what came."""
    return {
        side: {name: [_entry_json(name, entry) for entry in group] for name, group in groups}
        for side, groups in (("gone", delta.gone), ("came", delta.came))
        if groups
    }


def read_delta(node: Node, source: Source) -> Delta:
    """A step of the history of a page with this source. Raises `ProjectError`."""
    sides = []
    for side in ("gone", "came"):
        groups: list[tuple[str, tuple[Entry, ...]]] = []
        if node.has(side):
            held = node[side].fields((), FIELDS)
            for name in FIELDS:
                if held.has(name):
                    group = [_read_entry(name, entry, source) for entry in held[name].items()]
                    groups.append((name, tuple(group)))
        sides.append(tuple(groups))
    return Delta(*sides)


class Walk:
    """Decisions of one page while a history is stepped through, to see whether it fits."""

    def __init__(self, decisions: Decisions) -> None:
        self._now: dict[str, list[Entry]] = {}
        self._sets: dict[str, set[Entry]] = {}
        for name in FIELDS:
            entries: tuple[Entry, ...] = getattr(decisions, name)
            if name == "moves":
                self._now[name] = list(entries)
            else:
                self._sets[name] = set(entries)

    def fits(self, delta: Delta) -> bool:
        """Take the step if what should go is there and what should come is not."""
        gone, came = dict(delta.gone), dict(delta.came)
        for name in gone.keys() | came.keys():
            lost, won = gone.get(name, ()), came.get(name, ())
            if name == "moves":
                if list(lost) != self._now[name]:
                    return False
                self._now[name] = list(won)
                continue
            held = self._sets[name]
            if not held.issuperset(lost):
                return False
            held.difference_update(lost)
            if not held.isdisjoint(won):
                return False
            held.update(won)
        return True
