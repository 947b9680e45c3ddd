"""A project as one file: everything that was decided, checked whole before any of it is used.

Versioned JSON that a diff can read; the form stands in docs/project-format.md. The source's
text is in it with its hash, the reading never. Fields that this version does not know are kept
and written back. Files of older versions are made new ones by `project_versions` before they
are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from editor.files import safe
from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, ProjectError, from_system, shown
from editor.files.project_entries import (
    Walk,
    decisions_json,
    delta_json,
    others_json,
    read_decisions,
    read_delta,
    read_place,
    read_span,
)
from editor.files.project_versions import VERSION, upgraded
from editor.files.strict_json import Node, canonical, parse, written
from editor.model.decisions import FIELDS
from editor.model.history import LIMIT, History, Step, StyleChange
from editor.model.project import Link, Meta, Page, Project, Seen, Style, View
from editor.model.source import Origin, Source

SUFFIX = ".galley"
SIZE_LIMIT = 256 * 1024 * 1024
"""The largest project file that is read, in bytes."""

_NEEDED = ("galley", "pages", "links", "style", "history", "seen")
_FIELDS = (*_NEEDED, "view")
_PAGE = ("key", "origin", "meta", "sha256", "text", "decisions")
_LINK = ("page", "at", "to_page", "to_at")
_STEP = ("name", "page", "when")
_ORIGIN = ("name", "path", "encoding", "sha256")
_META = ("paper", "date", "section", "number")


def save(path: str | os.PathLike[str], project: Project) -> None:
    """Write a project; on any error the old file is whole. Raises `ProjectError`."""
    try:
        safe.write(path, to_bytes(project))
    except OSError as error:
        refusal = from_system(error, path)
        raise ProjectError(refusal.code, **refusal.facts) from error


def load(path: str | os.PathLike[str]) -> Project:
    """The project in a file, whole or not at all. Raises `ProjectError`, saying what and where."""
    try:
        return from_bytes(read_bytes(path, SIZE_LIMIT))
    except FileError as error:
        raise ProjectError(error.code, **{**error.facts, "path": shown(path)}) from None


def to_bytes(project: Project, *, plain: bool = False) -> bytes:
    """The file of a project; of the history the last 10,000 steps.

    `plain`: not laid out for people and diffs, which is much sooner done.
    """
    whole: dict[str, Any] = {"galley": VERSION}
    whole["pages"] = [_page_json(page) for page in project.pages]
    whole["links"] = [
        {"page": e.page, "at": e.raw_at, "to_page": e.to_page, "to_at": e.to_at}
        | others_json(e.extra, _LINK)
        for e in project.links
    ]
    whole["style"] = {"roster": list(project.style.roster)}
    whole["history"] = _history_json(project.history)
    whole["seen"] = [_seen_json(seen) for seen in project.seen]
    if project.view is not None:
        whole["view"] = {"page": project.view.page, "at": project.view.raw_at}
    by_key = {page["key"]: page for page in whole["pages"]}
    for way, text in project.extra:
        place: Any = whole
        for name in way[:-1]:
            place = by_key if place is whole and name == "pages" else place.get(name, {})
        place.setdefault(way[-1], json.loads(text))
    if plain:
        return json.dumps(whole, ensure_ascii=False).encode("utf-8")
    return (written(whole) + "\n").encode("utf-8")


def from_bytes(data: bytes) -> Project:
    """The project in these bytes. Raises `ProjectError`."""
    if not data.strip():
        raise ProjectError("empty")
    root = parse(data)
    if not root.has("galley"):
        raise ProjectError("not-project")
    version = root["galley"].number()
    if version > VERSION:
        raise ProjectError("newer", found=version, known=VERSION)
    if version < 1:
        raise ProjectError("not-project")
    root = upgraded(root, version).holding(_NEEDED)
    pages = tuple(_read_page(node) for node in root["pages"].items())
    if not pages:
        raise root["pages"].wrong("no-pages")
    by_key: dict[str, Page] = {}
    for node, page in zip(root["pages"].items(), pages, strict=True):
        if page.key in by_key:
            raise node["key"].wrong("twice", name=page.key)
        by_key[page.key] = page
    style = root["style"].holding(("roster",))
    return Project(
        pages,
        tuple(_read_link(node, by_key) for node in root["links"].items()),
        Style(style["roster"].texts()),
        _read_history(root["history"], by_key),
        tuple(_read_seen(node, by_key) for node in root["seen"].items()),
        tuple(_extra(root)),
        _read_view(root["view"], by_key) if root.has("view") else None,
    )


def _extra(root: Node) -> Iterator[tuple[tuple[str, ...], str]]:
    """The fields that nobody here knows, with the way to each."""
    parts: list[tuple[tuple[str, ...], Node, tuple[str, ...]]] = [
        ((), root, _FIELDS),
        (("style",), root["style"], ("roster",)),
        (("history",), root["history"], ("at", "steps")),
    ]
    for page in root["pages"].items():
        way: tuple[str, ...] = ("pages", page["key"].text())
        parts.append((way, page, _PAGE))
        known = (("origin", _ORIGIN), ("meta", _META), ("decisions", FIELDS))
        parts += [((*way, name), page[name], names) for name, names in known]
    for way, node, names in parts:
        yield from (((*way, k), canonical(v)) for k, v in node.value.items() if k not in names)


def _read_view(node: Node, by_key: dict[str, Page]) -> View:
    node.holding(("page", "at"))
    page = _page_of(node["page"], by_key)
    return View(page.key, read_place(node["at"], page.source))


def _page_json(page: Page) -> dict[str, Any]:
    return {
        "key": page.key,
        "origin": {name: getattr(page.source.origin, name) for name in _ORIGIN},
        "meta": {name: getattr(page.meta, name) for name in _META},
        "sha256": page.source.sha256,
        "text": page.source.text.split("\n"),
        "decisions": decisions_json(page.decisions),
    }


def _read_page(node: Node) -> Page:
    node.holding(_PAGE)
    origin, meta = node["origin"].holding(_ORIGIN), node["meta"].holding(_META)
    lines = []
    for line in node["text"].items():
        lines.append(line.text())
        if "\n" in lines[-1] or "\r" in lines[-1]:
            raise line.wrong("bad-line")
    source = Source("\n".join(lines), Origin(*(origin[name].text() for name in _ORIGIN)))
    if node["sha256"].text() != source.sha256:
        raise node["text"].wrong("hash")
    return Page(
        node["key"].text(),
        source,
        read_decisions(node["decisions"], source),
        Meta(*(meta[name].text() for name in _META)),
    )


def _page_of(node: Node, by_key: dict[str, Page]) -> Page:
    key = node.text()
    if key not in by_key:
        raise node.wrong("no-page", value=key)
    return by_key[key]


def _read_link(node: Node, by_key: dict[str, Page]) -> Link:
    node.holding(_LINK)
    page, to_page = _page_of(node["page"], by_key), _page_of(node["to_page"], by_key)
    return Link(
        page.key,
        read_place(node["at"], page.source),
        to_page.key,
        read_place(node["to_at"], to_page.source),
        node.others(_LINK),
    )


def _history_json(history: History) -> dict[str, Any]:
    dropped = max(0, len(history.steps) - LIMIT)
    steps = history.steps[dropped:]
    return {
        "at": max(0, history.at - dropped),
        "steps": [step_json(step) for step in steps],
    }


def step_json(step: Step) -> dict[str, Any]:
    """A step of the history as it stands in a file."""
    found = {
        "name": step.name,
        "page": step.page,
        "when": step.when,
        **delta_json(step.delta),
        **_roster_json(step.style),
    }
    return found | others_json(step.extra, found)


def read_step(node: Node, pages: dict[str, Page]) -> Step:
    """A step of the history of these pages by their keys. Raises `ProjectError`."""
    node.holding(_STEP)
    page = _page_of(node["page"], pages)
    delta = read_delta(node, page.source)
    others = node.others((*_STEP, "gone", "came", "roster"))
    return Step(
        node["name"].text(), page.key, delta, node["when"].text(), _read_roster(node), others
    )


def _roster_json(change: StyleChange) -> dict[str, Any]:
    sides = (("gone", change.gone), ("came", change.came))
    told = {name: list(names) for name, names in sides if names}
    return {"roster": told} if told else {}


def _read_roster(node: Node) -> StyleChange:
    if not node.has("roster"):
        return StyleChange()
    held = node["roster"]
    held.fields((), ("gone", "came"))
    sides = (held[name].texts() if held.has(name) else () for name in ("gone", "came"))
    return StyleChange(*sides)


def _read_history(node: Node, by_key: dict[str, Page]) -> History:
    """The history, if its steps lead back from what is decided and forward again."""
    node.holding(("at", "steps"))
    places = list(node["steps"].items())
    steps = [read_step(held, by_key) for held in places]
    at = node["at"].number(len(steps))
    back = {key: Walk(page.decisions) for key, page in by_key.items()}
    for index in reversed(range(at)):
        if not back[steps[index].page].fits(steps[index].delta.inverse()):
            raise places[index].wrong("history")
    forward = {key: Walk(page.decisions) for key, page in by_key.items()}
    for index in range(at, len(steps)):
        if not forward[steps[index].page].fits(steps[index].delta):
            raise places[index].wrong("history")
    return History(tuple(steps), at)


def _seen_json(seen: Seen) -> dict[str, Any]:
    return {
        "page": seen.page,
        "version": seen.version,
        "joints": [{"at": at, "joint": joint} for at, joint in seen.joints],
        "roles": [{"span": [start, end], "role": role} for start, end, role in seen.roles],
    }


def _read_seen(node: Node, by_key: dict[str, Page]) -> Seen:
    node.holding(("page", "version", "joints", "roles"))
    page = _page_of(node["page"], by_key)
    joints = []
    for held in node["joints"].items():
        held.holding(("at", "joint"))
        joints.append((read_place(held["at"], page.source), held["joint"].text()))
    roles = []
    for held in node["roles"].items():
        held.holding(("span", "role"))
        roles.append((*read_span(held["span"], page.source), held["role"].text()))
    return Seen(page.key, node["version"].text(), tuple(joints), tuple(roles))
