"""Pages in Traditional characters: judged as if they were simplified, mended in their own forms.

Words, neighbours and look-alikes are lists of simplified print. A page is simplified a character at
a time (OpenCC's table), so that places stay; what should stand is put back as the page prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from editor.model.giving_way import paused
from editor.proofing.suspect import Found, Sheet, untraced
from editor.resources import resource

_ALSO = {ord("敍"): "叙"}
"""Forms that OpenCC's table has not."""


@cache
def forms() -> dict[str, str]:
    """Each simplified character with its Traditional forms, the commonest first."""
    lines = resource("words/traditional.txt").read_text("utf-8").splitlines()
    return {line[0]: line[1:] for line in lines if not line.startswith("#")}


@cache
def _simple() -> dict[int, str]:
    found = {ord(form): char for char, held in forms().items() for form in held}
    return {**_ALSO, **found}


def simplified(text: str) -> str:
    """A text in simplified characters, as long as it was."""
    return text.translate(_simple())


def through_simplified(sheet: Sheet, find: Callable[[Sheet], Iterable[Found]]) -> Iterator[Found]:
    """What a check finds on a page that is simplified, told in the forms that the page prints."""
    passages = tuple(
        replace(passage, traced=untraced(simplified(passage.text)).traced)
        for passage in paused(sheet.passages)
    )
    for one in find(replace(sheet, passages=passages)):
        text = sheet.passages[one.passage].text
        shown, put = text[one.start : one.end], one.put
        if put is not None:
            put = "".join(_printed(sheet, char, shown, text) for char in put)
        if put != shown:
            facts = tuple(_fact(fact, one.put, put, shown) for fact in one.facts)
            yield replace(one, put=put, facts=facts)


def _fact(fact: str, simple: str | None, put: str | None, shown: str) -> str:
    """A fact of a reason in the page's forms: it is what is shown or what should be."""
    if simple is not None and put is not None and fact == simple:
        return put
    return shown if fact == simplified(shown) else fact


def _printed(sheet: Sheet, char: str, shown: str, text: str) -> str:
    """A simplified character as the page prints it.

    As it stands there; else the form that the passage, then the page has most of; else the
    commonest.
    """
    for own in shown:
        if simplified(own) == char:
            return own
    held = forms().get(char, char)
    return max(held, key=lambda form: (text.count(form) > 0, sheet.text.count(form)))
