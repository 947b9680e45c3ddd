"""The journal: what it brings back is what stood, whatever was cut off its end."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.editing.session import Session
from editor.files import journal_folder, lock, recovery, state
from editor.files.journal import Journal
from editor.files.journal_folder import JournalFolder
from editor.files.journal_lines import framed, unframed
from editor.files.lock import Lock, Owner
from editor.files.project import save
from editor.model import consistent, history
from editor.model.decisions import Decisions, Mark
from editor.model.history import StyleChange
from editor.model.project import Link, Meta, Page, Project
from editor.model.reading import Reading
from editor.model.source import Source
from tests.files.faults import failing

TEXT = "本报讯 春天来了。\n花都开了。王小文\n春到人间\n" * 4


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder for each test; journals found in it are of the dead."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(Owner, "lives", property(lambda owner: owner.pid != os.getpid()))


class Settle:
    """A gesture that needs no reading."""

    name = "settle"

    def __init__(self, key: str) -> None:
        self.key = key

    def apply(self, page: Page, _: Reading, mark: Mark) -> Decisions:
        held = any(e.doubt == self.key for e in page.decisions.settled)
        made = consistent.with_settled(page.decisions, self.key, not held, mark)
        return consistent.with_move(made, page.source, *_move(self.key), mark)


def _move(key: str) -> tuple[object, int]:
    from editor.model.places import Span

    at = 10 + int(key) % 5
    return Span(at, at + 2), int(key) % 9


class Unread:
    """No analysis at all."""

    def analyse(self, *_: object) -> None:
        return None

    def look_ahead(self, *_: object) -> None:
        return None

    def assemble(self, *_: object) -> Reading:
        return Reading()


def opened(ground: Project | None = None) -> Session:
    project = ground or Project((Page("p1", Source(TEXT)), Page("p2", Source(TEXT))))
    return Session(project, analysis=Unread(), who="林")


def found() -> Project:
    (one,) = recovery.unsaved()
    assert one.project is not None
    return one.project


def same(a: Project, b: Project) -> bool:
    return (a.pages, a.links, a.style, a.history) == (b.pages, b.links, b.style, b.history)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 17), min_size=1, max_size=40), st.booleans(), st.booleans())
def test_what_the_journal_brings_back_is_what_stood(
    acts: list[int], short: bool, in_file: bool
) -> None:
    shutil.rmtree(state.folder("journals"))
    session = opened()
    old, history.LIMIT = history.LIMIT, 5 if short else history.LIMIT
    path, stamp = state.folder() / "页.galley", None
    if in_file:
        session.do(Settle("3"))
        stamp = save(path, session.project).stamp
        session.saved(session.project)
    journal = Journal(session.project, str(path) if in_file else "", "页", stamp=stamp)
    try:
        session.do(Settle("77"))
        for act in acts:
            if act == 9:
                session.undo()
            elif act == 10:
                session.redo()
            elif act == 11:
                session.travel(len(session.history.steps) // 2)
            elif act == 12:
                session.change_style("enrol", StyleChange(came=(str(len(session.history.steps)),)))
            elif act == 13:
                session.add_pages([Source(f"新的一版{len(session.history.steps)}")])
            elif act == 14:
                session.remove_page(session.project.pages[-1].key)
            elif act in (16, 17):
                stamp = save(path, session.project).stamp
                session.saved(session.project)
                journal.saved(session.project, str(path), "页", stamp)
            elif act == 15:
                session.place_page(session.project.pages[-1].key, session.project.pages[0].key)
            else:
                session.do(Settle(str(act)))
            journal.note(session.project)
            if act % 3:
                assert journal.flush()
        assert journal.flush()
        if session.dirty:
            assert same(found(), session.project)
        else:
            assert recovery.unsaved() == []
    finally:
        history.LIMIT = old
        journal.close()
        assert journal.flush()
    assert recovery.unsaved() == []


def test_a_first_step_that_gives_way_to_another_is_taken_back() -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    session.undo()
    session.do(Settle("2"))  # the journal hears of the two at once
    journal.note(session.project)
    assert journal.flush()
    assert same(found(), session.project)


def test_a_journal_that_was_cut_anywhere_brings_back_a_state_that_stood(tmp_path: Path) -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    stood = []
    for n in range(12):
        session.do(Settle(str(n)))
        journal.note(session.project)
        assert journal.flush()
        stood.append(session.project)
    (steps,) = state.folder("journals").glob("*/steps-*")
    data, draw = steps.read_bytes(), random.Random(1)
    head = data.index(b"\n") + 1
    for cut in [head, len(data), *(draw.randrange(head, len(data)) for _ in range(60))]:
        steps.write_bytes(data[:cut])
        assert any(same(found(), one) for one in stood)
        broken = bytearray(data)
        broken[min(cut, len(data) - 1)] ^= 0x11
        steps.write_bytes(broken)
        assert any(same(found(), one) for one in stood)
    steps.write_bytes(data[:5])
    (one,) = recovery.unsaved()
    assert one.project is None and one.error is not None and one.error.message("zh")
    mine = recovery.claim(one)
    assert mine is not None and recovery.claim(one) is None
    recovery.forget(mine)
    assert recovery.unsaved() == []


def test_what_is_not_a_step_lays_a_new_ground() -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("1"))
    for change in (
        replace(session.project, links=(Link("p1", 0, "p2", 0),)),
        session.project.with_page(replace(session.page, meta=Meta(paper="河报"))),
        replace(session.project, pages=(*session.project.pages, Page("p3", Source("三")))),
    ):
        journal.note(change)
        assert journal.flush()
        assert same(found(), change)
    assert len(list(state.folder("journals").glob("*/*"))) == 2  # a ground and its steps


def test_a_save_ends_the_journal_and_what_comes_after_begins_it_anew(tmp_path: Path) -> None:
    path = tmp_path / "页.galley"
    session = opened()
    journal = Journal(session.project, "", "页", known={"ab"})
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    (before,) = recovery.unsaved()
    assert (before.path, before.name, before.steps, before.known) == ("", "页", 1, ("ab",))
    saved = session.project
    save(path, saved)
    session.do(Settle("2"))
    session.do(Settle("3"))
    journal.note(session.project)
    journal.saved(saved, str(path), "页.galley")
    assert journal.flush()
    (one,) = recovery.unsaved()
    assert (one.path, one.steps, len(one.last)) == (str(path), 2, 2) and one.when
    assert one.project is not None and same(one.project, session.project)
    save(path, session.project)  # and the crash came before the journal heard of it
    assert recovery.unsaved() == []
    assert list(state.folder("journals").iterdir()) == []


def test_steps_that_cannot_be_read_are_told_and_those_just_thrown_away_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    (steps,) = state.folder("journals").glob("*/steps-*")
    read = recovery.read_bytes

    def gone(path: Path, limit: int) -> bytes:
        shutil.rmtree(steps.parent)
        return read(path, limit)

    kept = steps.read_bytes()
    steps.unlink()
    steps.mkdir()  # whatever made it unreadable
    (one,) = recovery.unsaved()
    assert one.project is None and one.error is not None and one.error.message("en")
    steps.rmdir()
    steps.write_bytes(kept)
    assert recovery.unsaved()[0].project is not None
    monkeypatch.setattr(recovery, "read_bytes", gone)
    assert recovery.unsaved() == []


def test_a_journal_of_a_program_that_runs_is_let_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    monkeypatch.setattr(Owner, "lives", property(lambda owner: True))
    assert recovery.unsaved() == []


def test_a_disk_that_fails_is_told_and_what_came_since_is_there_when_it_works_again() -> None:
    session = opened()
    told: list[OSError] = []
    journal = Journal(session.project, "", "页", failed=told.append)
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    state.folder("journals")
    for nth in range(1, 14):
        told.clear()
        session.do(Settle(str(nth)))
        with failing(nth, errno.ENOSPC, for_good=True) as faults:
            journal.note(session.project)
            journal.flush()
        session.do(Settle("50"))
        journal.note(session.project)
        assert journal.flush()
        assert told or "write" not in faults.refused
        assert same(found(), session.project)


def test_lines_are_synced_after_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JournalFolder, "_keep_synced", lambda _: None)  # here `flush` does it
    session = opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("0"))
    journal.note(session.project)
    assert journal.flush()
    with failing(0, None) as faults:
        session.do(Settle("1"))
        journal.note(session.project)
        assert journal.flush()
    calls = [name for name, _ in faults.calls if name in ("write", "fsync")]
    assert calls[0] == "write" and "fsync" in calls[1:]
    session.do(Settle("2"))
    with failing(0, None) as faults:  # a new ground reaches the disk before the old one goes
        journal.saved(Project((Page("p1", Source(TEXT)),)), "/x", "x")
        assert journal.flush()
    calls = [
        name
        for name, about in faults.calls
        if name in ("write", "fsync", "replace") or (name == "unlink" and "steps-1" in str(about))
    ]
    # ground and steps; the steps' name; steps, ground, their folder and the folder above
    assert calls == ["write", "write", "replace", "fsync", "fsync", "fsync", "fsync", "unlink"]


class Slow:
    """A file that is slow to read: its bytes come when they may."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        really = journal_folder._copied

        def slowly(*args: Any) -> bool:
            self.begun.set()
            assert self.go_on.wait(20)
            return really(*args)

        monkeypatch.setattr(journal_folder, "_copied", slowly)


def in_file(tmp_path: Path) -> tuple[Session, Journal, Path]:
    """A saved project that is worked on, and its journal."""
    path, session = tmp_path / "页.galley", opened()
    session.do(Settle("1"))
    stamp = save(path, session.project).stamp
    return session, Journal(session.project, str(path), "页", stamp=stamp), path


def test_the_ground_of_work_on_a_file_is_a_copy_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_folder, "to_bytes", None)  # nothing is written out
    session, journal, path = in_file(tmp_path)
    session.do(Settle("2"))
    journal.note(session.project)
    assert journal.flush()
    (ground,) = state.folder("journals").glob("*/ground-*")
    assert ground.read_bytes() == path.read_bytes()
    assert same(found(), session.project)
    session.undo()
    session.undo()  # behind what was saved
    journal.note(session.project)
    assert journal.flush()
    assert same(found(), session.project)
    session.redo()
    session.redo()
    saved = session.project
    stamp = save(path, saved).stamp
    session.do(Settle("3"))
    journal.note(session.project)
    journal.saved(saved, str(path), "页", stamp)
    assert journal.flush()
    assert same(found(), session.project)
    assert len(list(state.folder("journals").glob("*/*"))) == 2


@pytest.mark.parametrize("what", ["gone", "changed", "saved by another", "a pipe"])
def test_a_file_that_is_no_more_what_was_saved_costs_nothing(tmp_path: Path, what: str) -> None:
    session, journal, path = in_file(tmp_path)
    if what == "saved by another":
        save(path, Project((Page("p1", Source("别人的")),)))
    else:
        path.unlink()
    if what == "changed":
        path.write_bytes(b"changed")
    elif what == "a pipe":
        os.mkfifo(path)
    session.do(Settle("2"))
    journal.note(session.project)
    assert journal.flush()
    if what == "a pipe":
        path.unlink()
    assert same(found(), session.project)
    session.do(Settle("3"))
    journal.note(session.project)
    assert journal.flush()
    assert same(found(), session.project)
    assert len(list(state.folder("journals").glob("*/*"))) == 2


def test_while_the_copy_is_on_its_way_lines_are_there_and_go_on_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.files.journal.TURN", 20)
    session, journal, path = in_file(tmp_path)
    slow = Slow(monkeypatch)
    session.do(Settle("2"))
    journal.note(session.project)
    assert slow.begun.wait(20)
    session.do(Settle("3"))
    journal.note(session.project)
    journal.written()
    assert same(found(), session.project)  # as if it were killed now
    before = path.read_bytes()
    save(path, Project((Page("p1", Source("别人的")),)))  # by another Galley, and killed then
    assert same(found(), session.project)
    state.previous(path).unlink()
    (one,) = recovery.unsaved()
    assert one.project is None and one.error is not None and one.name == "页"
    assert one.error.code == "no-ground" and str(path) in one.error.message("zh")
    path.write_bytes(before)  # put back: nothing was thrown away
    assert same(found(), session.project)
    path.unlink()
    slow.go_on.set()  # and alive it notices, and writes the project out
    assert journal.flush()
    assert same(found(), session.project)
    journal.close()
    assert journal.flush()
    assert list(state.folder("journals").iterdir()) == []


def test_a_journal_that_is_closed_while_its_ground_is_copied_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, journal, _ = in_file(tmp_path)
    slow = Slow(monkeypatch)
    session.do(Settle("2"))
    journal.note(session.project)
    assert slow.begun.wait(20)
    copying = journal._writer._copying
    assert copying is not None
    journal.close()
    assert journal.flush()
    slow.go_on.set()
    copying.thread.join(20)
    assert list(state.folder("journals").iterdir()) == []


def test_a_gesture_does_not_wait_while_a_project_is_written_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = opened()
    journal = Journal(session.project, "", "页")
    begun, go_on, really = threading.Event(), threading.Event(), journal_folder.to_bytes

    def slowly(project: Project, **named: Any) -> bytes:
        begun.set()
        assert go_on.wait(20)
        return really(project, **named)

    monkeypatch.setattr(journal_folder, "to_bytes", slowly)
    monkeypatch.setattr("editor.files.journal.TURN", 3600)
    session.do(Settle("1"))
    journal.note(session.project)
    journal.written()  # would wait an hour
    assert begun.wait(20)
    session.do(Settle("2"))
    journal.note(session.project)
    journal.written()
    go_on.set()
    assert journal.flush()
    assert same(found(), session.project)


def test_steps_on_a_file_reach_the_disk_before_its_copy_and_the_old_ground_goes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalFolder, "_keep_synced", lambda _: None)  # here `flush` does it
    path, session = tmp_path / "页.galley", opened()
    journal = Journal(session.project, "", "页")
    session.do(Settle("1"))
    journal.note(session.project)
    assert journal.flush()
    saved = session.project
    stamp = save(path, saved).stamp
    slow = Slow(monkeypatch)
    session.do(Settle("2"))
    with failing(0, None) as faults:
        journal.note(session.project)
        journal.saved(saved, str(path), "页", stamp)
        assert slow.begun.wait(20)
        journal._writer.sync()  # the steps are safe while the copy has not begun
        early = [name for name, _ in faults.calls if name in ("write", "fsync", "replace")]
        slow.go_on.set()
        assert journal.flush()
    # the line on the old ground; head and line on the file; their name; steps and two folders
    assert early == ["write", "write", "replace", "fsync", "fsync", "fsync"]
    calls = [
        name
        for name, about in faults.calls
        if name in ("write", "fsync", "replace") or (name == "unlink" and "steps-1" in str(about))
    ]
    # the copy, on the disk before it has its name; then as with every ground
    late = ["write", "fsync", "replace", "fsync", "fsync", "fsync", "fsync", "unlink"]
    assert calls == [*early, *late]


def test_a_lock_is_held_once_and_a_dead_owner_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path, link = tmp_path / "p.galley", tmp_path / "link.galley"
    path.write_bytes(b"")
    link.symlink_to(path)
    first = lock.take(path)
    assert isinstance(first, Lock)
    other = lock.take(link)
    assert isinstance(other, Owner) and other.is_this and other.lives and other.since
    over = lock.take(path, over=True)
    assert isinstance(over, Lock)
    first.release()  # not its own any more
    assert isinstance(lock.take(path), Owner)
    over.release()
    again = lock.take(path)
    assert isinstance(again, Lock)
    (place,) = state.folder("locks").iterdir()
    for dead in (
        b"",
        b"[1]",
        b'{"pid": 1}',
        place.read_bytes().replace(b'"started": "', b'"started": "before '),
        place.read_bytes().replace(str(os.getpid()).encode(), b"99999999"),
    ):
        place.write_bytes(dead)
        taken = lock.take(path)
        assert isinstance(taken, Lock)
        taken.release()
    assert list(state.folder("locks").iterdir()) == []
    stranger = Owner(1, "another-machine", "", "", "x")
    assert stranger.lives and not stranger.is_this


@pytest.mark.parametrize("pages", [0, 1, 3])
@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_line_is_the_json_of_its_record_however_it_is_parted(steps: int, pages: int) -> None:
    others = [{"page": f"p{n}", "patches": [["“一”", n], []]} for n in range(pages)]
    step = {"name": "replace", "page": "p9", "gone": [], **({"others": others} if pages else {})}
    record = {"drop": 0, "keep": 1, "at": 2, "steps": [step] * steps}
    said = framed(record)
    whole = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    assert said[9:-1] == whole and unframed(said) == record
