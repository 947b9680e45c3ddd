"""How far a reading is from a gold reading: what an editor would still have to correct.

A gold page is `NAME.txt` with `NAME.json` beside it: articles with kicker, headline, subhead,
byline, dateline and paragraphs, and furniture. White space never counts. The figures:

article_f1, paragraph_f1: bodies and paragraphs whose text is exact; headline, byline, dateline:
share of the articles found whose field is exact (headline is kicker, headline and subhead as
one); perfect: share of pages with nothing to correct; fixes: corrections left, a page; lost,
invented: printed characters that the output lacks or made up, over all pages; caught: share of
the wrong paragraph starts (missed or made up) that a doubt points at; asked: doubts for every 100
printed lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

FRAMES = "（）()□■●◎/、-\u2010"
"""Marks that only frame a name, and hyphens that joining drops: they may be in no field."""


NEAR, LONGEST = 20, 40
"""A doubt points at a place within so many characters; one longer than so many points at none."""


def bare(text: str | None) -> str:
    """`text` without white space."""
    return "".join((text or "").split())


@dataclass
class Tally:
    """Counts over pages; `figures` makes shares of them."""

    counts: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: Tally) -> Tally:
        """Add another tally's counts."""
        self.counts.update(other.counts)
        return self

    def figures(self) -> dict[str, float]:
        """The figures that the module names."""
        n = self.counts
        pages, found = max(1, n["pages"]), max(1, n["articles_right"])

        def f1(hits: int, gold: int, got: int) -> float:
            return 2 * hits / (gold + got) if gold + got else 1.0

        return {
            "article_f1": f1(n["articles_right"], n["articles_gold"], n["articles_got"]),
            "paragraph_f1": f1(n["paragraphs_right"], n["paragraphs_gold"], n["paragraphs_got"]),
            "headline": n["headline"] / found,
            "byline": n["byline"] / found,
            "dateline": n["dateline"] / found,
            "perfect": n["perfect"] / pages,
            "fixes": n["fixes"] / pages,
            "lost": float(n["lost"]),
            "invented": float(n["invented"]),
            "caught": n["caught"] / n["wrong_starts"] if n["wrong_starts"] else 1.0,
            "asked": 100 * n["doubts"] / max(1, n["lines"]),
        }


@dataclass(frozen=True)
class _Parts:
    head: str
    byline: tuple[str, ...]
    dateline: str
    paragraphs: tuple[str, ...]

    @staticmethod
    def of(article: Mapping[str, Any]) -> _Parts:
        lines = [x for key in ("kicker", "headline", "subhead") for x in article.get(key) or []]
        return _Parts(
            bare("".join(lines)),
            tuple(sorted(bare(name) for name in article.get("byline") or [])),
            bare(article.get("dateline")),
            tuple(p for p in map(bare, article.get("paragraphs") or []) if p),
        )

    @property
    def body(self) -> str:
        return "".join(self.paragraphs)

    @property
    def breaks(self) -> set[int]:
        return set(accumulate(len(p) for p in self.paragraphs))


def score(raw: str, gold: Mapping[str, Any], got: Mapping[str, Any]) -> Tally:
    """The tally of one page: its raw text, the gold and what was read."""
    n: Counter[str] = Counter(pages=1)
    right = [_Parts.of(a) for a in gold["articles"]]
    ours = [_Parts.of(a) for a in got.get("articles", [])]
    n["articles_gold"], n["articles_got"] = len(right), len(ours)
    gold_paragraphs = Counter(p for a in right for p in a.paragraphs)
    our_paragraphs = Counter(p for a in ours for p in a.paragraphs)
    n["paragraphs_gold"] = gold_paragraphs.total()
    n["paragraphs_got"] = our_paragraphs.total()
    n["paragraphs_right"] = (gold_paragraphs & our_paragraphs).total()
    by_body: dict[str, list[_Parts]] = {}
    for parts in ours:
        by_body.setdefault(parts.body, []).append(parts)
    for parts in right:
        twins = by_body.get(parts.body)
        if not twins:
            n["fixes"] += 3 + len(parts.paragraphs)
            continue
        twin = twins.pop()
        n["articles_right"] += 1
        n["fixes"] += len(parts.breaks ^ twin.breaks)
        n["headline"] += parts.head == twin.head
        n["byline"] += parts.byline == twin.byline
        n["dateline"] += parts.dateline == twin.dateline
        n["fixes"] += (parts.head != twin.head) + (parts.byline != twin.byline)
        n["fixes"] += parts.dateline != twin.dateline
    spare = len(ours) - n["articles_right"]
    n["fixes"] += max(0, spare - (len(right) - n["articles_right"]))
    n["perfect"] = int(n["fixes"] == 0)
    doubts = got.get("doubts", [])
    wrong = _starts(bare(raw), right) ^ _starts(bare(raw), ours)
    spans = _doubted(raw, doubts)
    n["wrong_starts"] = len(wrong)
    n["caught"] = sum(any(a - NEAR <= at <= b + NEAR for a, b in spans) for at in wrong)
    n["doubts"] = len(doubts)
    n["lines"] = sum(1 for line in raw.split("\n") if line.strip())
    there, here = Counter(bare(raw)), _characters(got)
    for mark in FRAMES:
        there.pop(mark, None)
        here.pop(mark, None)
    n["lost"], n["invented"] = (there - here).total(), (here - there).total()
    return Tally(n)


def _starts(printed: str, articles: Iterable[_Parts]) -> set[int]:
    """Where paragraphs start among the page's printed characters, those that can be placed."""
    found: set[int] = set()
    at = 0
    for article in articles:
        for paragraph in article.paragraphs:
            head = paragraph[:12]
            here = printed.find(head, at)
            if here < 0:
                here = printed.find(head)
            if here >= 0:
                found.add(here)
                at = here + len(head)
    return found


def _doubted(raw: str, doubts: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """The doubts that point at something, as spans of the page's printed characters."""
    count = [0, *accumulate(not char.isspace() for char in raw)]
    last = len(raw)
    spans = [(count[min(d["start"], last)], count[min(d["end"], last)]) for d in doubts]
    return [(a, b) for a, b in spans if b - a <= LONGEST]


def _characters(page: Mapping[str, Any]) -> Counter[str]:
    """Every printed character of what was read, once each."""
    seen: Counter[str] = Counter()
    for article in page.get("articles", []):
        parts = _Parts.of(article)
        seen.update(parts.head + parts.dateline + parts.body)
        for name in parts.byline:
            if name not in parts.dateline:
                seen.update(name)
    for text in page.get("furniture", []):
        seen.update(bare(text))
    return seen


def table(rows: Iterable[tuple[str, Mapping[str, float]]]) -> str:
    """The figures as a Markdown table, a row a group."""
    rows = list(rows)
    names = list(rows[0][1]) if rows else []
    lines = ["| pages | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for name, figures in rows:
        cells = (
            f"{v:.0f}" if k in ("lost", "invented") else f"{v:.3f}" for k, v in figures.items()
        )
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
