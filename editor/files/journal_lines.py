"""The lines of a journal: each says how a history went on from what stood before it.

A line has a checksum: one that was not written to its end never happened.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from editor.files.project_history import step_json
from editor.model import history
from editor.model.history import Step
from editor.model.project import Project


def leads(old: Project, now: Project) -> bool:
    """Whether steps alone lead from one to the other."""
    return (
        len(old.pages) == len(now.pages)
        and all(
            a.key == b.key and a.source is b.source and a.meta == b.meta
            for a, b in zip(old.pages, now.pages, strict=True)
        )
        and old.links == now.links
        and not (
            len(now.history.steps) >= history.LIMIT
            and _dropped(old.history.steps, now.history.steps) is None
        )
        and [page.key for page in old.away] == [page.key for page in now.away]
    )


def line(old: Project, now: Project) -> bytes:
    """The line that leads from one to the other."""
    return framed(_record(old.history.steps, now.history.steps, now.history.at))


def _record(old: Sequence[Step], new: Sequence[Step], at: int) -> dict[str, Any]:
    """How a history went on: `drop` steps from its beginning, `keep` what is left, then `steps`.

    A step never changes its place among the others, so those before a kept one are kept.
    """
    drop = _dropped(old, new) or 0
    keep = min(len(old) - drop, len(new))
    while keep and old[drop + keep - 1] is not new[keep - 1]:
        keep -= 1
    return {"drop": drop, "keep": keep, "at": at, "steps": [step_json(s) for s in new[keep:]]}


def _dropped(old: Sequence[Step], new: Sequence[Step]) -> int | None:
    """How many steps left a full history at its beginning; None where nothing is common."""
    if not old or not new or old[0] is new[0]:
        return 0
    return next((n for n, step in enumerate(old) if step is new[0]), None)


def framed(record: dict[str, Any]) -> bytes:
    """A line of a journal: checksum and JSON."""
    held = "".join(_portions(record)).encode("utf-8")
    return b"%08x " % zlib.crc32(held) + held + b"\n"


PARTED = ("steps", "others")
"""What is written entry by entry: a step over many pages in one go would keep all threads waiting.
"""


def _portions(value: Any) -> Iterator[str]:
    """A record as JSON, step by step and page by page."""
    if isinstance(value, dict) and any(name in value for name in PARTED):
        for number, (name, inner) in enumerate(value.items()):
            yield f"{',' if number else '{'}{_json(name)}:"
            yield from _portions(inner) if name in PARTED else (_json(inner),)
        yield "}"
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield "," if number else "["
            yield from _portions(inner)
        yield "]" if value else "[]"
    else:
        yield _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def unframed(line: bytes) -> Any | None:
    """What a line says; None where it was not written to its end."""
    if line[8:9] != b" " or not line.endswith(b"\n"):
        return None
    held = line[9:-1]
    if line[:8] != b"%08x" % zlib.crc32(held):
        return None
    try:
        return json.loads(held)
    except (ValueError, RecursionError):
        return None
