"""File names work on every system and never meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.docx.names import LIMIT, file_name, folded
from tests.files.articles import article


@pytest.mark.parametrize(
    ("page", "headline", "name"),
    [
        ("第2版.txt", ("春到人间",), "第2版-01-春到人间.docx"),
        ("/a/b/page.txt", ("甲", "乙"), "page-01-甲 乙.docx"),
        ("p", ('问：a/b\\c?"是"*<>|',), "p-01-问：a／b＼c？＂是＂＊＜＞｜.docx"),
        ("p", ("行\n末\t了",), "p-01-行 末 了.docx"),
        ("p", ("稿件. .",), "p-01-稿件.docx"),
        ("con.old.txt", ("甲",), "_con.old-01-甲.docx"),
        ("p", ("e\u0301te\u0301",), "p-01-\u00e9t\u00e9.docx"),
        ("p", ("甲\u202e乙\x00",), "p-01-甲乙.docx"),
        ("", ("甲",), "page-01-甲.docx"),
        ("p", ("...",), "p-01-无题-入冬以来，城北河岸的三万.docx"),
        ("p", ("\u200f\u202e\x01",), "p-01-无题-入冬以来，城北河岸的三万.docx"),
        ("p", ("..",), "p-01-无题-入冬以来，城北河岸的三万.docx"),
        ("../../etc/passwd", ("/",), "passwd-01-／.docx"),
        ("..", ("~",), "page-01-~.docx"),
        ("p", (), "p-01-无题-入冬以来，城北河岸的三万.docx"),
    ],
)
def test_names_are_safe(page: str, headline: tuple[str, ...], name: str) -> None:
    assert file_name(page, 1, article(*headline), set()) == name


def test_an_english_article_without_headline() -> None:
    made = article(body=("The river authority said on Monday that it would plant.",))
    assert file_name("p", 2, made, set()) == "p-02-untitled-The river authority said on Monday.docx"


def test_twins_are_told_apart() -> None:
    taken: set[str] = set()
    names = [file_name("p.txt", 1, article(title), taken) for title in ("Spring", "SPRING", "甲")]
    assert names == ["p-01-Spring.docx", "p-01-SPRING (2).docx", "p-01-甲.docx"]


@given(st.lists(st.tuples(st.text(max_size=120), st.text(max_size=300)), max_size=4))
def test_any_names_are_safe_and_unique(titles: list[tuple[str, str]]) -> None:
    taken: set[str] = set()
    names = [file_name(page, 1, article(title), taken) for page, title in titles]
    assert len({folded(name) for name in names}) == len(names)
    for name in names:
        assert len(name.encode()) <= LIMIT
        assert name == unicodedata.normalize("NFC", name)
        assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
        assert not name.startswith((" ", ".")) and name.endswith(".docx")
        assert not name.removesuffix(".docx").endswith((" ", "."))
