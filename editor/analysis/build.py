"""From labelled lines to blocks: paragraphs in articles, heading lines, furniture.

The walk takes the labels as they are and lets decided joints overrule: a decided running joint
puts a line into the block of the line before it, a decided break starts a new one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.analysis import labels as lab
from editor.analysis.joining import running
from editor.analysis.lines import Line
from editor.model.decisions import Decisions
from editor.model.runs import RUNNING
from editor.model.structure import HEADS, Joint, Role

FLOW = ("run", "paragraph", "article")
CLASSES = tuple(lab.label_class(label) for label in lab.LABELS)
ART_END = frozenset(lab.ids("art_end"))
CROSS = frozenset(lab.ids("cross"))
CAP_MORE = frozenset(lab.ids("cap_more"))


KINDS: dict[str, tuple[Role, ...]] = {
    "flow": (Role.NOTE, Role.CROSSHEAD, Role.BODY),
    "head": HEADS,
    "by": (Role.BYLINE,),
    "furniture": (Role.FURNITURE,),
    "caption": (Role.CAPTION,),
}
"""The roles that a unit of a kind can have."""


@dataclass
class Unit:
    """Lines that stand in one block. `kind`: flow, head, by, furniture or caption."""

    kind: str
    role: Role
    article: int
    """Flow: its article. Others: how many articles had begun before it, less one."""
    lines: list[int] = field(default_factory=list)
    decided: list[Role] = field(default_factory=list)
    label: int = 0

    def settle(self) -> Role:
        """The block's role: what was decided of a part of it, or what its labels say."""
        if not self.decided:
            return self.role
        told = [role for role in self.decided if role in KINDS[self.kind]]
        return told[0] if told else self.role


@dataclass
class Built:
    """The units of a page in raw order, each line's unit, and the joint before each line."""

    units: list[Unit]
    unit_of: list[int]
    joints: list[Joint]
    articles: int
    decided: dict[int, Role]
    """The lines of which was decided what they are."""


def build(
    lines: Sequence[Line], labels: Sequence[int], decisions: Decisions, page: str, *, latin: bool
) -> Built:
    """Walk the lines once."""
    units: list[Unit] = []
    unit_of: list[int] = []
    joints: list[Joint] = []
    articles = 0
    joint_at, decided = decisions.joint_at, _decided(lines, decisions)
    flowing: int | None = None  # the unit that running text goes on in
    for at, line in enumerate(lines):
        label = labels[at]
        kind = CLASSES[label]
        role = decided.get(at)
        told = joint_at.get(line.span.start)
        before = unit_of[-1] if unit_of else None
        flow = kind in FLOW
        joined: int | None = None
        if told in RUNNING and before is not None:
            joined = before
            aside = units[before].kind in ("furniture", "caption") and line.head
            if flow and aside:
                joined = flowing
        if joined is not None and told is not None:
            _append(units[joined], at, role)
            unit_of.append(joined)
            joints.append(told)
            if units[joined].kind == "flow":
                units[joined].label = label
            continue
        if flow:
            starts = not articles or told is Joint.ARTICLE or (told is None and kind == "article")
            block = Role.CROSSHEAD if label in CROSS else Role.BODY
            if role is Role.NOTE:
                block = Role.NOTE
            goes_on = told is Joint.LINE or (told is None and kind == "run")
            fits = flowing is not None and (told is Joint.LINE or units[flowing].settle() is block)
            if starts or not goes_on or not fits or flowing is None:
                articles += starts
                units.append(Unit("flow", block, articles - 1))
                flowing = len(units) - 1
                joints.append(told or (Joint.ARTICLE if starts else Joint.PARAGRAPH))
            else:
                left = lines[units[flowing].lines[-1]].text
                joints.append(told or running(left, line.text, page, latin=latin))
            units[flowing].label = label
            _append(units[flowing], at, role)
            unit_of.append(flowing)
            continue
        previous = units[before] if before is not None else None
        same = previous is not None and previous.kind == kind
        more = told is None and kind == "caption" and same and label in CAP_MORE
        if told is None and same and not line.head and _alike(lines[at - 1], line, decisions):
            more = True  # a cut inside one printed line
        if more and before is not None:
            _append(units[before], at, role)
            unit_of.append(before)
            left = lines[at - 1].text
            joints.append(running(left, line.text, page, latin=latin))
            continue
        unit = Unit(kind, lab.LABEL_ROLE[label], articles - 1, label=label)
        _append(unit, at, role)
        units.append(unit)
        unit_of.append(len(units) - 1)
        line_kept = same and kind in ("head", "by", "furniture")
        joints.append(told or (Joint.LINE if line_kept else Joint.PARAGRAPH))
    return Built(units, unit_of, joints, articles, decided)


def _decided(lines: Sequence[Line], decisions: Decisions) -> dict[int, Role]:
    """What was decided of lines, by where they start."""
    found: dict[int, Role] = {}
    for entry in decisions.roles:
        at = bisect_left(lines, entry.span.start, key=_start_of)
        while at < len(lines) and lines[at].span.start < entry.span.end:
            found[at] = entry.role
            at += 1
    return found


def _start_of(line: Line) -> int:
    return line.span.start


def _alike(left: Line, right: Line, decisions: Decisions) -> bool:
    """Whether two parts of a printed line were decided to be the same, or neither was."""
    before, after = left.span.start, right.span.start
    same_role = decisions.role_at(before) == decisions.role_at(after)
    return same_role and decisions.heading_at(before) == decisions.heading_at(after)


def _append(unit: Unit, at: int, role: Role | None) -> None:
    unit.lines.append(at)
    if role is not None:
        unit.decided.append(role)
