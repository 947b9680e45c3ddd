"""Chinese words under the caret: by jieba once it is there, by script until then."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.ui import word_steps
from tests.ui.hands import Hands

TEXT = "全市科技工作会议在2024年召开，Prof. Li 出席。"


@pytest.fixture(scope="module")
def jieba() -> None:
    word_steps.load()


@pytest.fixture
def no_jieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_steps, "_cut", None)


def all_words(text: str) -> list[str]:
    """The words that one steps through from the start."""
    places = [0]
    while places[-1] < len(text):
        places.append(word_steps.step(text, places[-1], 1))
    return [text[a:b] for a, b in pairwise(places)]


def test_until_words_are_known_a_word_is_a_run_of_one_script(no_jieba: None) -> None:
    assert all_words(TEXT) == [
        "全市科技工作会议在",
        "2024",
        "年召开",
        "，",
        "Prof",
        ". ",
        "Li ",
        "出席",
        "。",
    ]


def test_chinese_words_once_they_are_known(jieba: None) -> None:
    found = all_words(TEXT)
    assert "".join(found) == TEXT
    assert {"科技", "会议", "召开", "出席"} <= set(found)
    assert TEXT[slice(*word_steps.word_at(TEXT, TEXT.index("议")))] == "会议"
    assert word_steps.word_at(TEXT, TEXT.index(" Li")) == (TEXT.index(" Li"),) * 2


@given(st.text("中国人民生活abc 1，。 𠮷e\u0301\t", max_size=40), st.data())
def test_steps_lead_through_the_whole_text_and_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    later, before = word_steps.step(text, at, 1), word_steps.step(text, at, -1)
    assert later > at or at == later == len(text)
    assert before < at or at == before == 0
    start, end = word_steps.word_at(text, at)
    assert start <= at <= end <= len(text) and not text[start:end].count(" ")


def test_jieba_says_nothing_and_writes_nothing(tmp_path: Path) -> None:
    code = "from editor.ui import word_steps; word_steps.load(); word_steps.load(); print('ok')"
    places = {name: str(tmp_path) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **places, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    assert (done.stdout, done.stderr) == ("ok\n", "")
    assert list(tmp_path.iterdir()) == []


def test_the_window_loads_words_after_the_page_is_read(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editor.resources import sample_page
    from editor.ui import arriving

    started: list[bool] = []
    monkeypatch.setattr(arriving, "WORDS", 0)
    monkeypatch.setattr(
        word_steps, "load", lambda: started.append(hands.window.room.reading is not None)
    )
    hands.open(sample_page())
    hands.bot.waitUntil(lambda: bool(started))
    assert started == [True]


@pytest.mark.parametrize("pane", ["proof", "raw"])
def test_the_caret_goes_by_words_in_both_panes(at_sample: Hands, jieba: None, pane: str) -> None:
    hands = at_sample
    block = hands.article(0).blocks[1].text
    line = block.pieces[0].text
    start = block.span.start
    view = hands.window.desk.raw if pane == "raw" else hands.window.desk.proof
    (hands.click_raw if pane == "raw" else hands.click_proof)(start)
    stops = [0]
    while stops[-1] < len(line) - 4:
        hands.press("Ctrl+Right")
        stops.append(view.place().span.start - start)
    found = [line[a:b] for a, b in pairwise(stops)]
    assert found == all_words(line)[: len(found)] and len(found) > 3
    hands.press("Ctrl+Left")
    assert view.place().span.start - start == stops[-2]
    hands.press("Ctrl+Shift+Right", "Ctrl+Shift+Right")
    assert view.place().span.start - start == stops[-2]
    assert view.selected_text().startswith(found[-1])
    hands.press("Ctrl+Home")
    first = view.place()
    hands.press("Ctrl+Left")
    assert view.place() == first
    hands.press("Ctrl+End")
    last = view.place()
    hands.press("Ctrl+Right")
    assert view.place() == last


@pytest.mark.parametrize("pane", ["proof", "raw"])
def test_a_double_click_takes_the_word_a_third_click_more(
    at_sample: Hands, jieba: None, pane: str
) -> None:
    hands = at_sample
    block = hands.article(0).blocks[1].text
    line = block.pieces[0].text
    words = all_words(line)
    at = next(len("".join(words[:n])) for n, word in enumerate(words) if n and len(word) == 2)
    word = line[at : at + 2]
    if pane == "raw":
        hands.click_raw(block.span.start + at + 1)
        view, rect = hands.window.desk.raw, hands.window.desk.raw.caret_rect()
    else:
        hands.click_proof(block.span.start + at + 1)
        view, rect = hands.window.desk.proof, hands.window.desk.proof.cursorRect()
    QTest.qWait(1)
    for shift in (-4, 4):  # its first and its second character
        point = rect.center() + QPoint(shift, 0)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert view.selected_text() == word
        view._third.stop()
        hands.press("Home")
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(view.selected_text()) > 10 and word in view.selected_text()
