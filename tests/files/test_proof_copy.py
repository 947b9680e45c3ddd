"""A proof copy: accepting everything is the clean text, rejecting everything the printed one."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.analysis import read
from editor.exporting import Choice, Exporter
from editor.files.docx.document import styled, w
from editor.files.export.story import Story
from editor.files.text import read_page
from editor.model import consistent
from editor.model.compose import Issue
from editor.model.decisions import Decisions, Mark
from editor.model.links import Link
from editor.model.project import Page, Style
from editor.model.source import Origin, Source
from editor.proofing import suspects
from editor.resources import sample_page
from tests import office

TEXT = """\
河湾晚报讯 入冬以来，城北河岸的三万
株树苗长势良好，附近居民三三两两在
林荫下散步。
“以前这里风一吹就是漫天黄沙。”住
在河东的退休教师说。现在开窗就是一
片绿。 林小满
城北三万株树苗越冬
河湾晚报讯 昨日下午，第三小学的孩子
们把亲手做的鸟巢挂上了校园里的香樟
树。 周青禾
香樟树上新添鸟巢
"""
SOURCE = Source(TEXT, Origin("第2版.txt"))
WHO = Mark("校对 张三", "2026-11-07T08:30:00Z")

Patches = list[tuple[str, str]]
CASES: dict[str, Patches] = {
    "a character is another": [("株树苗长", "棵树苗长")],
    "characters come": [("风一吹", "大风一吹")],
    "characters go": [("附近居民", "居民")],
    "a whole line goes": [("“以前这里风一吹就是漫天黄沙。”住\n", "住")],
    "over a line end": [("三万\n株", "四万棵")],
    "a paragraph breaks": [("退休教师说。", "退休教师说。\n")],
    "a paragraph joins": [("散步。\n“以前", "散步，“以前")],
    "in a headline": [("树苗越冬", "树苗顺利越冬")],
    "in a byline and a dateline": [("林小满", "林晓满"), ("河湾晚报讯 入冬", "河湾日报讯 入冬")],
    "rare characters": [("黄沙", "\U00020bb7\U0002a6a5\U00030edd沙")],
    "many": [("入冬", "今冬"), ("三三两两", "三五成群"), ("开窗", "推窗"), ("香樟", "樟")],
}


def patched(patches: Patches) -> Page:
    """The page with text in place of other text; only what differs is a patch."""
    decisions = Decisions()
    for old, new in patches:
        at = TEXT.index(old)
        while old and new and old[0] == new[0]:
            old, new, at = old[1:], new[1:], at + 1
        while old and new and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        decisions = consistent.with_patch(decisions, SOURCE, (at, 0), (at + len(old), 0), new, WHO)
    return Page("p1", SOURCE, decisions)


EXPORTER = Exporter(Choice(kind="proof"))


def told(page: Page) -> list[Story]:
    return EXPORTER.stories(page, read(page.source, page.decisions, Style()), Style())


def texts(story: Story) -> list[str]:
    """What a clean manuscript has, the page's own lines kept."""
    made = list(styled(story, EXPORTER.package, EXPORTER.include))
    return ["\n".join(one.content.lines) for one in made]


def settled(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs after all changes were accepted or rejected, by the format's own rules."""
    body = Document(io.BytesIO(data)).element.body
    gone, stays = (w("del"), w("ins")) if accept else (w("ins"), w("del"))
    found, line = [], ""
    for paragraph in body.iter(w("p")):
        for node in paragraph.iter(w("t"), w("delText"), w("br"), w("tab")):
            if any(up.tag == gone for up in node.iterancestors()):
                continue
            line += {w("br"): "\n", w("tab"): "\t"}.get(node.tag, node.text or "")
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{gone}") is None:
            found.append(line)
            line = ""
    assert stays and not line
    return found


@pytest.mark.parametrize("case", CASES)
def test_accepting_gives_the_clean_text_and_rejecting_the_printed_one(case: str) -> None:
    page = patched(CASES[case])
    printed = {s.article.at: s for s in told(replace(page, decisions=Decisions()))}
    for story in told(page):
        data = EXPORTER.target.file([story])
        assert settled(data, accept=True) == texts(story)
        assert story.before is not None
        assert settled(data, accept=False) == texts(printed[story.before.at])


def changes(data: bytes) -> list[Any]:
    body = Document(io.BytesIO(data)).element.body
    return list(body.iter(w("ins"), w("del")))


def test_changes_have_the_author_and_time_of_their_patch() -> None:
    (first, second) = told(patched(CASES["a character is another"]))
    found = changes(EXPORTER.target.file([first]))
    assert [
        (node.tag, "".join(n.text for n in node.iter(w("t"), w("delText")))) for node in found
    ] == [
        (w("del"), "株"),
        (w("ins"), "棵"),
    ]
    assert {node.get(w("author")) for node in found} == {"校对 张三"}
    assert {node.get(w("date")) for node in found} == {"2026-11-07T08:30:00Z"}
    assert len({node.get(w("id")) for node in found}) == 2
    assert changes(EXPORTER.target.file([second])) == []


def commented(data: bytes) -> list[tuple[str, str]]:
    """What each comment says, and the text that it stands at."""
    document = Document(io.BytesIO(data))
    body, found = document.element.body, []
    for number, comment in enumerate(document.comments):
        inside, on = "", False
        for node in body.iter(w("commentRangeStart"), w("commentRangeEnd"), w("t"), w("delText")):
            if node.tag in (w("t"), w("delText")):
                inside += node.text if on else ""
            elif node.get(w("id")) == str(number):
                on = node.tag == w("commentRangeStart")
        found.append((comment.text, inside))
    return found


def test_open_doubts_and_suspects_are_comments_at_their_place() -> None:
    source = read_page(sample_page())
    page = Page("p1", source)
    reading = read(source, Decisions(), Style())
    stories = told(page)
    asked = [remark for story in stories for remark in story.remarks]
    found = suspects(reading, page, Style())
    assert len(asked) == len(reading.doubts) + len(found)
    said = commented(EXPORTER.target.file(stories, "第2版"))
    assert [text for text, _ in said] == [remark.text for remark in asked]
    for remark, (_, inside) in zip(asked, said, strict=True):
        printed = source.text[remark.span.start : remark.span.end]
        assert inside and inside[0] == printed.lstrip()[0]


def test_what_may_be_wrong_is_said_with_what_should_stand_there() -> None:
    text = TEXT.replace("，", ",", 1)
    page = Page("p1", Source(text))
    reading = read(page.source, page.decisions, Style())
    (half,) = (one for one in suspects(reading, page, Style()) if one.rule == "half-width")
    data = EXPORTER.target.file(told(page), "第2版")
    (inside,) = (inside for said, inside in commented(data) if said.startswith("半角标点："))
    assert inside == "," and "改为“，”？" in str(commented(data))
    quiet = consistent.with_dismissed(page.decisions, half.rule, half.span, True, WHO)
    data = EXPORTER.target.file(told(page.decided(quiet)), "第2版")
    assert not any(said.startswith("半角标点：") for said, _ in commented(data))


def test_a_part_on_another_page_is_in_the_proof_with_its_corrections() -> None:
    other = Source(TEXT.replace("林小满", "周大河"), Origin("第3版.txt"))
    at = TEXT.index("林荫")
    pages = {
        "p1": patched([("树苗长势", "苗木长势")]),
        "p2": Page(
            "p2", other, consistent.with_patch(Decisions(), other, (at, 0), (at + 1, 0), "树", WHO)
        ),
    }
    readings = {key: read(page.source, page.decisions, Style()) for key, page in pages.items()}
    ends = [reading.articles[0].at for reading in readings.values()]
    links = (Link("p1", ends[0], "p2", ends[1]),)
    made = EXPORTER.of_project("p1", Issue(pages, readings, links))
    clean = Exporter(Choice()).of_project("p1", Issue(pages, readings, links))
    (one,) = (story for story in made if len(story.corrections) == 2)
    data = EXPORTER.target.file([one])
    whole = next(story for story in clean if story.key == one.key)
    assert settled(data, accept=True) == texts(whole)
    printed = {key: page.decided(Decisions()) for key, page in pages.items()}
    plain = {key: read(page.source, page.decisions, Style()) for key, page in printed.items()}
    before = Exporter(Choice()).of_project("p1", Issue(printed, plain, links))
    assert settled(data, accept=False) == texts(next(s for s in before if s.key == one.key))
    assert len(changes(data)) == 4
    assert one.key not in {s.key for s in EXPORTER.of_project("p2", Issue(pages, readings, links))}


def test_the_same_proof_is_the_same_bytes() -> None:
    page = patched(CASES["many"])
    assert EXPORTER.target.file(told(page)) == EXPORTER.target.file(told(page))


@pytest.mark.office
@pytest.mark.skipif(not office.available(), reason="LibreOffice cannot be driven here")
def test_libreoffice_accepts_and_rejects(tmp_path: Path) -> None:
    jobs, wanted = [], []
    for number, patches in enumerate(CASES.values()):
        page = patched(patches)
        printed = {s.article.at: s for s in told(replace(page, decisions=Decisions()))}
        for story in told(page):
            path = tmp_path / f"{number}-{story.number}.docx"
            story = replace(story, remarks=())  # LibreOffice 7.4 without a window falls on comments
            path.write_bytes(EXPORTER.target.file([story]))
            assert story.before is not None
            jobs += [
                (path, ".uno:AcceptAllTrackedChanges", ""),
                (path, ".uno:RejectAllTrackedChanges", ""),
                (path, "", ""),
            ]
            wanted += [texts(story), texts(printed[story.before.at])]
    found = office.opened(jobs, tmp_path)
    for number, one in enumerate(found):
        if number % 3 < 2:
            assert one["paragraphs"] == wanted[number // 3 * 2 + number % 3]
            assert one["changes"] == []
    tracked = [change for one in found[2::3] for change in one["changes"]]
    assert {kind for kind, _, _ in tracked} >= {"Insert", "Delete"}
    assert {(who, when) for _, who, when in tracked} == {("校对 张三", "2026-11-07T08:30")}


SPANS = st.tuples(
    st.integers(0, len(TEXT) - 1),
    st.integers(0, 30),
    st.text(st.sampled_from("树木，。“”—A1 \n\U00020bb7"), max_size=6),
)


@settings(max_examples=60)
@given(st.lists(SPANS, min_size=1, max_size=4))
@example([(142, 0, "\n")])
@example([(109, 30, "")])
@example([(98, 22, ""), (120, 30, "")])
def test_any_corrections_can_be_accepted_and_rejected(spans: list[tuple[int, int, str]]) -> None:
    decisions = Decisions()
    for start, length, text in spans:
        end = min(len(TEXT), start + length)
        decisions = consistent.with_patch(decisions, SOURCE, (start, 0), (end, 0), text, WHO)
    page = Page("p1", SOURCE, decisions)
    printed = {s.article.at: s for s in told(replace(page, decisions=Decisions()))}
    for story in told(page):
        data = EXPORTER.target.file([story])
        assert (settled(data, accept=True) or [""]) == (texts(story) or [""])
        if story.before is not None:
            assert settled(data, accept=False) == texts(printed[story.before.at])
