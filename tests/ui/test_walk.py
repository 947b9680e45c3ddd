"""One page from raw text to Word in a real window, by keys and clicks only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from editor.model.structure import Role
from tests.gold import GoldPage
from tests.ui.hands import Hands

NEW_HEADLINE = "绿茵场上的铿锵少年"


def exported(folder: Path) -> list[dict[str, Any]]:
    """What the Word files say, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.docx")):
        article: dict[str, Any] = {"headline": "", "byline": "", "paragraphs": []}
        for paragraph in docx.Document(str(path)).paragraphs:
            style, text = paragraph.style.style_id, paragraph.text.replace("\n", "")
            if style.startswith("Title"):
                article["headline"] += text
            elif "yline" in style:
                article["byline"] += text
            else:
                article["paragraphs"].append(text)
        found.append(article)
    return found


def expected(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """The gold as it is set: the dateline in the first paragraph's line, names in one line."""
    found = []
    for article in gold["articles"]:
        paragraphs = list(article["paragraphs"])
        names = list(article["byline"])
        if article["dateline"]:
            paragraphs[0] = f"{article['dateline']}\u3000{paragraphs[0]}"
            names = [name for name in names if name not in article["dateline"]]
        found.append(
            {
                "headline": "".join(article["headline"]),
                "byline": "\u3000".join(names),
                "paragraphs": paragraphs,
            }
        )
    return found


def test_a_page_from_raw_text_to_word(hands: Hands, gold_page: GoldPage, tmp_path: Path) -> None:
    hands.open(gold_page.path)
    window, gold = hands.window, expected(gold_page.gold)
    at_first = hands.reading
    count = len(gold)
    assert len(hands.reading.articles) == count

    # a paragraph wrongly split, and joined again
    block = hands.article(0).blocks[1]
    middle = block.text.to_raw(len(block.text) // 2)[0]
    hands.click_proof(middle)
    hands.press("Return")
    assert len(hands.article(0).blocks) == len(gold[0]["paragraphs"]) + 1
    hands.press("Backspace")
    assert len(hands.article(0).blocks) == len(gold[0]["paragraphs"])

    # an article's boundary moved one paragraph down in the raw text, and put back
    first, second = (b.text.span.start for b in hands.article(1).blocks[:2])
    start = hands.article(1).spans[0].start
    hands.click_raw(second)
    hands.press("Ctrl+Return")
    assert len(hands.reading.articles) == count + 1
    hands.press("Ctrl+Backspace")
    assert len(hands.reading.articles) == count
    assert hands.reading.article_of(first) is hands.reading.article_of(second)
    assert hands.article(1).spans[0].start == start

    # a headline taken for text, and marked as headline again
    line = hands.article(2).headline[-1].span
    hands.click_raw(line.start)
    hands.press("Ctrl+0")
    assert hands.reading.role_at(line.start)[1].value is Role.BODY
    hands.press("Ctrl+1")
    assert hands.reading.role_at(line.start)[1].value is Role.HEADLINE

    # the headline that the page does not have
    number = next(i for i, article in enumerate(gold) if not article["headline"])
    assert not hands.article(number).headline
    hands.click_proof(hands.article(number).blocks[0].text.span.start)
    hands.press("F2")
    hands.commit(NEW_HEADLINE)
    hands.press("Return")
    assert hands.article(number).title == NEW_HEADLINE

    # another reporter
    name = hands.article(0).byline[0].text
    hands.click_proof(name.span.start)
    for _ in range(len(name)):
        hands.press("Delete")
    hands.commit("林小满")
    assert [n.text.text for n in hands.article(0).byline] == ["林小满"]

    # one character
    last = hands.article(count - 1).blocks[-1].text
    hands.click_proof(last.to_raw(len(last) - 3)[0])
    hands.press("Delete")
    hands.commit("校")
    changed = last.text[: len(last) - 3] + "校" + last.text[len(last) - 2 :]
    assert hands.article(count - 1).blocks[-1].text.text == changed

    # all of it back and forth
    after = hands.reading
    steps = len(window.room.session.history.steps)
    for _ in range(steps):
        hands.press("Ctrl+Z")
    assert hands.reading == at_first and not window.room.session.dirty
    for _ in range(steps):
        hands.press("Ctrl+Shift+Z")
    assert hands.reading == after and window.isWindowModified()

    # saved, closed, opened again: the same
    hands.answers.save_to = tmp_path / "page.galley"
    hands.press("Ctrl+S")
    hands.bot.waitUntil(lambda: not window.isWindowModified())
    hands.press("Ctrl+W")
    assert not window.isVisible() and "unsaved" not in hands.answers.asked
    hands.new_window()
    hands.open(tmp_path / "page.galley")
    assert hands.reading == after
    assert hands.window.room.session.history.undoable is not None

    # and out to Word
    hands.export(tmp_path / "word")
    hands.bot.waitUntil(lambda: bool(hands.window.room.message.text), timeout=20_000)
    gold[number]["headline"] = NEW_HEADLINE
    gold[0]["byline"] = "林小满"
    gold[-1]["paragraphs"][-1] = changed
    assert exported(tmp_path / "word") == gold
    assert hands.answers.told == []
