"""What a house says of texts: read strictly, kept in a project, written without disturbing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files import house_edit
from editor.files.errors import FileError
from editor.files.house import checked, load
from editor.files.project import from_bytes, to_bytes
from editor.model.decisions import Delta
from editor.model.history import History, Step, StyleChange
from editor.model.project import Page, Project, Style
from editor.model.rules import CHECKS, SETTINGS, SEVERITIES, Numerals, Pattern, Rules, Term
from editor.model.source import Source

OURS = """# 晚报的规矩，总编室定
format = 1

[terms] # 人名在前
"魏亚栋" = "魏亚东"   # 记者部
"残废" = { why = "称“残疾人”", severity = "error" }

# 别动这一节
[checks]
double-space = "off"

[roster]
names = [
  "魏亚东", # 首席
]
"""

words = st.text("魏亚栋东其它他船a'\"\\.{}= #", min_size=1, max_size=8).filter(
    lambda text: text.strip() == text
)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    form, put = draw(words), draw(st.just("") | words)
    unless = tuple(form + more for more in draw(st.lists(words, max_size=2)))
    severity = draw(st.sampled_from(SEVERITIES))
    return Term(form, "" if put == form else put, draw(st.just("") | words), unless, severity)


houses = st.builds(
    Rules,
    st.dictionaries(st.sampled_from(CHECKS), st.sampled_from(SETTINGS)).map(
        lambda held: tuple(held.items())
    ),
    st.lists(words, unique=True).map(tuple),
    st.lists(terms(), unique_by=lambda term: term.form, max_size=4).map(tuple),
    st.lists(
        st.builds(
            Pattern, words, st.just(r"(\d)x"), st.none() | st.just(r"\1"), st.just("") | words
        ),
        unique_by=lambda pattern: pattern.name,
        max_size=3,
    ).map(tuple),
    st.builds(Numerals, st.sampled_from(("", "arabic", "chinese"))),
    st.sampled_from(("", "none", "space")),
)


def test_a_house_of_rules_alone_is_a_house() -> None:
    house = checked(OURS.encode())
    assert house.rules == Rules(
        (("double-space", "off"),),
        ("魏亚东",),
        (Term("魏亚栋", "魏亚东"), Term("残废", why="称“残疾人”", severity="error")),
    )
    assert house.sheet.look["body"].indent == 2


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ('[checks]\nspaces = "off"', "unknown-field", "checks"),
        ('[checks]\nspace = "no"', "unknown-value", "checks.space"),
        ("[checks]\nspace = false", "wrong-type", "checks.space"),
        ('[terms]\n"a" = "a"', "unknown-value", "terms.a"),
        ('[terms]\n"a" = { putt = "b" }', "unknown-field", "terms.a"),
        ('[terms]\n"a" = { put = "b", unless = ["c"] }', "unknown-value", "terms.a.unless[0]"),
        ('[roster]\nnames = ["甲", 1]', "wrong-type", "roster.names[1]"),
        ('[patterns]\n"p" = { find = "(" }', "bad-pattern", "patterns.p.find"),
        ('[patterns]\n"p" = { find = "a", put = \'\\1\' }', "unknown-value", "patterns.p.put"),
        ('[patterns]\n"p" = "a"', "wrong-type", "patterns.p"),
        ('[numerals]\ndates = "roman"', "unknown-value", "numerals.dates"),
        ('[spacing]\nlatin = "two"', "unknown-value", "spacing.latin"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_its_place(text: str, code: str, at: str) -> None:
    with pytest.raises(FileError) as told:
        checked(f"format = 1\n{text}\n".encode())
    assert (told.value.code, told.value.facts["at"]) == (code, at)
    assert told.value.message("zh") != told.value.message("en")


def test_a_rule_that_is_written_changes_its_line_alone() -> None:
    made = house_edit.changed(
        OURS,
        house_edit.term(Term("魏亚栋", "魏亚冬")),
        house_edit.term(Term("帐号", "账号", "账目用“账”")),
        house_edit.switch("space", "error"),
        house_edit.reporter("王小文"),
    )
    left = made.splitlines()
    for line in OURS.splitlines():
        assert line in left or line == '"魏亚栋" = "魏亚东"   # 记者部'
    assert '"魏亚栋" = "魏亚冬"   # 记者部' in left
    rules = checked(made.encode()).rules
    assert rules.terms[-1] == Term("帐号", "账号", "账目用“账”")
    assert rules.roster == ("魏亚东", "王小文") and rules.setting("space") == "error"
    back = house_edit.changed(
        made, house_edit.without("terms", "帐号"), house_edit.switch("space", "")
    )
    assert checked(back.encode()).rules.setting("space") == ""
    assert "帐号" not in back and "# 首席" in back


@given(houses)
def test_what_is_written_is_read_as_it_was(rules: Rules) -> None:
    changes = [house_edit.switch(*told) for told in rules.checks]
    changes += [house_edit.reporter(name) for name in rules.roster]
    changes += [house_edit.term(term) for term in rules.terms]
    changes += [house_edit.pattern(pattern) for pattern in rules.patterns]
    read = checked(house_edit.changed(house_edit.EMPTY, *changes).encode()).rules
    assert read == Rules(rules.checks, rules.roster, rules.terms, rules.patterns)


@given(houses, houses)
def test_a_project_keeps_the_rules_and_how_they_changed(before: Rules, after: Rules) -> None:
    change = StyleChange(rules=(before, after))
    step = Step("rules", "1", Delta(), style=change)
    project = Project((Page("1", Source("江水")),), style=Style((), before))
    project = project.stepped(step)
    assert project.style.rules == after
    assert project.stepped(Step("back", "1", Delta(), style=change.inverse())).style.rules == before
    kept = from_bytes(
        to_bytes(Project(project.pages, style=project.style, history=History((step,), 1)))
    )
    assert kept.style == project.style and kept.history.steps == (step,)


def test_a_file_is_made_and_a_wrong_one_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "house" / "晚报.toml"
    house_edit.write(path, house_edit.term(Term("帐号", "账号")))
    assert load(path).rules.terms == (Term("帐号", "账号"),)
    path.write_text("format = 1\n[wrong]\n", "utf-8")
    with pytest.raises(FileError) as told:
        house_edit.write(path, house_edit.switch("space", "off"))
    assert str(path) in told.value.message("en")
    assert path.read_text("utf-8") == "format = 1\n[wrong]\n"
