"""What the editor last saw of a page, and where another analysis reads it otherwise.

Only structure is kept: ends of lines, paragraphs and articles, and what is not body text. What a
person decided is the same in both by law, so the differences are the analysis' own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.model.project import Page, Project, Seen
from editor.model.reading import Reading
from editor.model.structure import Joint, Role

_ENDS = frozenset((Joint.LINE, Joint.PARAGRAPH, Joint.ARTICLE))


@dataclass(frozen=True, slots=True)
class Difference:
    """At `raw_at` the page was read as `before` and is read as `now`.

    Both are joints or both roles; None for a joint stands for text that runs on.
    """

    raw_at: int
    before: Joint | Role | None
    now: Joint | Role | None


def seen_of(page: Page, reading: Reading) -> Seen:
    """The structure of a page as it is shown."""
    joints = tuple(
        (at, verdict.value.value)
        for at, verdict in reading.joints
        if isinstance(verdict.value, Joint) and verdict.value in _ENDS
    )
    roles = tuple(
        (span.start, span.end, verdict.value.value)
        for span, verdict in reading.roles
        if isinstance(verdict.value, Role) and verdict.value is not Role.BODY
    )
    return Seen(page.key, reading.version, joints, roles)


def with_seen(project: Project, readings: Iterable[tuple[str, Reading]]) -> Project:
    """The project with what was seen of the pages that were read; of others it stays."""
    kept = {seen.page: seen for seen in project.seen}
    fresh = {}
    for key, reading in readings:
        now = seen_of(project.page(key), reading)
        fresh[key] = _with_extra(now, kept[key]) if key in kept else now
    both = {**kept, **fresh}
    return replace(
        project, seen=tuple(both[page.key] for page in project.pages if page.key in both)
    )


def _with_extra(now: Seen, before: Seen) -> Seen:
    """What is seen now, with what a file says of it and of the entries that are as before."""
    if not (before.extra or before.joint_extra or before.role_extra):
        return now
    joints = {before.joints[number]: text for number, text in before.joint_extra}
    roles = {before.roles[number]: text for number, text in before.role_extra}
    return replace(
        now,
        extra=before.extra,
        joint_extra=tuple((n, joints[one]) for n, one in enumerate(now.joints) if one in joints),
        role_extra=tuple((n, roles[one]) for n, one in enumerate(now.roles) if one in roles),
    )


def differences(seen: Seen, page: Page, reading: Reading) -> list[Difference]:
    """Where a page is read otherwise than it was seen, in its order; nothing of one analysis."""
    if seen.version == reading.version:
        return []
    now = seen_of(page, reading)
    size, found = len(page.source.text), []
    before_at, now_at = dict(seen.joints), dict(now.joints)
    decided = page.decisions.joint_at
    for at in sorted(before_at.keys() | now_at.keys()):
        before, after = _joint(before_at.get(at)), _joint(now_at.get(at))
        if before is not after and at not in decided and at < size:
            found.append(Difference(at, before, after))
    spans_before = {start: (end, role) for start, end, role in seen.roles}
    spans_now = {start: (end, role) for start, end, role in now.roles}
    for at in sorted(spans_before.keys() | spans_now.keys()):
        was, is_now = _role_over(seen, at), _role_over(now, at)
        if was is not is_now and page.decisions.role_at(at) is None and at < size:
            found.append(Difference(at, was, is_now))
    return sorted(found, key=lambda one: one.raw_at)


def _joint(value: str | None) -> Joint | None:
    try:
        return Joint(value) if value is not None else None
    except ValueError:  # a joint of another version
        return None


def _role_over(seen: Seen, raw_at: int) -> Role:
    for start, end, role in seen.roles:
        if start <= raw_at < end:
            try:
                return Role(role)
            except ValueError:
                return Role.BODY
    return Role.BODY
