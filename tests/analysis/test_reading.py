"""Readings of whole pages that we wrote: fields, joints, doubts, and the laws of decisions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis import analyse, assemble, read
from editor.analysis.evidence import OBSERVATIONS
from editor.analysis.reasons import CODES, RULES, rule_name, sentence
from editor.analysis.tables import OBSERVED
from editor.model import consistent
from editor.model.conservation import violations
from editor.model.decisions import Decisions, JointDecision, Mark, Move, Patch
from editor.model.places import Span
from editor.model.project import Style
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role

MARK = Mark()

PAGE = """东江日报讯 春到江边，草木生长。
东江市新开的图书馆迎来了第一批读
者，孩子们放学以后结伴而来，馆里
座无虚席。馆长介绍，新馆藏书二十
万册，每天开放十二个小时。
读者林先生住在江边，他说，从前
看书要坐一个小时的车，如今走路几
分钟就到，周末一家三口都来，一坐
就是半天，很是方便。 林小满
江边新馆迎来读者
东江日报讯 跨江大桥昨天合龙，
两岸的工人在桥的中央握手。大桥全
长三公里，建设了四年，明年春天就
要通车。
大桥通车以后，两岸居民来往只要
五分钟。江上的渡船还会保留几条，
供游人观光，也是老人们的一个念想，
船票两元。 周大江
跨江大桥合龙
"""


def of(page: str, decisions: Decisions | None = None, *names: str) -> Reading:
    return read(Source(page), decisions or Decisions(), Style(roster=names))


def texts(reading: Reading) -> list[list[str]]:
    return [[block.text.text for block in article.blocks] for article in reading.articles]


def test_a_small_page_reads_as_printed() -> None:
    reading = of(PAGE)
    first, second = reading.articles
    assert first.title == "江边新馆迎来读者"
    assert second.title == "跨江大桥合龙"
    assert [name.text.text for name in first.byline] == ["林小满"]
    assert [name.text.text for name in second.byline] == ["周大江"]
    assert first.dateline is not None and first.dateline.text == "东江日报讯"
    assert [len(blocks) for blocks in texts(reading)] == [2, 2]
    assert texts(reading)[0][1].endswith("很是方便。")
    assert reading.habits.headlines == "after" and reading.habits.byline == "glued"
    assert violations(Source(PAGE), Decisions(), reading) == []


def test_an_article_without_headline_asks_for_one() -> None:
    page = PAGE.replace("跨江大桥合龙\n", "")
    reading = of(page)
    assert reading.articles[1].headline == ()
    (asked,) = [doubt for doubt in reading.doubts if doubt.kind == "missing"]
    assert asked.target.article == reading.articles[1].at  # type: ignore[union-attr]
    typed = consistent.with_typed(
        Decisions(), reading.articles[1].at, Role.HEADLINE, ("大桥合龙",), MARK
    )
    mended = of(page, typed)
    assert mended.articles[1].title == "大桥合龙"
    assert not [doubt for doubt in mended.doubts if doubt.kind == "missing"]


@pytest.mark.parametrize(
    "page", ["", "\n \n\u3000", "春", "第3版", "第3版\n2024年5月30日 星期四\n", "\f"]
)
def test_small_and_empty_pages_have_a_reading(page: str) -> None:
    assert violations(Source(page), Decisions(), of(page)) == []


def test_a_page_of_furniture_has_no_article() -> None:
    reading = of("第3版\n2024年5月30日 星期四\n责编：林小满\n")
    assert reading.articles == ()
    assert len(reading.furniture) == 3


def test_english_lines_are_joined_with_spaces() -> None:
    page = """The library by the river opened its
doors to the public on Monday, and the
children came at once.
"""
    reading = of(page)
    assert "opened its doors to the public" in "\n".join(b for a in texts(reading) for b in a)
    assert violations(Source(page), Decisions(), reading) == []


def test_every_joint_and_role_has_rule_confidence_and_words() -> None:
    reading = of(PAGE)
    for _, verdict in (*reading.joints, *reading.roles):
        assert 0 <= verdict.confidence <= 1
        assert verdict.rule in RULES
        for reason in verdict.why:
            for language in ("zh", "en"):
                assert sentence(reason, language) != reason.code
    assert rule_name("joint-run", "en") == "runs on"
    assert all(name in CODES for name in OBSERVED if name != "prior")
    assert len({observation.__name__ for observation in OBSERVATIONS}) == len(OBSERVATIONS)


def test_names_of_the_roster_are_known() -> None:
    page = PAGE.replace(" 林小满", "\n鲵小满")
    assert [n.text.text for n in of(page, None, "鲵小满").articles[0].byline] == ["鲵小满"]


def starts(page: str) -> list[int]:
    lines = page.split("\n")
    return [sum(len(x) + 1 for x in lines[:n]) for n, line in enumerate(lines) if line.strip()]


@pytest.mark.parametrize("joint", [Joint.GLUE, Joint.PARAGRAPH, Joint.ARTICLE])
def test_decided_joints_are_in_the_reading(joint: Joint) -> None:
    for at in starts(PAGE)[1:]:
        decisions = consistent.with_joint(Decisions(), Source(PAGE), at, joint, MARK)
        reading = of(PAGE, decisions)
        assert reading.joint_at[at].value is joint
        assert reading.joint_at[at].decided
        assert violations(Source(PAGE), decisions, reading) == []


def test_a_decision_inside_a_line_cuts_it() -> None:
    at = PAGE.index("馆长介绍")
    decisions = consistent.with_joint(Decisions(), Source(PAGE), at, Joint.PARAGRAPH, MARK)
    reading = of(PAGE, decisions)
    assert texts(reading)[0][1].startswith("馆长介绍")
    assert len(texts(reading)[0]) == 3


@pytest.mark.parametrize("role", list(Role))
def test_decided_roles_are_in_the_reading(role: Role) -> None:
    source = Source(PAGE)
    for start, end in ((0, 5), (40, 70), (PAGE.index("江边新馆迎"), PAGE.index("江边新馆迎") + 8)):
        decisions = consistent.with_role(Decisions(), source, Span(start, end), role, MARK)
        reading = of(PAGE, decisions)
        for at in range(start, end):
            if not source.is_blank(at):
                held = reading.role_at(at)
                assert held is not None and held[1].value is role
        assert violations(source, decisions, reading) == []


def test_a_heading_goes_where_it_was_sent() -> None:
    source, base = Source(PAGE), of(PAGE)
    at = PAGE.index("江边新馆迎")
    other = base.articles[1].at
    decisions = consistent.with_heading(Decisions(), source, Span(at, at + 8), other, MARK)
    reading = of(PAGE, decisions)
    assert "江边新馆迎来读者" in [line.text for line in reading.articles[1].headline]
    sent = consistent.with_heading(Decisions(), source, Span(at, at + 8), None, MARK)
    assert [block.text.text for block in of(PAGE, sent).tray] == ["江边新馆迎来读者"]


def test_a_patch_changes_no_structure() -> None:
    source = Source(PAGE)
    at = PAGE.index("东江市")
    patched = Decisions(patches=(Patch(Span(at, at + 3), "西江市"),))
    before, after = of(PAGE), of(PAGE, patched)
    assert (after.joints, after.roles, after.headings) == (
        before.joints,
        before.roles,
        before.headings,
    )
    assert "西江市新开" in texts(after)[0][0]
    assert violations(source, patched, after) == []
    assert analyse(source, patched, Style()) == analyse(source, Decisions(), Style())


def test_a_paragraph_break_may_be_typed() -> None:
    at = PAGE.index("馆长介绍")
    decisions = Decisions(patches=(Patch(Span(at, at), "好。\n又"),))
    reading = of(PAGE, decisions)
    assert texts(reading)[0][0].endswith("座无虚席。好。")
    assert texts(reading)[0][1].startswith("又馆长介绍")
    assert violations(Source(PAGE), decisions, reading) == []


def test_moved_text_is_read_where_it_was_put() -> None:
    source = Source(PAGE)
    start, end = PAGE.index("大桥通车以后"), PAGE.index(" 周大江")
    to = PAGE.index("读者林先生")
    decisions = Decisions(moves=(Move(Span(start, end), to),))
    reading = of(PAGE, decisions)
    first, second = texts(reading)
    assert first[1].startswith("大桥通车以后") and first[2].startswith("读者林先生")
    assert len(second) == 1
    assert violations(source, decisions, reading) == []


def test_a_decision_changes_nothing_far_away() -> None:
    page = "\n".join(PAGE.strip("\n") for _ in range(12)) + "\n"
    source = Source(page)
    base = of(page)
    at = starts(page)[3]
    decisions = consistent.with_joint(Decisions(), source, at, Joint.PARAGRAPH, MARK)
    after = of(page, decisions)
    far = starts(page)[80]
    assert [j for j in after.joints if j[0] > far] == [j for j in base.joints if j[0] > far]
    assert [r for r in after.roles if r[0].start > far] == [
        r for r in base.roles if r[0].start > far
    ]
    assert of(page) == base


LINE = st.text(alphabet="春江水边图书馆，。“”（） 3a记者林满", min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(LINE, min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 120), st.sampled_from(Joint)), max_size=3),
    st.lists(st.tuples(st.integers(0, 120), st.integers(1, 20), st.sampled_from(Role)), max_size=2),
)
def test_nothing_is_lost_whatever_is_decided(
    lines: list[str], joints: list[tuple[int, Joint]], roles: list[tuple[int, int, Role]]
) -> None:
    source = Source("\n".join(lines))
    size = len(source.text)
    decisions = Decisions()
    for start, length, role in roles:
        span = Span(min(start, size), min(start + length, size))
        decisions = consistent.with_role(decisions, source, span, role, MARK)
    for at, joint in joints:
        if at < size and not source.is_blank(at):
            decisions = consistent.with_joint(decisions, source, at, joint, MARK)
    structure = analyse(source, decisions, Style())
    reading = assemble(source, structure, decisions)
    assert violations(source, decisions, reading) == []
    for entry in decisions.joints:
        assert reading.joint_at[entry.raw_at].value is entry.joint


def test_joint_decisions_need_no_mark() -> None:
    at = starts(PAGE)[1]
    one = Decisions(joints=(JointDecision(at, Joint.PARAGRAPH, Mark("a", "b")),))
    two = Decisions(joints=(JointDecision(at, Joint.PARAGRAPH),))
    assert of(PAGE, one) == of(PAGE, two)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_text_with_a_paragraph_a_line_keeps_its_paragraphs(gap: str) -> None:
    said = "清晨的江边已经有了不少钓鱼的人，他们带着小板凳和保温杯，坐在堤岸上等鱼上钩。"
    paragraphs = [said * 3, f"{said}据介绍，大桥明年合龙。" * 2, said * 5]
    page = gap.join(["江边的一天", *paragraphs]) + "\n"
    (article,) = read(Source(page), Decisions(), Style()).articles
    assert [line.text for line in article.headline] == ["江边的一天"]
    assert [block.text.text for block in article.blocks] == paragraphs


def test_english_text_with_a_paragraph_a_line_keeps_its_paragraphs() -> None:
    said = "The river was quiet in the morning and a few men were fishing from the bank. "
    paragraphs = [(said * 3).strip(), (said * 5).strip(), f"{said}The bridge opens in May. " * 2]
    page = "\n".join(["A Day by the River", *paragraphs]) + "\n"
    (article,) = read(Source(page), Decisions(), Style()).articles
    assert [block.text.text for block in article.blocks] == [p.strip() for p in paragraphs]
