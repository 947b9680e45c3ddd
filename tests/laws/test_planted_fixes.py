"""The laws of fixes on pages with planted errors of every kind, in any order, over any pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.checks import own_texts
from benchmarks.planting import CHINESE, ENGLISH, TRADITIONAL, Planter, as_traditional
from editor.editing.fixing import TakeFixes
from editor.editing.forms import forms_of
from editor.editing.pages import DecideAll
from editor.editing.project_search import replaced
from editor.editing.session import Session
from editor.model.conservation import violations
from editor.model.project import Page, Project, Style
from editor.model.rules import Numerals, Pattern, Quiet, Rules, Term
from editor.model.source import Source
from editor.proofing import Suspect, chosen, suspects
from tests.laws.obedience import disobeyed
from tests.laws.pages import gestures
from tests.laws.test_readings import LAWS

HOUSE = Style(
    roster=("董小梅",),
    rules=Rules(
        checks=(("english-word", "on"), ("double-space", "warning")),
        terms=(
            Term("他们", "大家"),
            Term("我们", why="不用"),
            Term("the", "that"),
            Term("他們", "大家"),
        ),
        patterns=(
            Pattern("insert", "(?<=[年月])(?=[0-9])", " "),
            Pattern("take out", "[、；]", ""),
            Pattern("turn", r"(\d)(\d)", r"\2\1"),
            Pattern("long", "。.{1,40}，", "。"),
        ),
        numerals=Numerals(dates="chinese", percent="百分之", thousands="comma", range="～"),
        latin="space",
    ),
    quiet=(Quiet("lookalike", "己经"),),
)
MORE = (
    "今天（13日）天晴，５月十二日再来，共有３０人，其中男12人、女15人。",
    "老张生于1960年，2024年他70岁，3千人来看，三、四个人说好，GPU很快。",
    "魏亚东说，水退了。魏亚东说，路通了。魏亚东说，天晴了。魏亚栋说，船来了。",
    "水己经退了，入民很高兴，他们在在江边，路通了,船开了...",
)
"""What no planter plants: houses' numerals, sums, ages, names spelt two ways."""
HEADS = "春到东江城\n本报讯（记者 董小海）"


@cache
def paragraphs(script: str) -> tuple[str, ...]:
    """Sound text of own pages."""
    return tuple(text for page in own_texts(script, 3) for text in page if len(text) > 40)


def planters(kind: str) -> dict[str, Planter]:
    return {"zh": CHINESE, "tr": TRADITIONAL | CHINESE, "en": ENGLISH}[kind]


def faulty(kind: str, names: list[str], seed: int) -> str:
    """A page with one error of each of these kinds, in column lines; `kind`: zh, tr or en."""
    chance, told = Random(seed), []
    sound = paragraphs("en" if kind == "en" else "zh")
    for name in names:
        for text in chance.sample(sound, len(sound)):
            text = as_traditional(text) if kind == "tr" else text
            if planted := planters(kind)[name](text, chance):
                told.append(planted[0])
                break
    if kind == "en":
        lines = ["Ferry Returns to the Town", "By ANNA HILL"]
        return "\n".join([*lines, *(line for text in told for line in _spaced(text))])
    told += [as_traditional(text) if kind == "tr" else text for text in chance.sample(MORE, 2)]
    wide = chance.randint(14, 22)
    lines = [line for text in told for line in _column("　　" * (seed % 2) + text, wide)]
    return "\n".join((HEADS, *lines))


def _column(text: str, wide: int) -> Iterator[str]:
    for at in range(0, len(text), wide):
        yield text[at : at + wide]


def _spaced(text: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) > 44:
            yield line
            line = ""
        line += (" " if line else "") + word
    yield line


@st.composite
def planted(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(("zh", "zh", "tr", "en")))
    names = draw(st.lists(st.sampled_from(sorted(planters(kind))), min_size=2, max_size=6))
    return faulty(kind, names, draw(st.integers(0, 10_000)))


def opened(*texts: str, style: Style = HOUSE) -> Session:
    pages = tuple(Page(f"p{n}", Source(text)) for n, text in enumerate(texts, 1))
    return Session(Project(pages, style=style))


def found(session: Session) -> tuple[Suspect, ...]:
    return suspects(session.reading, session.page, session.project.style)


def sound(session: Session) -> bool:
    page, reading = session.page, session.reading
    lost = violations(page.source, page.decisions, reading)
    return not lost and not disobeyed(page.source, page.decisions, reading)


def test_each_kind_of_fix_is_taken_and_undone_on_every_kind_of_page() -> None:
    for kind in ("zh", "tr", "en"):
        wanted, taken = with_fixes(kind), set[str]()
        for seed in range(6):
            for name in sorted(planters(kind)):
                if name in taken or name not in wanted:
                    continue
                session = opened(faulty(kind, [name, "pairs"], seed))
                before = session.page.decisions
                for one in found(session):
                    if one.fix is not None and session.do(TakeFixes((one,))):
                        assert session.page.decisions != before and sound(session)
                        session.undo()
                        taken.add(one.rule)
                    assert session.page.decisions == before
        assert wanted <= taken


def with_fixes(kind: str) -> set[str]:
    """The checks whose fixes such pages are to have; what only a person can tell has none."""
    if kind == "en":
        return {*ENGLISH, "term"} - {"pairs"}
    only_told = {"pairs", "straight-quote", "date", "weekday", "sequence"}
    planted = {name for name in CHINESE if "," not in name} - only_told
    return planted | {"term", "pattern", "latin-space"} | ({"variant"} if kind == "zh" else set())


@LAWS
@given(planted(), st.data())
def test_any_sets_of_fixes_between_any_gestures_keep_the_laws_and_are_undone(
    raw: str, data: st.DataObject
) -> None:
    session = opened(raw)
    first, states = session.page.decisions, [session.page.decisions]
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            session.do(data.draw(gestures(session.page.source.text, session.reading)))
            session.end_typing()
        else:
            some = tuple(one for one in found(session) if data.draw(st.booleans()))
            before = session.reading
            session.do(TakeFixes(data.draw(st.permutations(some)) if some else ()))
            after = session.reading
            assert (after.joints, after.roles) == (before.joints, before.roles)
        assert sound(session)
        if session.page.decisions != states[-1]:
            states.append(session.page.decisions)
        for _ in range(data.draw(st.integers(0, 1))):
            if len(states) > 1 and session.undo():
                states.pop()
                assert session.page.decisions == states[-1]
    while session.undo():
        assert sound(session)
    assert session.page.decisions == first
    while session.redo():
        pass
    assert session.page.decisions == states[-1] or session.history.redoable is None


@LAWS
@given(planted(), st.data())
def test_a_fix_that_is_taken_stands_in_the_text(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    fixable = [one for one in found(session) if one.fix is not None]
    if not fixable:
        return
    one = data.draw(st.sampled_from(fixable))
    text = one.passage.text
    put = text[: one.start] + (one.fix or "") + text[one.end :]
    if session.do(TakeFixes((one,))):
        texts = [
            "".join(text.split())
            for article in session.reading.articles
            for text in _texts(article)
        ]
        assert "".join(put.split()) in texts


def _texts(article: object) -> Iterator[str]:
    from editor.proofing.run import passages_of

    for passage in passages_of(article):  # type: ignore[arg-type]
        yield passage.text


@LAWS
@given(st.lists(planted(), min_size=2, max_size=3), st.data())
def test_forms_ticked_over_all_pages_are_one_step_that_undo_takes_back(
    texts: list[str], data: st.DataObject
) -> None:
    session = opened(*texts)
    project = session.project
    kept = {session.page.key: session.reading}
    forms = forms_of(project, kept, chosen(project.style.rules))
    hits = [hit for form in forms for hit in form.hits if data.draw(st.booleans())]
    made = replaced(project, kept, hits, session.mark())
    if not session.change(DecideAll(made)):
        return
    for page in session.project.pages:
        session.show(page.key)
        assert sound(session)
    session.undo()
    assert session.project.pages == project.pages
