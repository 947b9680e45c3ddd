"""Find and replace by keys: hits in both panes, previewed replacements, one undo."""

from __future__ import annotations

from editor.editing.search import Hit
from editor.model.places import Span
from editor.ui.finding.find import Find
from editor.ui.look import theme
from tests.ui.hands import Hands


def find(hands: Hands) -> Find:
    return hands.window.room.find


def answered(hands: Hands) -> tuple[Hit, ...]:
    """What was found, when the search that was asked for has ended."""
    one = find(hands)
    hands.bot.waitUntil(lambda: not one._stale and not one._timer.isActive(), timeout=15_000)
    return one.hits


def look_for(hands: Hands, text: str) -> tuple[Hit, ...]:
    hands.press("Ctrl+F")
    hands.commit(text)
    return answered(hands)


def selected(hands: Hands) -> str:
    return hands.window.desk.proof.selected_text()


def grounds(hands: Hands) -> list[str]:
    """The stretches of the proof that are marked as found."""
    ground = theme.colour(theme.current().found)
    marks = hands.window.desk.proof.extraSelections()
    return [m.cursor.selectedText() for m in marks if m.format.background().color() == ground]


def proofs(hands: Hands) -> str:
    return "\n".join(hands.shown_lines())


def test_typing_goes_to_the_first_hit_and_marks_all_in_both_panes(at_sample: Hands) -> None:
    hands = at_sample
    hits = look_for(hands, "的")
    assert len(hits) > 5 and find(hands).bar.told == f"1 of {len(hits)}"
    assert selected(hands) == "的" and set(grounds(hands)) == {"的"}
    raw = hands.window.desk.raw
    assert raw.place().span == hits[0].span
    assert list(raw._hits) == sorted(hit.span for hit in hits)
    assert hands.window.focusWidget() is find(hands).bar.sought


def test_f3_goes_round_forwards_and_back_also_with_the_bar_closed(at_sample: Hands) -> None:
    hands = at_sample
    hits = look_for(hands, "的")
    hands.press("F3")
    assert hands.window.desk.raw.place().span == hits[1].span
    hands.press("Shift+F3", "Shift+F3")
    assert hands.window.desk.raw.place().span == hits[-1].span
    hands.press("Escape")
    assert not find(hands).bar.isVisible() and not grounds(hands)
    assert hands.window.room.pane.hasFocus() and selected(hands) == "的"
    hands.press("F3")
    answered(hands)
    assert hands.window.desk.raw.place().span == hits[0].span and not find(hands).bar.isVisible()


def test_next_is_counted_from_where_one_looks(at_sample: Hands) -> None:
    hands = at_sample
    hits = look_for(hands, "的")
    hands.press("Escape")
    there = hits[len(hits) // 2].span.start
    hands.click_proof(there)
    hands.press("F3")
    answered(hands)
    assert hands.window.desk.raw.place().span.start == there


def test_a_hit_over_a_printed_line_end_is_selected_in_both_panes(at_sample: Hands) -> None:
    hands = at_sample
    raw = hands.text
    one, two = next(
        (one, two)
        for article in hands.reading.articles
        for block in article.blocks
        for one, two in zip(block.text.pieces, block.text.pieces[1:], strict=False)
        if one.span.end < two.span.start and one.text[-4:] + two.text[:4] not in raw
    )
    sought = one.text[-4:] + two.text[:4]
    (hit,) = look_for(hands, sought)
    assert selected(hands) == sought and grounds(hands) == [sought]
    assert hands.window.desk.raw.place().span == Span(one.span.end - 4, two.span.start + 4)
    assert hit.span == hands.window.desk.raw.place().span


def test_what_is_selected_is_looked_for(at_sample: Hands) -> None:
    hands = at_sample
    at = hands.text.index("渡口")
    hands.click_raw(at)
    hands.press("Shift+Right", "Shift+Right", "Ctrl+F")
    hits = answered(hands)
    assert find(hands).bar.sought.text() == "渡口"
    assert len(hits) == proofs(hands).count("渡口") > 1


def test_ticked_replacements_are_taken_as_one_step(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.shown_lines()
    decided = hands.window.room.session.page.decisions
    hands.press("Ctrl+H")
    hands.commit("的")
    count = len(answered(hands))
    hands.press("Tab")
    hands.commit("之")
    hands.press("Return")
    answered(hands)
    panel = hands.window.desk.replacing
    hands.bot.waitUntil(panel.isVisible)
    assert panel.takes_keys and len(panel.rows.ticks.rows) == count
    assert hands.window.room.session.page.decisions == decided, "a preview decides nothing"
    row = panel.rows.ticks.rows[0]
    assert ("的", "wrong") in row.title and ("之", "right") in row.title
    hands.press("Down", "Space", "Return")
    assert not panel.isVisible()
    after = hands.shown_lines()
    assert "".join(after).count("之") - "".join(before).count("之") == count - 1
    assert len(answered(hands)) == 1, "what was not ticked is found still"
    hands.press("Escape", "Ctrl+Z")
    assert hands.shown_lines() == before
    assert hands.window.room.session.page.decisions == decided


def test_escape_leaves_the_preview_and_then_the_bar(at_sample: Hands) -> None:
    hands = at_sample
    before = hands.window.room.session.page.decisions
    hands.press("Ctrl+H")
    hands.commit("的")
    hands.press("Tab", "Return")
    answered(hands)
    hands.bot.waitUntil(hands.window.desk.replacing.isVisible)
    hands.press("Escape")
    assert not hands.window.desk.replacing.isVisible() and find(hands).bar.isVisible()
    hands.press("Escape")
    assert not find(hands).bar.isVisible()
    assert hands.window.room.session.page.decisions == before


def test_patterns_and_their_groups(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+H")
    find(hands).bar.pattern.setFocus()
    hands.press("Space")
    find(hands).bar.sought.setFocus()
    hands.commit(r"(\d+) 人")
    hits = answered(hands)
    assert hits and all(hit.put == "" for hit in hits)
    wanted = [hit.of.text.text[hit.start : hit.end].replace(" 人", "名") for hit in hits]
    find(hands).bar.put.setFocus()
    hands.commit(r"\1名")
    assert [hit.put for hit in answered(hands)] == wanted


def test_a_pattern_that_cannot_be_read_is_told_in_a_sentence(at_sample: Hands) -> None:
    hands = at_sample
    find(hands).bar.pattern.setChecked(True)
    assert look_for(hands, "(a") == ()
    assert find(hands).bar.told == "A bracket ( is not closed. (character 3)"
    hands.commit("渡口|船)")
    assert answered(hands) or find(hands).bar.told == "Not found"


def test_a_pattern_that_runs_away_ends_with_a_plain_message(hands: Hands, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.txt"
    path.write_text(("a" * 2_000 + "\n") * 10, "utf-8")
    hands.open(path)
    find(hands).limit = 0.2
    find(hands).bar.pattern.setChecked(True)
    find(hands).bar.raw.setChecked(True)
    look_for(hands, "(a+)+b")
    assert "takes too long" in find(hands).bar.told
    hands.press("Ctrl+H", "Tab", "Return")
    answered(hands)
    assert not hands.window.desk.replacing.isVisible(), "half of the hits are not replaced"


def test_in_the_raw_text_what_the_articles_do_not_print_stays(at_sample: Hands) -> None:
    hands = at_sample
    hands.press("Ctrl+H")
    find(hands).bar.raw.setChecked(True)
    hands.commit("的")
    hits = answered(hands)
    assert len(hits) == hands.text.count("的")
    hands.press("Tab")
    hands.commit("之")
    hands.press("Return")
    answered(hands)
    hands.bot.waitUntil(hands.window.desk.replacing.isVisible)
    hands.press("Return")
    assert "的" not in "".join(
        block.text.text for a in hands.reading.articles for block in a.blocks
    )
    assert hands.text.count("的") == len(hits)


def test_typed_headlines_are_found_and_selected_where_they_stand(at_sample: Hands) -> None:
    hands = at_sample
    bare = next(n for n, a in enumerate(hands.reading.articles) if not a.headline)
    hands.window.room.go_to(Span(hands.article(bare).at, hands.article(bare).at))
    hands.press("F2")
    hands.commit("鹭鸟归来鹭鸟飞")
    hands.press("Escape")
    hits = look_for(hands, "鹭鸟飞")
    assert len(hits) == 1 and selected(hands) == "鹭鸟飞" and grounds(hands) == ["鹭鸟飞"]


def test_what_was_found_follows_what_is_typed(at_sample: Hands) -> None:
    hands = at_sample
    count = len(look_for(hands, "的"))
    hands.press("Escape")
    hands.click_proof(hands.article(0).at)
    hands.press("Ctrl+F")
    answered(hands)
    hands.window.desk.proof.setFocus()
    hands.press("Home")
    hands.commit("的")
    assert len(answered(hands)) == count + 1 == proofs(hands).count("的")
