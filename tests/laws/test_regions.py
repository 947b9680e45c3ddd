"""Only what is near a decision is read anew; the reading is as if the whole page were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.analysis import assemble, read
from editor.analysis.regions import Plain, Region, read_again, regions
from editor.analysis.settling import base_of
from editor.model.conservation import violations
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Habits, Reading
from editor.model.source import Source
from tests.analysis.test_reading import PAGE
from tests.laws import pages
from tests.laws.obedience import disobeyed
from tests.laws.test_readings import LAWS, opened

LONG = "\n".join([PAGE.strip("\n")] * 12) + "\n"


def whole(source: Source, decisions: Decisions) -> Reading:
    """The reading with the whole page read anew."""
    base = base_of(source, Style(), decisions.structural.pins)
    assert base is not None
    plain: Plain = base.plain
    everything = Region(0, len(plain.firsts), 0, len(plain.starts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("editor.analysis.regions.regions", lambda *_: [everything])
        structure = read_again(source, base, plain, decisions.structural)
    return assemble(source, structure.whole, decisions)


@LAWS
@given(st.lists(pages.raw_pages(), min_size=1, max_size=2), st.data())
def test_regions_read_as_the_whole_page_does(odd: list[str], data: st.DataObject) -> None:
    raw = LONG + "\n".join(odd) + "\n" + LONG if data.draw(st.booleans()) else LONG
    session = opened(raw)
    for _ in range(data.draw(st.integers(1, 4))):
        session.do(data.draw(pages.gestures(raw, session.reading)))
        session.end_typing()
    page, found = session.page, session.reading
    assert violations(page.source, page.decisions, found) == []
    assert disobeyed(page.source, page.decisions, found) == []
    again = whole(page.source, page.decisions)
    assert replace(found, habits=Habits()) == replace(again, habits=Habits())


def test_a_region_is_small_beside_a_long_page() -> None:
    source = Source(LONG)
    read(source, Decisions(), Style())
    base = base_of(source, Style())
    assert base is not None
    session = opened(LONG)
    from editor.editing import gestures as g

    session.do(g.Split(LONG.index("馆长介绍", len(LONG) // 2)))
    (region,) = regions(source, base.plain, session.page.decisions)
    assert 0 < region.begin < region.end < len(base.lines)
    assert region.end - region.begin < 160
