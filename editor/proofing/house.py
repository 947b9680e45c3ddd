"""What one house forbids: its terms, and its own patterns, each with a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from editor.model.rules import Pattern, Term
from editor.proofing.shapes import printed, within
from editor.proofing.suspect import Found, Severity, Sheet

SECONDS = 0.4
"""How long one pattern may take over one page, in seconds of the process."""

MOST = 500
"""Finds of one pattern on one page; a pattern that hits everywhere is none of use."""


def terms(sheet: Sheet) -> Iterator[Found]:
    """A form that the house does not print, but for the longer words where it is right."""
    for term in sheet.rules.terms:
        if term.form not in sheet.text:
            continue
        for number, passage in enumerate(sheet.passages):
            yield from _term(number, passage.text, term)


def _term(number: int, text: str, term: Term) -> Iterator[Found]:
    at = text.find(term.form)
    while at >= 0:
        end = at + len(term.form)
        if not any(within(text, at, end, longer) for longer in (*term.unless, term.put)):
            code = "term" if term.put else "term.banned"
            facts = (term.form, term.put, term.why)
            yield Found(number, at, end, term.put or None, code, facts, Severity.of(term.severity))
        at = text.find(term.form, end)


@lru_cache(maxsize=256)
def _compiled(find: str) -> Any:
    import regex

    return regex.compile(find)


def patterns(sheet: Sheet) -> Iterator[Found]:
    """What the house's own patterns match; one that takes too long is told as such."""
    for pattern in sheet.rules.patterns:
        yield from _pattern(sheet, pattern)


def _pattern(sheet: Sheet, pattern: Pattern) -> Iterator[Found]:
    import time

    severity, left, count = Severity.of(pattern.severity), SECONDS, 0
    compiled = _compiled(pattern.find)
    inserts = bool(pattern.put) and not compiled.fullmatch("")
    for number, passage in printed(sheet):
        begun = time.process_time()  # what `timeout` is counted in
        try:
            # `concurrent`: other threads, such as the window's, go on meanwhile
            found = compiled.finditer(passage.text, timeout=max(left, 0.001), concurrent=True)
            for match in found:
                if not match.group() and not inserts:  # nothing stands there, anywhere
                    continue
                put = None if pattern.put is None else match.expand(pattern.put)
                count += 1
                if put != match.group() and count <= MOST:
                    facts = (pattern.name, pattern.why)
                    start, end = match.span()
                    yield Found(number, start, end, put, "pattern", facts, severity)
        except TimeoutError:
            yield Found(number, 0, 0, None, "pattern.slow", (pattern.name,), Severity.WARNING)
            return
        left -= time.process_time() - begun
