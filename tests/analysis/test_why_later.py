"""Reasons are worked out when somebody asks, and are then what they would have been at once."""

from __future__ import annotations

import pickle

from benchmarks.desk import long_page
from editor.analysis import read
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source
from editor.model.verdict import Reason, Reasons


def test_reasons_are_asked_for_once_and_only_when_wanted() -> None:
    asked: list[int] = []

    def ask() -> tuple[Reason, ...]:
        asked.append(1)
        return (Reason("end.stop", (), 1.5), Reason("fit.first"))

    why = Reasons(ask)
    assert not asked
    assert [reason.code for reason in why] == ["end.stop", "fit.first"]
    assert why == (Reason("end.stop", (), 1.5), Reason("fit.first"))
    assert (Reason("end.stop", (), 1.5), Reason("fit.first")) == why
    assert why != (Reason("end.stop", (), 1.5),)
    assert hash(why) == hash(tuple(why))
    assert why[:1] == (Reason("end.stop", (), 1.5),)
    assert asked == [1]


def test_a_page_read_twice_has_the_same_reasons() -> None:
    text = long_page(1)
    one = read(Source(text), Decisions(), Style())
    two = read(Source(text), Decisions(), Style())
    assert list(one.joints) == list(two.joints)
    assert list(one.roles) == list(two.roles)
    assert any(verdict.why for _, verdict in one.joints)
    again = pickle.loads(pickle.dumps(one.joints[3][1]))
    assert again == two.joints[3][1]
