"""A project as one file: everything that was decided, checked whole before any of it is used.

Versioned JSON that a diff can read; the form stands in docs/project-format.md. The source's
text is in it with its hash, the reading never. Fields that this version does not know are kept
and written back. Files of older versions are made new ones by `project_versions` before they
are read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editor.files import safe, state
from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, ProjectError, from_system, shown
from editor.files.house_rules import rules as read_rules
from editor.files.house_rules import rules_json
from editor.files.project_entries import (
    decisions_json,
    others_json,
    read_decisions,
    read_place,
    read_span,
)
from editor.files.project_history import (
    META,
    history_json,
    link_json,
    meta_json,
    page_of,
    quiet_json,
    read_history,
    read_link,
    read_meta,
    read_quiet,
)
from editor.files.project_versions import VERSION, upgraded
from editor.files.strict_json import Node, canonical, parse, written
from editor.model.decisions import FIELDS
from editor.model.giving_way import pause, paused
from editor.model.project import Page, Project, Seen, Style, View
from editor.model.rules import Rules
from editor.model.source import BLANK, LINES, Origin, Source, too_long

SUFFIX = ".galley"
SIZE_LIMIT = 256 * 1024 * 1024
"""The largest project file that is read, in bytes."""

_NEEDED = ("galley", "pages", "links", "style", "history", "seen")
_FIELDS = (*_NEEDED, "away", "view")
_PAGE = ("key", "origin", "meta", "sha256", "text", "decisions")
_SEEN = ("page", "version", "joints", "roles")
_SEEN_JOINT, _SEEN_ROLE = ("at", "joint"), ("span", "role")
_ORIGIN = ("name", "path", "encoding", "sha256")


@dataclass(frozen=True)
class Stamp:
    """What tells a file's bytes from others: SHA-256 in lower-case hexadecimal, and how many."""

    sha256: str
    length: int


def stamp_of(data: bytes) -> Stamp:
    """The stamp of these bytes."""
    return Stamp(hash_of(data), len(data))


@dataclass(frozen=True)
class Saved:
    """What a save wrote. `warning`: why the version before could not be kept, if so."""

    stamp: Stamp
    warning: FileError | None = None


def save(
    path: str | os.PathLike[str],
    project: Project,
    known: set[str] | None = None,
    *,
    over: bool = False,
) -> Saved:
    """Write a project; on any error the old file is whole. Raises `ProjectError`.

    `known`: hashes (SHA-256) of what the file may hold; where it holds something else, somebody
    changed it, and it is not overwritten (code `changed-outside`) but `over` all. What is written
    is added. What the file held is kept in the state folder; where that fails, a warning says why.
    """
    data = to_bytes(project)
    before, trouble = _before(path)
    if known is not None and before is not None and hash_of(before) not in known:
        if not over:
            raise ProjectError("changed-outside", path=shown(path))
        known.add(hash_of(before))
    if before is not None and before != data:
        try:
            state.keep_previous(path, before)
        except OSError as error:
            trouble = from_system(error, error.filename or "previous")
    stamp = stamp_of(data)
    if known is not None:
        known.add(stamp.sha256)
    try:
        safe.write(path, data)
    except (OSError, ValueError) as error:
        refusal = from_system(error if isinstance(error, OSError) else OSError(2, ""), path)
        raise ProjectError(refusal.code, **refusal.facts) from error
    return Saved(stamp, trouble)


def _before(path: str | os.PathLike[str]) -> tuple[bytes | None, FileError | None]:
    """What a file holds, None where there is none; and why it cannot be read."""
    try:
        return read_bytes(path, SIZE_LIMIT), None
    except FileError as error:
        missing = error.code in ("not-found", "no-folder", "is-folder")
        return None, None if missing else error


def hash_of(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def load(path: str | os.PathLike[str]) -> Project:
    """The project in a file, whole or not at all. Raises `ProjectError`, saying what and where."""
    return load_known(path)[0]


def load_known(path: str | os.PathLike[str]) -> tuple[Project, Stamp]:
    """The project in a file and the stamp of the file. Raises `ProjectError`."""
    try:
        data = read_bytes(path, SIZE_LIMIT)
        return from_bytes(data), stamp_of(data)
    except FileError as error:
        raise ProjectError(error.code, **{**error.facts, "path": shown(path)}) from None


def to_bytes(project: Project, *, plain: bool = False) -> bytes:
    """The file of a project; of the history the last 10,000 steps.

    `plain`: not laid out for people and diffs, which is much sooner done.
    """
    whole: dict[str, Any] = {"galley": VERSION}
    whole["pages"] = [_page_json(page) for page in project.pages]
    if project.away:
        whole["away"] = [_page_json(page) for page in project.away]
    whole["links"] = [link_json(link) for link in project.links]
    whole["style"] = {"roster": list(project.style.roster)}
    if rules := rules_json(project.style.rules):
        whole["style"]["rules"] = rules
    if project.style.quiet:
        whole["style"]["quiet"] = [quiet_json(one) for one in project.style.quiet]
    whole["history"] = history_json(project.history)
    whole["seen"] = [_seen_json(seen) for seen in project.seen]
    if project.view is not None:
        whole["view"] = {"page": project.view.page, "at": project.view.raw_at}
    by_key = {page["key"]: page for page in (*whole["pages"], *whole.get("away", ()))}
    for way, text in project.extra:
        place: Any = whole
        for name in way[:-1]:
            place = by_key if place is whole and name == "pages" else place.get(name, {})
        place.setdefault(way[-1], json.loads(text))
    if plain:
        return b"".join([part.encode("utf-8") for part in paused(_portions(whole))])
    return (written(whole) + "\n").encode("utf-8")


AT_ONCE, TAKEN = 1000, 20_000
"""Lines of a page that are written, and characters that are parted into lines, in one go: no other
thread has a turn meanwhile."""


def _portions(value: Any, depth: int = 0) -> Iterator[str]:
    """A project as JSON, page by page, and their text some lines at a time."""
    if isinstance(value, dict) and depth < 3:
        for number, (name, inner) in enumerate(value.items()):
            yield f"{', ' if number else '{'}{_plain(name)}: "
            yield from _portions(inner, depth + 1)
        yield "}" if value else "{}"
    elif isinstance(value, list) and value and isinstance(value[0], dict) and depth < 3:
        for number, inner in enumerate(value):
            yield ", " if number else "["
            yield from _portions(inner, depth + 1)
        yield "]"
    elif isinstance(value, list) and value:
        for first in range(0, len(value), AT_ONCE):
            yield (", " if first else "[") + _plain(value[first : first + AT_ONCE])[1:-1]
        yield "]"
    else:
        yield _plain(value)


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


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
    known: set[str] = set()
    pages = _read_pages(root["pages"], known)
    if not pages:
        raise root["pages"].wrong("no-pages")
    away = _read_pages(root["away"], known) if root.has("away") else ()
    by_key = {page.key: page for page in pages}
    links = tuple(sorted({read_link(node, by_key) for node in root["links"].items()}))
    style = root["style"].holding(("roster",))
    return Project(
        pages,
        links,
        Style(
            style["roster"].texts(),
            read_rules(style["rules"].holding(()), kept=True) if style.has("rules") else Rules(),
            tuple(sorted({read_quiet(node) for node in style["quiet"].items()}))
            if style.has("quiet")
            else (),
        ),
        read_history(root["history"], pages, away, links),
        tuple(_read_seen(node, by_key) for node in root["seen"].items()),
        tuple(_extra(root)),
        _read_view(root["view"], by_key) if root.has("view") else None,
        away,
    )


def _extra(root: Node) -> Iterator[tuple[tuple[str, ...], str]]:
    """The fields that nobody here knows, with the way to each."""
    parts: list[tuple[tuple[str, ...], Node, tuple[str, ...]]] = [
        ((), root, _FIELDS),
        (("style",), root["style"], ("roster", "rules", "quiet")),
        (("history",), root["history"], ("at", "steps")),
    ]
    for page in (*root["pages"].items(), *(root["away"].items() if root.has("away") else ())):
        way: tuple[str, ...] = ("pages", page["key"].text())
        parts.append((way, page, _PAGE))
        known = (("origin", _ORIGIN), ("meta", META), ("decisions", FIELDS))
        parts += [((*way, name), page[name], names) for name, names in known]
    for way, node, names in parts:
        yield from (((*way, k), canonical(v)) for k, v in node.value.items() if k not in names)


def _read_view(node: Node, by_key: dict[str, Page]) -> View:
    node.holding(("page", "at"))
    page = page_of(node["page"], by_key)
    return View(page.key, read_place(node["at"], page.source))


def _lines(text: str) -> list[str]:
    """The lines of a text."""
    lines: list[str] = []
    start, end = 0, text.find("\n", TAKEN)
    while end >= 0:
        lines += text[start:end].split("\n")
        pause()
        start, end = end + 1, text.find("\n", end + TAKEN)
    lines += text[start:].split("\n")
    return lines


def _page_json(page: Page) -> dict[str, Any]:
    return {
        "key": page.key,
        "origin": {name: getattr(page.source.origin, name) for name in _ORIGIN},
        "meta": meta_json(page.meta),
        "sha256": page.source.sha256,
        "text": _lines(page.source.text),
        "decisions": decisions_json(page.decisions),
    }


def _read_page(node: Node) -> Page:
    node.holding(_PAGE)
    origin = node["origin"].holding(_ORIGIN)
    lines = []
    for line in node["text"].items():
        lines.append(line.text())
        if "\n" in lines[-1] or "\r" in lines[-1]:
            raise line.wrong("bad-line")
    text = "\n".join(lines)
    if too_long(text):
        raise node["text"].wrong("too-many-lines", limit=LINES, all=BLANK * LINES)
    source = Source(text, Origin(*(origin[name].text() for name in _ORIGIN)))
    if node["sha256"].text() != source.sha256:
        raise node["text"].wrong("hash")
    return Page(
        node["key"].text(),
        source,
        read_decisions(node["decisions"], source),
        read_meta(node["meta"]),
    )


def _read_pages(node: Node, known: set[str]) -> tuple[Page, ...]:
    """Pages whose keys are not `known` yet; they are then."""
    found: list[Page] = []
    for held in node.items():
        page = _read_page(held)
        if page.key in known:
            raise held["key"].wrong("twice", name=page.key)
        known.add(page.key)
        found.append(page)
    return tuple(found)


def _seen_json(seen: Seen) -> dict[str, Any]:
    told: dict[str, Any] = {
        "page": seen.page,
        "version": seen.version,
        "joints": [{"at": at, "joint": joint} for at, joint in seen.joints],
        "roles": [{"span": [start, end], "role": role} for start, end, role in seen.roles],
    }
    for entries, extra in (("joints", seen.joint_extra), ("roles", seen.role_extra)):
        for number, text in extra:
            entry = told[entries][number]
            told[entries][number] = entry | others_json(text, entry)
    return told | others_json(seen.extra, told)


def _read_seen(node: Node, by_key: dict[str, Page]) -> Seen:
    node.holding(_SEEN)
    page = page_of(node["page"], by_key)
    joints = [node.holding(_SEEN_JOINT) for node in node["joints"].items()]
    roles = [node.holding(_SEEN_ROLE) for node in node["roles"].items()]
    return Seen(
        page.key,
        node["version"].text(),
        tuple((read_place(one["at"], page.source), one["joint"].text()) for one in joints),
        tuple((*read_span(one["span"], page.source), one["role"].text()) for one in roles),
        node.others(_SEEN),
        _others_of(joints, _SEEN_JOINT),
        _others_of(roles, _SEEN_ROLE),
    )


def _others_of(nodes: list[Node], names: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """What the file says of entries besides these names, by their number."""
    found = ((number, node.others(names)) for number, node in enumerate(nodes))
    return tuple((number, text) for number, text in found if text)
