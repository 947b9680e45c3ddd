"""What differs between two houses' rules: taking all makes one of the other, none nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.model.rule_changes import differences, overlaid, taken
from editor.model.rules import CHECKS, SETTINGS, Numerals, Pattern, Rules, Term

TEXT = st.text("甲乙丙丁", min_size=1, max_size=2)


def by(name: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=4, unique_by=lambda one: getattr(one, name)).map(tuple)


RULES = st.builds(
    Rules,
    checks=st.dictionaries(st.sampled_from(CHECKS[:5]), st.sampled_from(SETTINGS)).map(
        lambda found: tuple(found.items())
    ),
    roster=st.lists(TEXT, unique=True, max_size=3).map(tuple),
    terms=by("form", st.builds(Term, TEXT, TEXT)),
    patterns=by("name", st.builds(Pattern, TEXT, TEXT)),
    numerals=st.builds(Numerals, dates=st.sampled_from(("", "arabic", "chinese"))),
    latin=st.sampled_from(("", "none", "space")),
)


def bag(rules: Rules) -> tuple[object, ...]:
    """Rules without the order of their entries, which means nothing."""
    many = (rules.checks, rules.roster, rules.terms, rules.patterns)
    return (*map(frozenset, many), rules.numerals, rules.latin)


@given(RULES, RULES)
def test_all_differences_taken_make_one_of_the_other_and_none_changes_nothing(
    one: Rules, other: Rules
) -> None:
    found = differences(one, other)
    assert bag(taken(one, found)) == bag(other)
    assert taken(one, ()) == one
    assert bool(found) == (bag(one) != bag(other))


@given(RULES, RULES, st.data())
def test_some_taken_leave_the_others_to_be_taken(
    one: Rules, other: Rules, data: st.DataObject
) -> None:
    found = differences(one, other)
    some = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    left = differences(taken(one, some), other)
    assert set(left) == set(found) - set(some)


@given(RULES, RULES)
def test_what_lies_over_a_house_holds_and_the_rest_of_it_stays(one: Rules, over: Rules) -> None:
    both = overlaid(one, over)
    assert not [change for change in differences(both, over) if change.after is not None]
    kept = [change for change in differences(both, one) if change.before is None]
    assert not kept
