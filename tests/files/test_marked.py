"""Plain text, Markdown and HTML say what the article says, and nothing is taken for a mark."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor.files.export.marked import as_html, as_markdown, as_text
from editor.files.house import PARTS
from editor.model.reading import Article
from tests.files.articles import BODY, WHOLE, article, story
from tests.files.test_valid import articles

EVERYTHING = frozenset(PARTS.values())


class Seen(HTMLParser):
    """The text of a page by the elements that it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((" ".join(self.open[1:]), data.strip()))


def test_html_says_what_things_are() -> None:
    page = as_html([story(WHOLE)], EVERYTHING)
    seen = Seen(page).texts
    assert ("head title", "城北三万株树苗越冬 五年治理一条河") in seen
    assert ("body article header h1", "城北三万株树苗越冬") in seen
    assert ("body article p span", "本报讯") in seen
    assert ("body article h2", "一条河的新生") in seen
    assert ("body article aside p", "编者按：今起刊发。") in seen
    assert ("body article figure figcaption", "图为新栽的树苗。") in seen
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "style" not in page and page.count("<header>") == 1


def test_several_articles_stand_under_their_title() -> None:
    told = [story(WHOLE), story(article("乙"), 2)]
    seen = Seen(as_html(told, EVERYTHING, "第2版")).texts
    assert ("body h1", "第2版") in seen and ("body article header h2", "乙") in seen
    tokens = MarkdownIt().parse(as_markdown(told, EVERYTHING, "第2版"))
    heads = [(t.tag, after.content) for t, after in pairwise(tokens) if t.type == "heading_open"]
    assert heads == [
        ("h1", "第2版"),
        ("h2", "城北三万株树苗越冬 五年治理一条河"),
        ("h3", "一条河的新生"),
        ("h2", "乙"),
    ]


def shown(markdown: str) -> str:
    return "".join("".join(text for _, text in Seen(f"<x>{markdown}</x>").texts).split())


@pytest.mark.parametrize(
    "text",
    ["1. 第一", "12) 甲", "- 甲", "+ 甲", "# 甲", "> 甲", "* 甲 *", "_甲_", "`甲`", "[甲](乙)",
     "<b>甲</b>", "&amp;", "甲\\*", "===", "---", "~~甲~~", "| 甲 | 乙 |", "![甲](b)", "    甲",
     "***"],
)  # fmt: skip
def test_what_looks_like_a_mark_is_text(text: str) -> None:
    made = article(text, body=(text, text), byline=(text,), note=(text,))
    page = MarkdownIt().render(as_markdown([story(made)], EVERYTHING))
    assert shown(page) == "".join(text.split()) * 5
    assert "<ol" not in page and "<ul" not in page and "<code" not in page and "<hr" not in page


@given(articles())
def test_nothing_is_lost_in_any_of_them(made: Article) -> None:
    told = [story(made)]
    text = "".join(as_text(told, EVERYTHING).split())
    page = as_html(told, EVERYTHING)
    body = page[page.index("<body>") : page.index("</body>")] + "</body>"
    assert "".join("".join(t for _, t in Seen(f"<html>{body}</html>").texts).split()) == text
    assert shown(MarkdownIt().render(as_markdown(told, EVERYTHING))) == text


def test_text_is_as_one_copies_it() -> None:
    lines = as_text([story(WHOLE)], EVERYTHING).split("\n")
    assert lines[:6] == [
        "坚持绿色发展",
        "城北三万株树苗越冬",
        "五年治理一条河",
        "——五年见闻",
        "本报记者 林小满\u3000周青禾",
        "",
    ]
    assert lines[6] == f"\u3000\u3000本报讯\u3000{BODY[0]}" and lines[-1] == ""


@given(st.sampled_from(sorted(EVERYTHING, key=lambda role: role.value)))
def test_what_is_not_included_is_not_there(role: object) -> None:
    parts = {
        "kicker": "坚持绿色发展", "headline": "城北三万株树苗越冬", "subhead": "——五年见闻",
        "byline": "周青禾", "dateline": "本报讯", "crosshead": "一条河的新生",
        "note": "编者按", "caption": "图为",
    }  # fmt: skip
    include = EVERYTHING - {role}
    for text in (as_text([story(WHOLE)], include), as_markdown([story(WHOLE)], include)):
        for name, found in parts.items():
            assert (found in text) == (name != getattr(role, "value", ""))
