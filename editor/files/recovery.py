"""What a crash left: journals whose program is gone, and what they would bring back.

A journal is believed as far as it is whole: a line that was not written to its end, and all
behind it, never happened. One that cannot be read at all is told, not thrown away.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from editor.files import state
from editor.files.bytes_in import read_bytes
from editor.files.errors import FileError, from_system, shown
from editor.files.journal_lines import unframed
from editor.files.lock import Owner
from editor.files.project import SIZE_LIMIT, Stamp, from_bytes, load, stamp_of
from editor.files.project_history import read_step
from editor.files.strict_json import Node
from editor.model.history import History, Step
from editor.model.project import Project

EMPTY_FOR = 3600.0
"""Seconds after which a journal without anything in it is nobody's."""
TAKEN = "taken.json"
"""Tells who offers a dead program's work at present."""
_STEPS = re.compile(r"steps-([0-9]{1,9})\.jsonl")


@dataclass(frozen=True)
class Found:
    """Work that was not saved. `path`: the project's file, or empty; `name` for people.

    `steps`: how many gestures would come back, `last` the newest of them, `when` the time of the
    last (ISO 8601, UTC). `known`: hashes of what the file held, for `project.save`. `error`: why
    it cannot be read; then there is no project.
    """

    folder: Path
    path: str = ""
    name: str = ""
    project: Project | None = None
    steps: int = 0
    last: tuple[Step, ...] = ()
    when: str = ""
    known: tuple[str, ...] = ()
    error: FileError | None = None


def unsaved() -> list[Found]:
    """The work that programs left that run no more, newest first. Raises `OSError`."""
    found = []
    for folder in state.folder("journals").iterdir():
        one = _look(folder) if folder.is_dir() else None
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.when, reverse=True)


def claim(found: Found) -> Found | None:
    """Make it this program's, so that no other offers it too; None where it is gone."""
    mine = found.folder.with_name(secrets.token_hex(12))
    try:
        os.rename(found.folder, mine)
        (mine / TAKEN).write_text(json.dumps(Owner.here().as_json), "utf-8")
    except OSError:
        return None
    return replace(found, folder=mine)


def forget(found: Found) -> None:
    """Throw it away: it was declined, or its work is safe elsewhere."""
    shutil.rmtree(found.folder, ignore_errors=True)


def _look(folder: Path) -> Found | None:
    """What a journal holds; None where it is another's, or holds nothing new."""
    generations = sorted(
        (int(match[1]) for path in folder.iterdir() if (match := _STEPS.fullmatch(path.name))),
        reverse=True,
    )
    if not generations:
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > EMPTY_FOR:
                shutil.rmtree(folder, ignore_errors=True)
        return None
    if _is_offered(folder):
        return None
    error: FileError | None = None
    told: dict[str, Any] = {}
    for generation in generations:
        steps = folder / f"steps-{generation}.jsonl"
        try:
            data = read_bytes(steps, SIZE_LIMIT)
            head, *lines = data.splitlines(keepends=True) or [b""]
            about = unframed(head)
            if not isinstance(about, dict):
                error = FileError("journal", path=str(folder))
                continue
            told = about
            owner = Owner.read(about.get("owner"))
            if owner is not None and owner.lives:
                return None
            ground = from_bytes(_ground(folder / f"ground-{generation}.galley", about))
        except FileError as wrong:
            if steps.exists():  # else it is being thrown away at this moment
                error = wrong
            continue
        return _found(folder, about, followed(ground, lines))
    if error is None:
        return None
    path, name = (
        text if isinstance(text := told.get(key), str) else "" for key in ("path", "name")
    )
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(folder.stat().st_mtime))
    return Found(folder, path, name, when=when, error=error)


def _ground(place: Path, about: dict[str, Any]) -> bytes:
    """What the steps of a journal lead on from.

    The copy in the journal; while there was none, the file that was saved, or what was kept of it
    when somebody saved it once more. Raises `FileError`.
    """
    digest, length, path = (about.get(key) for key in ("sha256", "length", "path"))
    if not isinstance(digest, str) or type(length) is not int or not isinstance(path, str):
        return read_bytes(place, SIZE_LIMIT)
    wanted = Stamp(digest, length)
    for one in (place, Path(path), state.previous(path)):
        with contextlib.suppress(FileError):
            data = read_bytes(one, SIZE_LIMIT)
            if stamp_of(data) == wanted:
                return data
    raise FileError("no-ground", path=shown(path))


def _is_offered(folder: Path) -> bool:
    try:
        owner = Owner.read(json.loads((folder / TAKEN).read_bytes()[:4096]))
    except (OSError, ValueError, RecursionError):
        return False
    return owner is not None and owner.lives


def _found(folder: Path, about: dict[str, Any], project: Project) -> Found | None:
    path, name, saved = (about.get(key) for key in ("path", "name", "saved"))
    path = path if isinstance(path, str) else ""
    saved = saved if type(saved) is int and saved >= 0 else 0
    if path and _is_safe(path, project):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    history = project.history
    new = history.steps[min(saved, history.at) : history.at]
    if history.at < saved:  # steps were taken back after the save
        new = history.steps[history.at : saved]
    last = (new or history.steps[: history.at])[-3:]
    when = max((step.when for step in history.steps[-1:]), default="")
    told = about.get("known")
    known = tuple(e for e in told if isinstance(e, str)) if isinstance(told, list) else ()
    name = name if isinstance(name, str) else ""
    return Found(folder, path, name, project, max(1, len(new)), last, when, known)


def _is_safe(path: str, project: Project) -> bool:
    """Whether the file holds this very work (the crash came right behind a save)."""
    try:
        there = load(path)
    except FileError:
        return False
    return (there.pages, there.links, there.style) == (project.pages, project.links, project.style)


def followed(project: Project, lines: list[bytes]) -> Project:
    """The project after as many lines as are whole and fit."""
    pages = {page.key: page for page in (*project.pages, *project.away)}
    for line in lines:
        record = unframed(line)
        if not isinstance(record, dict):
            break
        try:
            project = _after(project, record, pages)
        except (FileError, ValueError, KeyError, TypeError, IndexError):
            break
    return project


def _after(project: Project, record: dict[str, Any], pages: dict[str, Any]) -> Project:
    """The project after one line. Raises `ValueError` and the like where it does not fit."""
    drop, keep, at = record["drop"], record["keep"], record["at"]
    old = project.history
    came = [read_step(Node(step), pages) for step in record["steps"]]
    if not 0 <= drop <= len(old.steps) or not 0 <= keep <= len(old.steps) - drop:
        raise ValueError("a line that does not fit")
    steps = (*old.steps[drop : drop + keep], *came)
    history = History(steps, at)
    stands = old.at - drop
    while stands > keep:
        stands -= 1
        project = project.stepped(old.steps[stands + drop].inverse())
    if stands < 0:
        raise ValueError("a line that does not fit")
    for step in steps[stands:at]:
        project = project.stepped(step)
    for step in reversed(steps[at:stands]):
        project = project.stepped(step.inverse())
    return replace(project, history=history)


def refusal(error: OSError) -> FileError:
    """Why journals cannot be written or looked for."""
    return from_system(error, error.filename or "journal")
