"""A house's rules are obeyed: which checks look, how much finds matter, patterns without end."""

from __future__ import annotations

from editor.analysis import read
from editor.files.house import checked
from editor.model.decisions import Decisions
from editor.model.project import Page, Style
from editor.model.source import Source
from editor.proofing import Severity, Suspect, suspects

TEXT = "江边的树绿了，，两岸的人都来看，孩子们也来了。\n船开了,江水涨了。\n"


def found(house: str, text: str = TEXT) -> list[Suspect]:
    rules = checked(f"format = 1\n{house}".encode()).rules
    page, style = Page("1", Source(text)), Style((), rules)
    return list(suspects(read(page.source, Decisions(), style), page, style))


def test_a_house_says_which_checks_look_and_how_much_their_finds_matter() -> None:
    assert [one.rule for one in found("")] == ["doubled-mark", "half-width"]
    (left,) = found('[checks]\nhalf-width = "off"\ndoubled-mark = "note"')
    assert (left.rule, left.severity) == ("doubled-mark", Severity.NOTE)


def test_a_term_matters_as_much_as_the_house_says() -> None:
    house = '[terms]\n"江水" = { put = "江流", severity = "error" }\n"船" = "舟"\n'
    told = [one for one in found(house) if one.rule == "term"]
    assert [(one.shown, one.fix, one.severity) for one in told] == [
        ("船", "舟", Severity.WARNING),
        ("江水", "江流", Severity.ERROR),
    ]
    told = [one for one in found(house + '[checks]\nterm = "note"\n') if one.rule == "term"]
    assert {one.severity for one in told} == {Severity.NOTE}


def test_a_pattern_without_end_is_told_and_the_other_checks_go_on() -> None:
    house = "[patterns]\n\"慢\" = { find = '(a+)+b' }\n\"水\" = { find = '水' }\n"
    told = found(house, f"The the boats left. {'a' * 5000}cb 水\n")
    assert [one.code for one in told if one.rule == "pattern"] == ["pattern.slow", "pattern"]
    assert {one.rule for one in told} == {"repeated-word", "pattern"}


def test_the_roster_of_a_house_is_known() -> None:
    house = '[roster]\nnames = ["魏亚东"]\n'
    text = "东江春水涨\n\n□记者 魏亚栋\n\n江边的树绿了，两岸的人都来看，孩子们也来了。\n"
    assert [one.fix for one in found(house, text) if one.rule == "roster"] == ["魏亚东"]


def test_a_pattern_that_nothing_satisfies_tells_nothing_but_where_it_puts_something_in() -> None:
    told = found(
        "[patterns]\n\"空\" = { find = 'x*' }\n\"也空\" = { find = '(猫|)', put = '狗' }\n"
    )
    assert not [one for one in told if one.rule == "pattern"]
    told = found("[patterns]\n\"隔开\" = { find = '(?<=船)(?=开)', put = '就' }\n")
    (one,) = [one for one in told if one.rule == "pattern"]
    assert (one.shown, one.fix, one.around[0][-1:], one.around[1][:1]) == ("", "就", "船", "开")
