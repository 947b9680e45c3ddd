"""From a correction to a rule of the house: the word that was wrong, and what it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from editor.model.decisions import Patch
from editor.model.project import Page
from editor.model.rules import Rules

AROUND = 6
"""Characters at each side in which the word is looked for."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_BEFORE, _BEHIND = f"[{_HAN}]*$", f"[{_HAN}]*"
Cut = Callable[[str], Iterable[str]]


def rule_of(patch: Patch, page: Page, cut: Cut | None) -> tuple[str, str] | None:
    """What is printed and what was put, both as whole words; None where it makes no rule.

    `cut`: what cuts Chinese into words, where it is there. One character alone is never a rule:
    it has one more beside it.
    """
    text = page.source.text
    gone, put = text[patch.span.start : patch.span.end].replace("\n", ""), patch.text
    if not gone.strip() or not put.strip() or "\n" in put or gone == put:
        return None
    left = text[max(0, patch.span.start - 2 * AROUND) : patch.span.start].replace("\n", "")
    right = text[patch.span.end : patch.span.end + 2 * AROUND].replace("\n", "")
    before, behind = re.search(_BEFORE, left), re.match(_BEHIND, right)
    low = before.group()[-AROUND:] if before else ""
    high = behind.group()[:AROUND] if behind else ""
    start, end = len(low), len(low) + len(put)
    at = first = 0
    last = end
    for word in cut(low + put + high) if cut is not None else ():
        if at <= start < at + len(word):
            first = at
        if at < end <= at + len(word):
            last = at + len(word)
        at += len(word)
    if cut is None:
        first = start
    if last - first < 2:
        first, last = (first - 1, last) if first else (first, min(last + 1, end + len(high)))
    if last - first < 2:
        return None
    head, tail = low[first:], high[: last - end]
    return head + gone + tail, head + put + tail


def twice(
    pages: Iterable[Page], rules: Rules, cut: Cut
) -> Iterator[tuple[tuple[str, str], tuple[tuple[str, Patch], ...]]]:
    """Corrections that were made twice alike or more, with the pages and places; no rule yet."""
    made: dict[tuple[str, str], list[tuple[str, Patch]]] = {}
    known = {term.form for term in rules.terms}
    for page in pages:
        for patch in page.decisions.patches:
            rule = rule_of(patch, page, cut)
            if rule is not None and rule[0] not in known:
                made.setdefault(rule, []).append((page.key, patch))
    return ((rule, tuple(where)) for rule, where in made.items() if len(where) > 1)
