"""Articles set one after another into a page, and what a perfect reading of that page is.

The gold is made of what was printed, line by line, never of the text that was meant: a thin space
that a line's end swallowed is in neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.typesetting.em import Measure, Policy, units, widths
from benchmarks.typesetting.paragraph import joined, measures, set_paragraph


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was written, and how it was set.

    `dateline` is what opens the first paragraph, `lead` whether extraction left a space before
    it; `tight` are the lines (from 1) after which no blank line was left.
    """

    paragraphs: tuple[str, ...]
    columns: tuple[Measure, ...]
    policy: Policy = Policy.SQUEEZE
    dateline: str = ""
    headline: tuple[str, ...] = ()
    byline: str = ""
    lead: bool = False
    tight: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Printed:
    """An article's lines and its gold; `full_ends` counts paragraphs whose last line is full."""

    lines: tuple[str, ...]
    gold: dict[str, Any]
    full_ends: int


def set_article(article: Article) -> Printed:
    """Break an article into lines, byline behind the last paragraph, headline behind all.

    A byline that does not fit behind the last line stands on a line of its own.
    """
    of = measures(article.columns)
    lines: list[str] = []
    paragraphs: list[str] = []
    full_ends = 0
    for number, text in enumerate(article.paragraphs):
        begin = len(lines)
        opening = f"{article.dateline} " if number == 0 and article.dateline else ""
        broken = set_paragraph(opening + text, partial(_from, of, begin), article.policy)
        whole = joined(broken)
        if not whole.startswith(opening):
            raise ValueError(f"the dateline {article.dateline!r} does not fit its first line")
        paragraphs.append(whole[len(opening) :])
        lines += broken
        full_ends += of(len(lines) - 1) - widths(units(lines[-1]))[1] < 1
        if number == len(article.paragraphs) - 1 and article.byline:
            if widths(units(f"{lines[-1]} {article.byline}"))[1] <= of(len(lines) - 1):
                lines[-1] += f" {article.byline}"
            else:
                lines.append(article.byline)
    lines += article.headline
    reporter = article.dateline.partition("记者")[2].strip()
    gold = {
        "kicker": [],
        "headline": list(article.headline),
        "subhead": [],
        "byline": [name for name in (article.byline, reporter) if name],
        "dateline": article.dateline or None,
        "paragraphs": paragraphs,
    }
    return Printed(tuple(lines), gold, full_ends)


def _from(measure_of: Callable[[int], float], begin: int, line: int) -> float:
    return measure_of(begin + line)


def set_page(articles: Sequence[Article]) -> tuple[str, dict[str, Any]]:
    """A page's raw text, a blank line after each printed line, and its gold."""
    text = ""
    gold: dict[str, Any] = {"articles": [], "furniture": []}
    for article in articles:
        printed = set_article(article)
        for number, line in enumerate(printed.lines, 1):
            space = " " if article.lead and number == 1 else ""
            text += f"{space}{line}\n" + ("" if number in article.tight else "\n")
        gold["articles"].append(printed.gold)
    return text, gold


def read_articles(data: dict[str, Any]) -> Iterable[Article]:
    """Articles from a table as `sample.toml` holds it; the paper's dateline opens each."""
    for entry in data["articles"]:
        reporter = entry.get("dateline", "")
        yield Article(
            paragraphs=tuple(entry["paragraphs"]),
            columns=tuple(Measure(*column) for column in entry["columns"]),
            policy=Policy(entry.get("policy", "squeeze")),
            dateline=f"{data['paper']}讯 {reporter}".strip(),
            headline=tuple(entry.get("headline", ())),
            byline=entry.get("byline", ""),
            lead=entry.get("lead", False),
            tight=frozenset(entry.get("tight", ())),
        )
