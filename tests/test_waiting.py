"""Long work tells how far it is, and ends where it stands when nobody waits any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.desk import long_page
from editor.analysis import read
from editor.analysis.settling import forget
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from editor.model.waiting import CancelledError, Watch, stage, told, watched


def test_a_stage_is_a_part_of_the_whole() -> None:
    heard: list[float] = []
    with watched(heard.append):
        told(0.1)
        with stage(0.2, 0.6):
            told(0.5)
            with stage(0.5, 1.0):
                told(0.5)
    told(0.9)  # nobody listens any more
    assert heard == pytest.approx([0.1, 0.4, 0.5, 0.6, 0.6])


def test_a_page_tells_how_far_its_reading_is() -> None:
    forget()
    heard: list[float] = []
    with watched(heard.append):
        read(Source(long_page(3)), Decisions(), Style())
    assert len(heard) > 3 and all(0 <= share <= 1 for share in heard) and max(heard) > 0.8


@pytest.mark.parametrize("number", range(5))
def test_a_reading_that_was_given_up_leaves_nothing_behind(number: int) -> None:
    source = Source(long_page(3, seed=number))
    count = 0

    def tell(share: float) -> None:
        nonlocal count
        count += 1
        if count > number:
            raise CancelledError

    forget()
    with pytest.raises(CancelledError), watched(tell):
        read(source, Decisions(), Style())
    after = read(source, Decisions(), Style())
    forget()
    assert after == read(source, Decisions(), Style())


def test_a_file_tells_how_much_of_it_has_come(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("一行字\n" * 300_000, "utf-8")
    heard: list[float] = []
    with watched(heard.append):
        assert len(read_page(path).text) == 1_200_000
    assert heard == sorted(heard) and len(heard) == 3 and heard[-1] == 1.0
    watch = Watch()
    watch.cancel()
    with pytest.raises(CancelledError), watched(watch.tell):
        read_page(path)
