"""Whatever is found and replaced: the text reads so, nothing is lost, one step leads back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.editing.replacing import ReplaceAll
from editor.editing.search import (
    Found,
    Query,
    corrected_texts,
    in_blocks,
    raw_texts,
    replaceable,
    search,
)
from editor.editing.session import Session
from editor.model.conservation import violations
from editor.model.structure import TYPED_ROLES
from editor.model.traced import PieceOrigin
from tests.laws.obedience import disobeyed
from tests.laws.pages import gestures, raw_pages
from tests.laws.test_readings import LAWS, opened

SOUGHT = st.sampled_from(
    [
        Query("的"),
        Query("a"),
        Query("改"),
        Query("春风|江水|表示", pattern=True),
        Query(r"\p{Han}", pattern=True),
        Query(r"(\w)(\w)", pattern=True),
        Query(r"[a-z]+\s*\d*", pattern=True),
        Query(r".+", pattern=True),
        Query(r"[。，]", pattern=True),
    ]
)
PUTS = st.sampled_from(["", "换", "x", "两字", "x，y"])


def after_some_gestures(raw: str, data: st.DataObject) -> Session:
    session = opened(raw)
    for _ in range(data.draw(st.integers(0, 5))):
        session.do(data.draw(gestures(session.page.source.text, session.reading)))
    return session


def found(session: Session, query: Query, put: str) -> Found:
    return search(corrected_texts(session.page, session.reading), query, put)


def replaced(text: str, hits: list[tuple[int, int, str]]) -> str:
    for start, end, put in sorted(hits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


@LAWS
@given(raw_pages(), st.data())
def test_replaced_is_what_was_previewed_and_one_undo_leads_back(
    raw: str, data: st.DataObject
) -> None:
    session = after_some_gestures(raw, data)
    page, before = session.page, session.reading
    hits = found(session, data.draw(SOUGHT), data.draw(PUTS)).hits
    changes = [hit for hit in map(replaceable, hits) if hit is not None]
    ticked = [hit for hit in changes if data.draw(st.booleans())][:40]
    texts = list(corrected_texts(page, before))
    # the byline's parts are made anew each time: looked up by where they stand
    by_place = {(of.number, of.role, of.text.pieces): n for n, of in enumerate(texts)}
    wanted = [of.text.text for of in texts]
    for n, of in enumerate(texts):
        mine = [h for h in ticked if by_place[(h.of.number, h.of.role, h.of.text.pieces)] == n]
        wanted[n] = replaced(of.text.text, [(h.start, h.end, h.put) for h in mine])
    changed = session.do(ReplaceAll(tuple(ticked)))
    after = session.reading
    assert violations(page.source, session.page.decisions, after) == []
    assert disobeyed(page.source, session.page.decisions, after) == []
    assert (after.joints, after.roles, after.headings) == (
        before.joints,
        before.roles,
        before.headings,
    )
    typed = any(p.origin is PieceOrigin.TYPED for of in texts for p in of.text.pieces)
    if not typed:  # what is typed into a field is tidied: empty lines and names go
        shown = [of.text.text for of in corrected_texts(session.page, after)]
        if all(hit.put.strip() for hit in ticked):
            # a sign before text that is deleted stays for what may be typed there
            ends = [[t.rstrip() for t in texts] for texts in (shown, wanted)]
            assert [t for t in ends[0] if t] == [t for t in ends[1] if t]
        else:  # a line end goes with the line that is emptied before it, as when one types
            ink = [["".join(t.split()) for t in texts] for texts in (shown, wanted)]
            assert [t for t in ink[0] if t] == [t for t in ink[1] if t]
    if changed:
        session.undo()
    assert session.page.decisions == page.decisions


@LAWS
@given(raw_pages(), st.data())
def test_typed_fields_are_replaced_in_whole(raw: str, data: st.DataObject) -> None:
    session = opened(raw)
    if not session.reading.articles:
        return
    from editor.editing.gestures import TypeField

    article = session.reading.articles[0]
    role = data.draw(st.sampled_from([r for r in TYPED_ROLES if r.heads]))
    session.do(TypeField(article.at, role, ("甲乙甲丙甲",)))
    hits = found(session, Query("甲"), "丁丁").hits
    session.do(ReplaceAll(hits))
    lines = [line.text for line in session.reading.articles[0].heads(role)]
    assert "丁丁乙丁丁丙丁丁" in lines
    assert not found(session, Query("甲"), "").hits


@LAWS
@given(raw_pages(), st.data())
def test_raw_hits_are_replaced_in_the_blocks_that_print_them(raw: str, data: st.DataObject) -> None:
    session = after_some_gestures(raw, data)
    page, reading = session.page, session.reading
    hits = search(raw_texts(page), data.draw(SOUGHT), "换").hits
    for hit in hits:
        assert hit.span == (hit.start, hit.end)
    placed = in_blocks(hits, corrected_texts(page, reading))
    assert len(placed) == len(hits)
    for hit, there in zip(hits, placed, strict=True):
        if there is not None:
            assert hit.span.start <= there.span.start and there.span.end <= hit.span.end
    session.do(ReplaceAll(tuple(there for there in placed if there is not None)))
    assert violations(page.source, session.page.decisions, session.reading) == []
