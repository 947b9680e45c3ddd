"""What is saved comes back the same; what is damaged is refused, saying what and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.errors import ProjectError
from editor.files.project import from_bytes, load, save, to_bytes
from editor.files.strict_json import canonical
from editor.model import consistent
from editor.model.decisions import Decisions, Delta, Mark
from editor.model.history import LIMIT, History, Step, StyleChange
from editor.model.links import Link
from editor.model.meta import Meta
from editor.model.places import Span
from editor.model.project import Page, Project, Seen, Style, View
from editor.model.source import Origin, Source
from editor.model.structure import Joint, Role

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
marks = st.builds(Mark, words, words)
texts = st.text(
    st.sampled_from("春夏秋冬，。 \n\f\x00\u2028\x85a1🌱")
    | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=30,
).map(lambda text: text.replace("\r", " "))
Op = Callable[[Decisions], Decisions]


@st.composite
def gestures(draw: st.DrawFn, source: Source) -> Op:
    size, mark = len(source.text), draw(marks)
    low, high = sorted((draw(st.integers(0, size)), draw(st.integers(0, size))))
    span, at = Span(low, high), draw(st.integers(0, size))
    maybe_at = draw(st.none() | st.just(at))
    role, joint, word = draw(st.sampled_from(Role)), draw(st.sampled_from(Joint)), draw(words)
    inked = source.next_ink(at)
    found: list[Op] = [
        lambda d: consistent.with_role(d, source, span, role, mark),
        lambda d: consistent.with_heading(d, source, span, maybe_at, mark),
        lambda d: consistent.with_move(d, source, span, at, mark),
        lambda d: consistent.with_patch(d, source, (low, 0), (high, 0), word, mark),
        lambda d: consistent.with_typed(d, at, role, (word, "题"), mark),
        lambda d: consistent.with_done(d, at, True, mark),
        lambda d: consistent.with_left_out(d, at, True, mark),
        lambda d: consistent.with_settled(d, word, True, mark),
        lambda d: consistent.with_dismissed(d, word, span, True, mark),
    ]
    if inked is not None:
        there = inked
        found.append(lambda d: consistent.with_joint(d, source, there, joint, mark))
    return draw(st.sampled_from(found))


unknown = st.sampled_from(('{"zoom":2}', '{"of":{"who":["a"]}}'))


def unknown_of(count: int) -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    numbers = st.sets(st.integers(0, count - 1)) if count else st.just(set[int]())
    return numbers.flatmap(
        lambda some: st.tuples(*(st.tuples(st.just(n), unknown) for n in sorted(some)))
    )


@st.composite
def projects(draw: st.DrawFn) -> Project:
    pages: list[Page] = []
    steps: list[Step] = []
    links: list[Link] = []
    seen: list[Seen] = []
    for key in draw(st.lists(words, unique=True, min_size=1, max_size=2)):
        source = Source(draw(texts), draw(st.builds(Origin, words, words, words, words)))
        stages = [Decisions()]
        for op in draw(st.lists(gestures(source), max_size=8)):
            stages.append(op(stages[-1]))
        undone = draw(st.integers(0, len(stages) - 1)) if not pages else 0
        deltas = [Delta.between(a, b) for a, b in pairwise(stages)]
        at = len(steps) + len(deltas) - undone
        names = st.lists(words, max_size=2).map(tuple)
        steps += [
            Step(draw(words), key, delta, draw(words), StyleChange(draw(names), draw(names)))
            for delta in deltas
        ]
        if undone:  # what is undone stands last in the history
            page = Page(key, source, stages[-1 - undone], draw(st.builds(Meta, words, words)))
            pages.append(page)
            break
        pages.append(Page(key, source, stages[-1], draw(st.builds(Meta, words, words))))
        place = st.integers(0, len(source.text))
        links += [Link(key, a, key, b) for a, b in draw(st.lists(st.tuples(place, place)))]
        spans = st.tuples(place, place).map(sorted)
        joints = draw(st.lists(st.tuples(place, words), max_size=3))
        roles = [(*draw(spans), draw(words)) for _ in range(draw(st.integers(0, 3)))]
        seen.append(
            Seen(
                key,
                draw(words),
                tuple(joints),
                tuple(roles),
                draw(st.just("") | unknown),
                draw(unknown_of(len(joints))),
                draw(unknown_of(len(roles))),
            )
        )
    else:
        at = len(steps)
    known = ("galley", "pages", "links", "style", "history", "seen", "view")
    json_values = st.recursive(
        st.none() | st.booleans() | st.integers(-(10**9), 10**9) | words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=5,
    )
    extra = draw(st.dictionaries(words.filter(lambda w: w not in known), json_values, max_size=2))
    return Project(
        tuple(pages),
        tuple(sorted(set(links))),
        Style(tuple(draw(st.lists(words, max_size=2)))),
        History(tuple(steps), at),
        tuple(seen),
        tuple(((name,), canonical(value)) for name, value in extra.items()),
        draw(st.none() | st.just(View(pages[0].key, 0))),
    )


@given(projects())
def test_what_is_saved_comes_back(project: Project) -> None:
    data = to_bytes(project)
    assert from_bytes(data) == project
    assert to_bytes(from_bytes(data)) == data


TEXT = "本报讯 春天来了。\n花都开了。 王小文\n春到人间"
MARK = Mark("林", "2026-01-01T08:00:00Z")


def small() -> Project:
    source = Source(TEXT, Origin("第2版.txt", "/稿/第2版.txt", "gb18030", "00"))
    first = consistent.with_role(Decisions(), source, Span(21, 25), Role.HEADLINE, MARK)
    second = consistent.with_joint(first, source, 10, Joint.GLUE, MARK)
    third = consistent.with_patch(second, source, (4, 0), (5, 0), "夏", MARK)
    stages = (Decisions(), first, second, third)
    steps = tuple(
        Step("gesture", "p1", Delta.between(a, b), MARK.when) for a, b in pairwise(stages)
    )
    return Project((Page("p1", source, third),), history=History(steps, 3))


def test_the_file_is_for_people_and_diffs(tmp_path: Path) -> None:
    path = tmp_path / "a.galley"
    save(path, small())
    lines = path.read_text("utf-8").split("\n")
    assert '    "花都开了。 王小文",' in lines
    assert lines[1] == ' "galley": 3,'
    changed = small().with_page(
        Page("p1", small().pages[0].source, small().pages[0].decisions, Meta(paper="河报"))
    )
    save(path, changed)
    after = path.read_text("utf-8").split("\n")
    assert sum(a != b for a, b in zip(lines, after, strict=True)) == 1
    assert load(path) == changed


def test_only_the_last_steps_of_the_history_are_kept() -> None:
    source = Source(TEXT)
    on, off = Decisions(), consistent.with_done(Decisions(), 4, True, MARK)
    there, back = Delta.between(on, off), Delta.between(off, on)
    steps = tuple(Step("done", "p", (there, back)[n % 2]) for n in range(LIMIT + 4))
    project = Project((Page("p", source),), history=History(steps, len(steps)))
    loaded = from_bytes(to_bytes(project))
    assert loaded.history == History(steps[4:], LIMIT)


LATER = {"b": [1, None], "a": "新"}
PARTS = [
    "",
    "style",
    "history",
    "history.steps.1",
    "links.0",
    "pages.0",
    "pages.0.origin",
    "pages.0.meta",
    "pages.0.decisions",
    "pages.0.decisions.roles.0",
    "pages.0.decisions.patches.0",
]


@pytest.mark.parametrize("part", PARTS)
def test_unknown_fields_survive(part: str) -> None:
    linked = replace(small(), links=(Link("p1", 0, "p1", 9),))
    held = json.loads(to_bytes(linked))
    put(f"{part}.later".removeprefix("."), LATER)(held)
    if part.startswith("pages.0.decisions.roles"):  # a step brought it, and takes it back
        put("history.steps.0.came.roles.0.later", LATER)(held)
    if part.startswith("pages.0.decisions.patches"):
        put("history.steps.2.came.patches.0.later", LATER)(held)
    loaded = from_bytes(json.dumps(held).encode())
    assert json.loads(to_bytes(loaded)) == held
    assert json.loads(to_bytes(loaded, plain=True)) == held


def test_unknown_fields_are_no_way_to_change_known_ones() -> None:
    extra = ((("galley",), "9"), (("pages", "p1", "text"), '["x"]'), (("gone", "x"), "1"))
    held = json.loads(to_bytes(replace(small(), extra=extra)))
    assert held == json.loads(to_bytes(small()))


def put(path: str, value: Any) -> Callable[[Any], None]:
    """Put a value at a path like `pages.0.key`."""

    def change(whole: Any) -> None:
        *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        for key in way:
            whole = whole[key]
        whole[last] = value

    return change


META = {"paper": "", "date": "", "section": "", "number": ""}
ROLES = "pages.0.decisions.roles"
WRONG: list[tuple[str, Any, str, str]] = [
    ("pages", {}, "wrong-type", "pages"),
    ("pages.0.key", 3, "wrong-type", "pages[0].key"),
    ("pages.0.text.0", "别的", "hash", "pages[0].text"),
    ("pages.0.text.0", "一\r二", "bad-line", "pages[0].text[0]"),
    (f"{ROLES}.0.role", "poem", "unknown-value", "pages[0].decisions.roles[0].role"),
    (f"{ROLES}.0.span", [20, 99], "out-of-range", "pages[0].decisions.roles[0].span[1]"),
    (f"{ROLES}.0.span", [-1, 2], "out-of-range", "pages[0].decisions.roles[0].span[0]"),
    (f"{ROLES}.0.span", [5, 4], "bad-span", "pages[0].decisions.roles[0].span"),
    (f"{ROLES}.0.span", [True, 4], "wrong-type", "pages[0].decisions.roles[0].span[0]"),
    (f"{ROLES}.0.span", [1.5, 4], "wrong-type", "pages[0].decisions.roles[0].span[0]"),
    (f"{ROLES}.0.span", [1], "wrong-type", "pages[0].decisions.roles[0].span"),
    (f"{ROLES}.0.span", [3, 4], "not-printed", "pages[0].decisions.roles[0].span"),
    (f"{ROLES}.0.span", [1, 10**30], "bad-number", "pages[0].decisions.roles[0].span[1]"),
    (f"{ROLES}.0.who", None, "wrong-type", "pages[0].decisions.roles[0].who"),
    (f"{ROLES}.0", {"span": [1, 2]}, "missing", "pages[0].decisions.roles[0]"),
    (
        ROLES,
        [{"span": [0, 3], "role": "body"}, {"span": [2, 5], "role": "note"}],
        "overlap",
        "pages[0].decisions.roles[1]",
    ),
    (
        ROLES,
        [{"span": [4, 6], "role": "body"}, {"span": [0, 2], "role": "note"}],
        "order",
        "pages[0].decisions.roles[1]",
    ),
    (
        "pages.0.decisions.joints",
        [{"at": 10, "joint": "glue"}, {"at": 10, "joint": "space"}],
        "order",
        "pages[0].decisions.joints[1]",
    ),
    (
        "pages.0.decisions.joints",
        [{"at": 3, "joint": "glue"}],
        "not-printed",
        "pages[0].decisions.joints[0].at",
    ),
    (
        "pages.0.decisions.moves",
        [{"span": [0, 5], "to": 2}],
        "unknown-value",
        "pages[0].decisions.moves[0].to",
    ),
    ("pages.0.decisions.patches.0.text", "\ud800", "bad-text", "patches[0].text"),
    ("view", {"page": "p1", "at": 99}, "out-of-range", "view.at"),
    ("view", {"page": "p2", "at": 0}, "no-page", "view.page"),
    ("history.steps.0.came.poems", [], "unknown-field", "history.steps[0].came"),
    ("history.at", 4, "out-of-range", "history.at"),
    ("history.at", 2, "history", "history.steps"),
    ("history.steps.1.page", "p9", "no-page", "history.steps[1].page"),
    ("links", [{"page": "p1", "at": 0, "to_page": "x", "to_at": 0}], "no-page", "links[0].to_page"),
    ("style.roster", ["王", 1], "wrong-type", "style.roster[1]"),
    ("later", float("nan"), "bad-number", "later"),
    ("away", {}, "wrong-type", "away"),
    ("history.steps.0.order", {"before": ["p1"], "after": ["p2"]}, "no-page", "order.after[0]"),
    ("history.steps.0.order", {"before": ["p1", "p1"], "after": ["p1"]}, "history", "order.before"),
    ("history.steps.0.others", [{"page": "p1"}], "twice", "steps[0].others[0].page"),
    (
        "history.steps.2.metas",
        [{"page": "p1", "before": META, "after": dict(META, paper="河报")}],
        "history",
        "history.steps[2]",
    ),
    (
        "history.steps.2.links",
        {"came": [{"page": "p1", "at": 0, "to_page": "p1", "to_at": 9}]},
        "history",
        "history.steps[2]",
    ),
    ("galley", 4, "newer", ""),
    ("galley", "1", "wrong-type", "galley"),
]


@pytest.mark.parametrize(("path", "value", "code", "at"), WRONG)
def test_damage_is_refused_with_its_place(path: str, value: Any, code: str, at: str) -> None:
    whole = json.loads(to_bytes(small()))
    put(path, value)(whole)
    with pytest.raises(ProjectError) as caught:
        from_bytes(json.dumps(whole).encode())
    assert caught.value.code == code
    for language in ("zh", "en"):
        message = caught.value.message(language)
        assert at in message and "{" not in message


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "no text"),
        (b"{", "bad-json", "line 1"),
        (b'{"galley": 1,\n "pages": [}', "bad-json", "line 2"),
        (b"[]", "not-project", "no Galley project"),
        (b'{"galley": 1, "galley": 1}', "twice", "galley"),
        (b'{"galley": 1, "later": ' + b"[" * 80 + b"]" * 80 + b"}", "too-deep", "later[0]"),
        (b'{"galley": 1, "later": ' + b"[" * 200_000, "too-deep", "deep"),
        (b'{"galley": \xff}', "bad-encoding", "11"),
        (b'{"galley": 1}', "missing", "“pages” is missing"),
    ],
)
def test_what_is_no_project_is_refused(data: bytes, code: str, words: str) -> None:
    with pytest.raises(ProjectError) as caught:
        from_bytes(data)
    assert caught.value.code == code
    assert words in caught.value.message("en")


def test_a_project_without_pages() -> None:
    whole = json.loads(to_bytes(small()))
    whole["pages"] = []
    with pytest.raises(ProjectError, match="there is no page in it"):
        from_bytes(json.dumps(whole).encode())


def test_two_pages_of_one_key() -> None:
    whole = json.loads(to_bytes(small()))
    whole["pages"].append(whole["pages"][0])
    with pytest.raises(ProjectError, match=r"pages\[1\]\.key"):
        from_bytes(json.dumps(whole).encode())


@given(st.data())
def test_a_file_cut_or_changed_anywhere_is_loaded_whole_or_refused(data: st.DataObject) -> None:
    whole = to_bytes(small())
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + data.draw(st.binary(max_size=2)) + whole[at + 1 :]
    try:
        loaded = from_bytes(changed)
    except ProjectError as error:
        loaded, told = None, error.message("zh")
    assert from_bytes(to_bytes(loaded)) == loaded if loaded else told


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.galley"
    with pytest.raises(ProjectError) as caught:
        load(path)
    assert caught.value.message("zh") == f"{path}：没有这个文件"
    path.write_bytes(b"{")
    with pytest.raises(ProjectError) as caught:
        load(path)
    assert str(path) in caught.value.message("en")
    with pytest.raises(ProjectError) as caught:
        save(tmp_path / "none" / "a.galley", small())
    assert caught.value.message("zh") == f"{tmp_path / 'none' / 'a.galley'}：没有这个文件夹"
