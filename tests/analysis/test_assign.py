"""Heading lines to bodies: habits, cuts inside a run, gathered lines, what stays pinned."""

from __future__ import annotations

from editor.analysis.assign import Body, Element, assign

LIBRARY = Body(0, "江边新开了一座图书馆，孩子们放学后都来看书，图书馆每晚九点关门。", False)
BRIDGE = Body(100, "跨江大桥合龙，两岸的工人握手庆祝，大桥明年春天通车。", False)
ORCHARD = Body(200, "果园里苹果熟了，果农们忙着采摘，苹果销往各地。", False)


def line(key: int, text: str) -> Element:
    return Element(key, text, byline=False, side=0)


def test_headlines_behind_their_bodies() -> None:
    slots = [(), (line(50, "江边新开图书馆"),), (line(150, "跨江大桥合龙"),)]
    found = assign([LIBRARY, BRIDGE], slots)
    assert found.owner == {50: 0, 150: 1}
    assert found.habit == "after"


def test_a_run_between_two_bodies_is_cut_by_line() -> None:
    slots = [(), (line(50, "江边新开图书馆"), line(60, "跨江大桥合龙")), ()]
    assert assign([LIBRARY, BRIDGE], slots).owner == {50: 0, 60: 1}


def test_a_body_without_headline_stays_without() -> None:
    library = (line(50, "江边新开图书馆"), line(60, "孩子们放学看书"))
    slots = [(), library, (), (line(250, "果园里苹果熟了"),)]
    found = assign([LIBRARY, BRIDGE, ORCHARD], slots)
    assert found.owner == {50: 0, 60: 0, 250: 2}


def test_gathered_lines_go_by_their_words_in_order() -> None:
    end = (
        line(300, "江边新开图书馆"),
        line(310, "跨江大桥合龙"),
        line(320, "两岸工人庆祝"),
        line(330, "苹果熟了果农忙"),
    )
    found = assign([LIBRARY, BRIDGE, ORCHARD], [(), (), (), end])
    assert found.habit == "gathered"
    assert found.owner == {300: 0, 310: 1, 320: 1, 330: 2}


def test_pinned_cuts_stand() -> None:
    slots = [(), (line(50, "江边新开图书馆"),), (line(150, "跨江大桥合龙"),)]
    base = assign([LIBRARY, BRIDGE], slots)
    turned = {key: 0 for key in base.cuts if key[0] == LIBRARY.key}
    found = assign([LIBRARY, BRIDGE], slots, habit="after", pinned=turned)
    assert found.owner[50] == 1


def test_no_bodies_no_owner() -> None:
    assert assign([], [(line(0, "江边新开图书馆"),)]).owner == {0: None}
