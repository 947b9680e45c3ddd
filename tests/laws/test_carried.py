"""A page comes again, re-read by a machine: what was decided goes with its characters."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.editing.alignment import aligned
from editor.editing.carrying import carried
from editor.files.project import from_bytes, to_bytes
from editor.model import consistent
from editor.model.decisions import FIELDS, Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page, Project
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.resources import sample_page

TEXT = sample_page().read_text("utf-8").replace("\r\n", "\n")
MARK = Mark("林", "2026-01-01T08:00:00Z")


def decided(source: Source, seed: int, most: int = 400) -> Decisions:
    """Many decisions of every kind that have a place."""
    draw, made, size = random.Random(seed), Decisions(), len(source.text)
    lines = [at for at in source.line_starts if source.next_ink(at) is not None]
    for number in range(most):
        at = source.next_ink(draw.randrange(size))
        if at is None:
            continue
        act = draw.randrange(8)
        line = source.next_ink(draw.choice(lines))
        assert line is not None
        if act <= 1:
            joint = draw.choice([Joint.GLUE, Joint.PARAGRAPH, Joint.ARTICLE])
            made = consistent.with_joint(made, source, line, joint, MARK)
        elif act == 2:
            role = draw.choice([Role.HEADLINE, Role.BYLINE, Role.NOTE])
            end = source.text.find("\n", line)
            made = consistent.with_role(made, source, Span(line, max(line + 1, end)), role, MARK)
        elif act <= 5:
            text = f"改{number}"
            made = consistent.with_patch(made, source, (at, 0), (at + 1, 0), text, MARK)
        elif act == 6:
            made = consistent.with_done(made, at, True, MARK)
        else:
            made = consistent.with_settled(
                made, draw.choice([f"joint:{at}", f"role:{line}-{line + 5}"]), True, MARK
            )
    return made


def numbered(decisions: Decisions) -> int:
    return sum(len(getattr(decisions, name)) for name in FIELDS)


def valid(decisions: Decisions, source: Source) -> bool:
    """Whether a project file with these decisions opens."""
    project = Project((Page("p1", source, decisions),))
    return from_bytes(to_bytes(project)) == project


def misread(text: str, share: float, seed: int, *, lengths: bool = False) -> str:
    """Printed characters changed at random; with `lengths` some are lost and some come."""
    draw, out = random.Random(seed), []
    for mark in text:
        if mark.isspace() or draw.random() >= share:
            out.append(mark)
        elif not lengths or draw.random() < 0.6:
            out.append(chr(draw.randrange(0x4E00, 0x9F00)))
        elif draw.random() < 0.5:
            out += [mark, chr(draw.randrange(0x4E00, 0x9F00))]
    return "".join(out)


@pytest.mark.parametrize("seed", range(6))
def test_unchanged_text_carries_all(seed: int) -> None:
    source = Source(TEXT)
    made = decided(source, seed)
    for again in (TEXT, f"{TEXT}\n又一行字。", f"新的页眉\n{TEXT}"):
        result = carried(made, source, Source(again))
        shift = again.index(TEXT)
        assert result.lost == () and numbered(result.decisions) == numbered(made)
        assert [e.raw_at - shift for e in result.decisions.joints] == [
            e.raw_at for e in made.joints
        ]
        assert [e.span.start - shift for e in result.decisions.patches] == [
            e.span.start for e in made.patches
        ]
        assert valid(result.decisions, Source(again))


@pytest.mark.parametrize("lengths", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_with_two_per_cent_misread_at_least_98_per_cent_are_carried(
    seed: int, lengths: bool
) -> None:
    source = Source(TEXT)
    made = decided(source, seed)
    again = Source(misread(TEXT, 0.02, seed + 100, lengths=lengths))
    result = carried(made, source, again)
    assert numbered(result.decisions) + len(result.lost) == numbered(made)
    assert numbered(result.decisions) >= 0.98 * numbered(made)
    assert valid(result.decisions, again)


def test_lines_that_are_broken_anew_change_nothing() -> None:
    source = Source(TEXT)
    made = decided(source, 3)
    again = Source("\n".join(TEXT.replace("\n", "")[at : at + 23] for at in range(0, 20_000, 23)))
    result = carried(made, source, again)
    assert numbered(result.decisions) + len(result.lost) == numbered(made)
    assert {one.kind for one in result.lost} <= {"patches"}
    assert len(result.lost) <= 0.02 * numbered(made)


def test_what_is_gone_is_listed_with_its_place() -> None:
    source = Source(TEXT)
    made = decided(source, 4)
    cut = (TEXT.index("\n", 800), TEXT.index("\n", 1600))
    result = carried(made, source, Source(TEXT[: cut[0]] + TEXT[cut[1] :]))
    assert result.lost
    assert all(cut[0] - 10 <= one.raw_at <= cut[1] + 10 for one in result.lost)
    assert numbered(result.decisions) + len(result.lost) == numbered(made)


def test_what_the_new_text_says_by_itself_needs_no_correction() -> None:
    source = Source("柳树绿了。桥修好了。\n")
    made = consistent.with_patch(Decisions(), source, (1, 0), (2, 0), "枝", MARK)
    result = carried(made, source, Source("柳枝绿了。桥修好了。\n"))
    assert result.lost == () and result.decisions == Decisions()


texts = st.text("春夏秋冬，。 \n", max_size=60)


@given(texts, texts)
def test_alignment_rises_and_pairs_print_with_print(old: str, new: str) -> None:
    found = sorted(aligned(old, new).items())
    places = [there for _, there in found]
    assert places == sorted(set(places))
    assert not any(old[a].isspace() or new[b].isspace() for a, b in found)
    if old == new:
        assert all(a == b for a, b in found)
        assert len(found) == sum(not mark.isspace() for mark in old)


def test_texts_with_nothing_in_common_take_bounded_time() -> None:
    draw = random.Random(1)
    old, new = (
        "".join(chr(draw.randrange(low, low + 3)) for _ in range(60_000))
        for low in (0x4E00, 0x5E00)
    )
    assert aligned(old, new) == {}
    assert len(aligned(old, old[:30_000] + new + old[30_000:])) == len(old)
