"""The copyholder: a second process that reads the first page while the window is being made.

Making the window and loading the analysis take about the same time, and Python runs one thread at
a time. A reading is a pure function of what it is given, so another process may as well make it:
it loads the analysis from the start's first moment on, is given the page once its text is in sight,
answers with the reading and ends. What goes wrong with it costs nothing but time: who asks then
reads for himself.

Only where a process can be split off cheaply and safely, which is Linux: at a moment when there is
one thread, and no Qt.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from editor.model.reading import Reading
    from editor.model.source import Source


class Copyholder:
    """The process, as its parent has it. It reads one page."""

    def __init__(self, process: int, asks: int, answers: int) -> None:
        """`asks` and `answers`: descriptors of the pipes to it and from it; they are its own."""
        self._process, self._asks, self._answers = process, asks, answers

    def read(self, source: Source, roster: tuple[str, ...]) -> Reading | None:
        """Have a page read of which nothing was decided; None where that failed.

        Blocks until the answer is there. Once, in any thread.
        """
        import marshal

        # Loaded anyway, and for the one who is made of the same Python.
        said, origin = b"", source.origin
        told = source.text, (origin.name, origin.path, origin.encoding, origin.sha256), roster
        with suppress(OSError), os.fdopen(self._answers, "rb") as answers:
            with os.fdopen(self._asks, "wb") as asks:
                asks.write(marshal.dumps(told))
            said = answers.read()
        os.waitpid(self._process, 0)
        import pickle

        reading: Reading | None = None
        with suppress(EOFError, pickle.UnpicklingError):  # it ended without a word, or within one
            reading = pickle.loads(said)
        return reading

    def dismiss(self) -> None:
        """There is nothing to read: let it go."""
        os.close(self._asks)
        os.close(self._answers)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def hired() -> Copyholder | None:
    """A copyholder at work; None where there is none to be had, or no second core for one.

    To be called while the process has one thread.
    """
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return None
    pipes: list[int] = []
    try:
        pipes += os.pipe()
        pipes += os.pipe()
        process = os.fork()
    except OSError:
        for end in pipes:
            os.close(end)
        return None
    asked, asks, answers, answered = pipes
    if process == 0:
        os.close(asks)
        os.close(answers)
        _work(asked, answered)
    os.close(asked)
    os.close(answered)
    return Copyholder(process, asks, answers)


def _work(asked: int, answered: int) -> NoReturn:
    """Read what is asked for, answer, and end without a word, whatever comes."""
    try:
        import marshal
        import pickle

        from editor.analysis import read
        from editor.model.decisions import Decisions
        from editor.model.project import Style
        from editor.model.source import Origin, Source

        with os.fdopen(asked, "rb") as asks:
            text, origin, roster = marshal.loads(asks.read())
        source = Source(text, Origin(*origin))
        said = pickle.dumps(read(source, Decisions(), Style(roster)), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(answered, "wb") as answers:
            answers.write(said)
    finally:
        os._exit(0)
