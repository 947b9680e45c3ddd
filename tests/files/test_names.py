"""File names work on every system and never meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.errors import FileError
from editor.files.export.names import LIMIT, Pattern, facts, file_name, folded, whole_name
from editor.model.project import Meta
from editor.model.reading import Article
from tests.files.articles import article, page, story

USUAL = "{page}-{n:02}-{headline}"


def named(of: str, number: int, made: Article, taken: set[str], pattern: str = USUAL) -> str:
    told = facts(story(made, number, page(of)))
    return file_name(Pattern(pattern), told, ".docx", taken)


@pytest.mark.parametrize(
    ("page_name", "headline", "name"),
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
def test_names_are_safe(page_name: str, headline: tuple[str, ...], name: str) -> None:
    assert named(page_name, 1, article(*headline), set()) == name


def test_an_english_article_without_headline() -> None:
    made = article(body=("The river authority said on Monday that it would plant.",))
    assert named("p", 2, made, set()) == "p-02-untitled-The river authority said on Monday.docx"


def test_twins_are_told_apart() -> None:
    taken: set[str] = set()
    names = [named("p.txt", 1, article(title), taken) for title in ("Spring", "SPRING", "甲")]
    assert names == ["p-01-Spring.docx", "p-01-SPRING (2).docx", "p-01-甲.docx"]


@given(st.lists(st.tuples(st.text(max_size=120), st.text(max_size=300)), max_size=4))
def test_any_names_are_safe_and_unique(titles: list[tuple[str, str]]) -> None:
    taken: set[str] = set()
    names = [named(of, 1, article(title), taken) for of, title in titles]
    assert len({folded(name) for name in names}) == len(names)
    for name in names:
        assert len(name.encode()) <= LIMIT
        assert name == unicodedata.normalize("NFC", name)
        assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
        assert not name.startswith((" ", ".")) and name.endswith(".docx")
        assert not name.removesuffix(".docx").endswith((" ", "."))


RESERVED = ["con", "PRN", "aux", "nul", "COM1", "lpt9", "conin$", "com¹"]


@pytest.mark.parametrize("name", RESERVED)
def test_reserved_names_are_not_taken(name: str) -> None:
    assert named("p", 1, article(name), set(), "{headline}") == f"_{name}.docx"
    assert whole_name(name, ".docx", set()) == f"_{name}.docx"


META = Meta("清渚日报", "2026年11月7日", "要闻", "2")


@pytest.mark.parametrize(
    ("pattern", "meta", "name"),
    [
        ("{paper}{date}-{number}版-{n}-{headline}", META, "清渚日报2026年11月7日-2版-3-春.docx"),
        ("{paper}-{date}-{n:03}", Meta(), "003.docx"),
        ("{section}-{paper}-{n}-{headline}", Meta("报"), "报-3-春.docx"),
        ("{date}/{headline}", META, "2026年11月7日／春.docx"),
        ("{byline} {headline}", META, "林小满 春.docx"),
        ("{paper}", Meta(), "article.docx"),
    ],
)
def test_patterns_are_filled_from_the_page(pattern: str, meta: Meta, name: str) -> None:
    told = facts(story(article("春"), 3, page("p", meta)))
    assert file_name(Pattern(pattern), told, ".docx", set()) == name


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "plain",
        "{",
        "{headline",
        "{no}",
        "{n:x}",
        "{headline!r}",
        "{page.key}",
        "{n:0999}",
        "{}",
    ],
)
def test_a_pattern_that_cannot_be_filled_is_refused(pattern: str) -> None:
    with pytest.raises(FileError) as caught:
        Pattern(pattern)
    assert caught.value.message("zh")


def test_headlines_of_200_characters_give_distinct_names_that_every_system_takes() -> None:
    taken: set[str] = set()
    heads = ["树" * 200, "树" * 200, "树" * 199 + "木", "tree " * 40]
    names = [named("第2版.txt", n, article(h), taken) for n, h in enumerate(heads, 1)]
    again = [named("第2版.txt", 1, article(heads[0]), taken) for _ in range(3)]
    assert len({folded(name) for name in names + again}) == 7
    assert all(len(name.encode()) <= LIMIT and "树" * 50 in name for name in (*names[:3], *again))
    assert all(name.startswith("第2版-0") for name in names)
