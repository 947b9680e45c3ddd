"""The second look: what the page does elsewhere speaks about each line, its own share left out."""

from __future__ import annotations

import numpy as np

from editor.analysis import labels as lab
from editor.analysis.chinese import CHINESE
from editor.analysis.evidence.traits import Tally, counted, traits
from editor.analysis.evidence.view import View
from editor.analysis.habits import page_habits
from editor.analysis.lines import cut
from editor.model.source import Source

PAGE = "\n".join(
    [
        "本报讯 记者林小满 江边图书馆昨日开门。",
        "周大江",
        "新馆里的一天",
        "孩子们一早就在门口排队等着看书了。",
        "渡口又通船",
        "停了三年的渡口昨天早晨又有了船声。",
    ]
)


def looked_at(labels: list[str]) -> View:
    """The page's view with the traits that these labels, each certain, count to."""
    lines = cut(Source(PAGE))
    view = View(lines, page_habits(lines, CHINESE.shapes), CHINESE)
    rows = [[float(name == label) for name in lab.LABELS] for label in labels]
    view.traits = counted(view, np.array(rows))
    return view


def test_a_line_is_no_witness_for_itself() -> None:
    one = looked_at(["AO", "Ba", "H", "AOe", "X", "PO"])
    two = looked_at(["AO", "Ba", "X", "PO", "X", "PO"])
    alone, among = (dict(traits(view, 4))["trait.cross"] for view in (one, two))
    assert alone < 0 < among


def test_an_unmarked_start_counts_against_articles_where_the_others_are_marked() -> None:
    view = looked_at(["AOe", "Ba", "H", "AOe", "H", "AOe"])
    assert "trait.unmarked" not in dict(traits(view, 0))
    assert dict(traits(view, 5))["trait.unmarked"] < 0.7


def test_a_page_without_articles_says_nothing_either_way() -> None:
    assert Tally(0.0, 0.0).lack() == 0.0
    assert Tally(5.0, 5.0).lack() < -1.5
    assert Tally(0.0, 5.0).lack() > 0.5
