"""A page put right without a mouse: twenty errors, twelve asked about and eight silent.

The errors lie between what Galley reads and what the test takes for true, so that they stay
errors when the analysis gets better. What is true is worked out on plain lists of texts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.pages.page import make_page
from editor.model.places import Span
from editor.model.structure import Joint, Role
from editor.model.verdict import Doubt, JointTarget
from editor.ui.doubts.walk import ordered
from tests.gold import sample
from tests.ui.hands import Hands
from tests.ui.keyboard_walk import Sheet, Walk, written_down
from tests.ui.test_walk import NEW_HEADLINE, expected, exported

ASKED, SILENT = 12, 8
STYLES = (
    "plain-full",
    "sign-two",
    "plain-long",
    "plain-full",
    "plain-house",
    "plain-long",
    "sign-two",
)
APART = 3
"""Blocks between two planted errors, at the least."""


class Place(NamedTuple):
    """A body block: the article's index, the block's in it, and the spans of its text."""

    sheet: int
    block: int
    span: Span


def a_long_page() -> str:
    """Pages of the project's own, one behind the other."""
    texts = [make_page(style, "judge", 5, n).text for n, style in enumerate(STYLES)]
    return "\n".join(texts)


def bodies(hands: Hands) -> list[Place]:
    """The page's running paragraphs in reading order."""
    return [
        Place(number, at, block.text.span)
        for number, article in enumerate(hands.reading.articles)
        for at, block in enumerate(article.blocks)
        if block.role is Role.BODY
    ]


def other_way(doubt: Doubt) -> Joint | None:
    """The other way to read a joint within an article, where there is just one."""
    verdict, inside = doubt.verdict, {Joint.GLUE, Joint.PARAGRAPH}
    values = [verdict.value, *(one.value for one in verdict.alternatives)]
    if not isinstance(doubt.target, JointTarget) or len(values) < 2 or set(values[:2]) != inside:
        return None
    other = values[1]
    assert isinstance(other, Joint)
    return other


def merged(sheet: Sheet, block: int) -> None:
    """Block `block` goes on where the one before it ends."""
    (role, first), (_, second) = sheet.blocks[block - 1 : block + 1]
    sheet.blocks[block - 1 : block + 1] = [(role, first + second)]


def cut(sheet: Sheet, block: int, out_at: int) -> None:
    """Block `block` ends at `out_at`."""
    role, text = sheet.blocks[block]
    sheet.blocks[block : block + 1] = [(role, text[:out_at]), (role, text[out_at:])]


def test_twenty_errors_by_keys_alone(
    hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(a_long_page(), "utf-8", newline="\n")
    hands.open(path)
    reading = hands.reading
    sheets, furniture = written_down(reading)
    places = bodies(hands)

    # where the page is asked about: the other reading is true, in the last places first, so
    # that what is written down before them keeps its number
    asked = [doubt for doubt in ordered(reading) if other_way(doubt) is not None]
    chosen: list[tuple[Doubt, Place, int]] = []
    for doubt in asked:
        assert isinstance(doubt.target, JointTarget)
        raw_at = doubt.target.raw_at
        for place in places:
            block = reading.articles[place.sheet].blocks[place.block]
            if raw_at in place.span and block.text.from_raw(raw_at) < len(block.text):
                chosen.append((doubt, place, block.text.from_raw(raw_at)))
    spread = chosen[:1]
    for one in chosen[1:]:
        if places.index(one[1]) - places.index(spread[-1][1]) >= APART:
            spread.append(one)
    spread = spread[:ASKED]
    assert len(spread) == ASKED, f"{len(spread)} joints to ask about"
    used = {places.index(place) for _, place, _ in spread}

    def free(needs: int, fits: Callable[[int], bool]) -> list[int]:
        """The first `needs` paragraphs that are far from all that was planted."""
        found: list[int] = []
        for at in range(len(places)):
            near = any(abs(at - other) < APART for other in used | set(found))
            if not near and fits(at) and len(found) < needs:
                found.append(at)
        assert len(found) == needs
        used.update(found)
        return found

    def inside(at: int) -> bool:
        """Whether paragraphs of the same article stand before and behind."""
        trio = places[at - 1 : at + 2]
        return (
            at > 0
            and len(trio) == 3
            and all(a.sheet == b.sheet and b.block == a.block + 1 for a, b in pairwise(trio))
        )

    def sentence(at: int) -> int:
        """Where the first sentence of a paragraph ends that more than a few words follow."""
        text = sheets[places[at].sheet].blocks[places[at].block][1]
        found = re.search(r"[。！？](?=[^”」）]{8})", text[8:])
        return found.end() + 8 if found else 0

    silent: list[tuple[str, int, int]] = []
    silent += [("article", at, 0) for at in free(1, inside)]
    silent += [("cut", at, sentence(at)) for at in free(3, lambda at: sentence(at) > 0)]
    silent += [("merge", at, 0) for at in free(2, inside)]
    silent += [("crosshead", at, 0) for at in free(1, inside)]
    silent += [("furniture", at, 0) for at in free(1, inside)]
    assert len(silent) == SILENT
    raw_of = {at: places[at].span.start for _, at, _ in silent}

    # the truth, from the page's end to its start
    planted = [(places.index(place), "asked", out_at) for _, place, out_at in spread]
    planted += [(at, kind, out_at) for kind, at, out_at in silent]
    for at, kind, out_at in sorted(planted, reverse=True):
        place = places[at]
        sheet = sheets[place.sheet]
        match kind:
            case "asked" if out_at == 0:
                merged(sheet, place.block)
            case "asked" | "cut":
                cut(sheet, place.block, out_at)
            case "merge":
                merged(sheet, place.block)
            case "crosshead":
                sheet.blocks[place.block] = ("crosshead", sheet.blocks[place.block][1])
            case "furniture":
                furniture.append(sheet.blocks.pop(place.block)[1])
            case "article":
                rest = Sheet(blocks=sheet.blocks[place.block :])
                rest.byline, kept = sheet.byline, []
                sheet.byline = kept
                del sheet.blocks[place.block :]
                sheets.insert(place.sheet + 1, rest)

    # the queue: twelve times the other reading, whatever else is asked is right
    walk = Walk(hands)
    others = {doubt.key for doubt, _, _ in spread}
    hands.press("Ctrl+Home")
    walk.go("F8")
    seen: set[str] = set()
    while (shown := hands.window.room.doubts.shown) is not None and shown.key not in seen:
        seen.add(shown.key)
        if shown.key in others:
            walk.decide("Space")
        else:
            walk.go("F8")
    assert others <= seen and walk.deciding == ["Space"] * ASKED
    walk.go("Escape")

    # and the eight that nobody asked about, where the eye finds them
    keys = {
        "cut": "Return",
        "merge": "Backspace",
        "article": "Ctrl+Return",
        "crosshead": "Ctrl+6",
        "furniture": "Ctrl+Del",
    }
    for kind, at, out_at in sorted(silent, key=lambda one: one[1]):
        point = hands.window.desk.proof.proof.find(raw_of[at])
        assert point is not None
        walk.to(point.index, point.out_at + out_at)
        walk.decide(keys[kind])

    found, left_out = written_down(hands.reading)
    for mine, true in zip(found, sheets, strict=False):
        assert mine == true
    assert len(found) == len(sheets)
    assert sorted(left_out) == sorted(furniture)
    session = hands.window.room.session
    assert session is not None
    decisions = len(session.history.steps)
    assert len(walk.deciding) == ASKED + SILENT
    assert decisions <= 2 * (ASKED + SILENT)
    with capsys.disabled():
        told = f"{ASKED + SILENT} errors: {decisions} decisions, {walk.going} keys to go there"
        sys.stdout.write(f"\n{told}\n")


def test_the_sample_to_word_in_ten_gestures(
    hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / sample().path.name
    page.write_bytes(sample().path.read_bytes())
    hands.open(page)
    gold = expected(sample().gold)
    number = next(i for i, article in enumerate(gold) if not article["headline"])
    walk = Walk(hands)
    for _ in range(number):
        walk.go("Ctrl+PgDown")
    walk.decide("F2")
    hands.commit(NEW_HEADLINE)
    walk.decide("Return")
    walk.decide("Ctrl+E")
    hands.press_export()
    walk.deciding.append("Return")
    hands.bot.waitUntil(lambda: bool(hands.window.room.message.text), timeout=20_000)
    gold[number]["headline"] = NEW_HEADLINE
    assert exported(tmp_path) == gold  # beside the page, where nothing else was chosen
    assert hands.answers.asked == ["open"]
    gestures = walk.going + len(walk.deciding)
    assert gestures <= 10
    with capsys.disabled():
        sys.stdout.write(f"\nthe sample page to Word: {gestures} gestures besides typing\n")
