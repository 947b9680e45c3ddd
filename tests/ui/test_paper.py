"""The proof on paper: all its words, whole lines, heads with their text, PDFs that others read."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from editor.analysis import read
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.reading import Article
from editor.resources import sample_page
from editor.ui.look.fonts import Face
from editor.ui.paper.pages import Pages
from editor.ui.paper.window import ONE, PrintWindow
from tests.ui.hands import Hands

Articles = list[Article]
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="pdftoppm reads the PDF for this test"
)


def printed(hands: Hands) -> PrintWindow:
    hands.press("Ctrl+P")
    printing = hands.window.room.printing
    hands.bot.waitUntil(lambda: not printing.is_busy)
    assert printing.window is not None and printing.window.isVisible()
    assert not printing.window.isModal()
    return printing.window


def words(text: str) -> str:
    return "".join(text.split())


def words_of(article: Article) -> str:
    from editor.model.reading import set_blocks

    return words("".join(block.text.text for block in set_blocks(article, captions=True)))


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The sample page's, read without a window."""
    reading = read(read_page(sample_page()), Decisions(), Style())
    return list(reading.articles)


def pages_of(articles: list[Article], *, alone: bool = False, face: Face | None = None) -> Pages:
    pages = Pages("版面")
    for _ in pages.write(articles, face or Face(), each_alone=alone):
        pass
    return pages


@pytest.mark.parametrize("size", [10, 16, 27])
@pytest.mark.parametrize("alone", [False, True])
def test_every_word_is_printed_once_in_order(articles: Articles, alone: bool, size: int) -> None:
    pages = pages_of(articles, alone=alone, face=Face("", size, 1.6))
    assert words(pages.document.toPlainText()) == "".join(map(words_of, articles))
    if alone:
        assert pages.count >= len(articles)


@pytest.mark.parametrize("size", [12, 16, 18, 22, 24])
def test_no_head_stands_at_a_page_s_foot_without_its_text(articles: Articles, size: int) -> None:
    pages = pages_of(articles, face=Face("", size, 1.6))
    blocks = []
    block = pages.document.begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    heads = [b.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter for b in blocks]
    assert any(heads)
    for (one, head), (other, _) in pairwise(zip(blocks, heads, strict=True)):
        if head:
            assert pages._page(one) == pages._page(other), one.text()
    layout = pages.document.documentLayout()
    for one in blocks:
        top = layout.blockBoundingRect(one).top()
        for number in range(one.layout().lineCount()):
            line = one.layout().lineAt(number)
            first, last = (top + line.y() + at for at in (3, line.height() - 3))
            assert first // pages.text.height() == last // pages.text.height(), "a line is cut"


def test_the_window_sets_what_is_chosen(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(2).blocks[0].text.span.start)
    window, printing = printed(hands), hands.window.room.printing
    assert printing.pages is not None
    assert words(printing.pages.document.toPlainText()) == "".join(
        map(words_of, hands.reading.articles)
    )
    together = printing.pages.count
    QTest.mouseClick(window.alone, Qt.MouseButton.LeftButton, pos=window.alone.rect().center())
    if not window.alone.isChecked():
        QTest.keyClick(window.alone, Qt.Key.Key_Space)
    hands.bot.waitUntil(lambda: not printing.is_busy)
    assert printing.pages.count > together and str(printing.pages.count) in window.told.text()
    QTest.mouseClick(window.articles._values[ONE], Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not printing.is_busy)
    assert words(printing.pages.document.toPlainText()) == words_of(hands.article(2))


def test_what_is_left_out_is_not_printed(at_sample: Hands) -> None:
    hands = at_sample
    hands.click_proof(hands.article(1).blocks[0].text.span.start)
    hands.press("Ctrl+Shift+E")
    assert hands.article(1).left_out
    printed(hands)
    pages = hands.window.room.printing.pages
    assert pages is not None
    kept = [a for a in hands.reading.articles if not a.left_out]
    assert words(pages.document.toPlainText()) == "".join(map(words_of, kept))


def write(hands: Hands, path: Path) -> Path:
    hands.answers.pdf_to = path
    window = printed(hands)
    QTest.mouseClick(window.pdf, Qt.MouseButton.LeftButton)
    hands.bot.waitUntil(lambda: not hands.window.room.printing.is_busy)
    return path


@needs_poppler
def test_a_pdf_has_the_pages_the_words_and_the_ink(at_sample: Hands, tmp_path: Path) -> None:
    hands = at_sample
    path = write(hands, tmp_path / "校样.pdf")
    pages = hands.window.room.printing.pages
    assert pages is not None and path.is_file() and [*tmp_path.glob(".*.part")] == []
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert f"Pages:           {pages.count}" in told and "A4" in told
    text = subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    # Qt names some glyphs by their radicals' code points; they are the same characters
    body = hands.article(0).blocks[0].text.text
    told = unicodedata.normalize("NFKC", words(text))
    runs = [run for run in re.findall(r"[\w，。]{4}", words(body)) if run in told]
    assert len(runs) > len(body) / 8
    subprocess.run(["pdftoppm", "-r", "50", "-png", path, tmp_path / "sheet"], check=True)
    shots = sorted(tmp_path.glob("sheet*.png"))
    assert len(shots) == pages.count
    for shot in shots:
        image = QImage(str(shot))
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        wide, bits = grey.bytesPerLine(), bytes(grey.constBits())
        dark = [(at % wide, at // wide) for at, ink in enumerate(bits) if ink < 128]
        dark = [(x, y) for x, y in dark if x < image.width()]  # rows are padded
        assert len(dark) > 300, "text on every page"
        left, right = min(x for x, _ in dark), max(x for x, _ in dark)
        inch = image.width() / 8.27
        assert left > 0.6 * inch and right < image.width() - 0.6 * inch, "the margins are white"


def test_what_cannot_be_written_is_told_and_nothing_is_harmed(
    at_sample: Hands, tmp_path: Path
) -> None:
    hands = at_sample
    write(hands, tmp_path / "nowhere" / "page.pdf")
    assert len(hands.answers.told) == 1 and "page.pdf" in hands.answers.told[0]


def test_the_suggested_name_is_the_page_s(at_sample: Hands) -> None:
    hands = at_sample
    QTest.mouseClick(printed(hands).pdf, Qt.MouseButton.LeftButton)
    assert hands.answers.asked[-1] == "pdf page.pdf"


def test_the_measure_is_whole_ems() -> None:
    for size in range(10, 33):
        pages = Pages("")
        pages._narrow(size)
        assert int(pages.text.width()) % size in (0, 1)
