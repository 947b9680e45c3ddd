"""Every proposed fix, taken and undone, gives back the same decisions; any set keeps the laws."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.editing.fixing import TakeFixes
from editor.editing.session import Session
from editor.model.conservation import violations
from editor.model.project import Style
from editor.proofing import Suspect, suspects
from tests.laws.obedience import disobeyed
from tests.laws.pages import gestures
from tests.laws.test_readings import LAWS, opened

FAULTY = (
    "江边的的树绿了，，两岸的人都来看",
    "他说：“今天的水真清。",
    "他把“春天“写进了诗里,船开了.",
    "今年２０人、12船...走了。",
    "2024年5月30日（星期五）开船",
    "一是修路；三是种树。",
    "江水--我们的母亲 河。",
    "城市发展发展很快，江水(见图)涨",
    "江\u200b水涨了，船开了，两岸的人都来看，孩子们笑着跑着，老人坐着看江水",
    "The the boats left in a hour, the har- bour was",
    "本报讯 记者王小文 近日",
    "春到东江城",
    "董小梅",
    'the the  board said “yes" again',
)


@st.composite
def faulty_pages(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.sampled_from(FAULTY), min_size=2, max_size=24))
    return draw(st.sampled_from(["\n", "\n\n", ""])).join(lines)


def found(session: Session) -> tuple[Suspect, ...]:
    return suspects(session.reading, session.page, Style())


def worked_at(raw: str, data: st.DataObject) -> Session:
    session = opened(raw)
    for _ in range(data.draw(st.integers(0, 3))):
        session.do(data.draw(gestures(session.page.source.text, session.reading)))
    return session


@LAWS
@given(faulty_pages(), st.data())
def test_each_fix_is_undone_to_the_same_decisions(raw: str, data: st.DataObject) -> None:
    session = worked_at(raw, data)
    before = session.page.decisions
    fixable = [suspect for suspect in found(session) if suspect.fix is not None]
    for suspect in data.draw(st.permutations(fixable))[:6] if fixable else []:
        text = suspect.passage.text
        assert text[suspect.start : suspect.end] == suspect.shown
        if session.do(TakeFixes((suspect,))):
            assert session.page.decisions != before
            session.undo()
        assert session.page.decisions == before


@LAWS
@given(faulty_pages(), st.data())
def test_any_set_of_fixes_keeps_the_laws(raw: str, data: st.DataObject) -> None:
    session = worked_at(raw, data)
    page, before = session.page, session.reading
    chosen = tuple(suspect for suspect in found(session) if data.draw(st.booleans()))
    changed = session.do(TakeFixes(chosen))
    assert violations(page.source, session.page.decisions, session.reading) == []
    assert disobeyed(page.source, session.page.decisions, session.reading) == []
    after = session.reading
    assert (after.joints, after.roles) == (before.joints, before.roles)
    if changed:
        session.undo()
    assert session.page.decisions == page.decisions


def test_a_fix_taken_is_a_suspect_less_and_dismissed_ones_are_quiet() -> None:
    from editor.model import consistent
    from editor.model.decisions import Mark

    session = opened("江边的树绿了，，两岸的人都来看，孩子们也来了。\n船开了,江水涨了。\n")
    first = found(session)
    assert [suspect.rule for suspect in first] == ["doubled-mark", "half-width"]
    session.do(TakeFixes(first[:1]))
    assert [suspect.rule for suspect in found(session)] == ["half-width"]
    (left,) = found(session)
    quiet = consistent.with_dismissed(session.page.decisions, left.rule, left.span, True, Mark())
    assert suspects(session.reading, session.page.decided(quiet), Style()) == ()
