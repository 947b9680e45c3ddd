"""A project in portions is the same project: its journal's ground is written so."""

from __future__ import annotations

import json

from editor.files.project import AT_ONCE, from_bytes, to_bytes
from editor.model.decisions import Decisions, Patch
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.source import Origin, Source


def test_long_pages_written_in_portions_come_back_the_same() -> None:
    long = "\n".join(f"第{number}行“话”\\ {number}" for number in range(2 * AT_ONCE + 7))
    decisions = Decisions(patches=(Patch(Span(1, 1), "改"), Patch(Span(4, 5), "")))
    pages = (
        Page("p1", Source(long, Origin("一.txt")), decisions),
        Page("p2", Source("短。", Origin("二.txt"))),
    )
    project = Project(pages)
    data = to_bytes(project, plain=True)
    assert from_bytes(data) == project
    assert json.loads(data) == json.loads(to_bytes(project))
