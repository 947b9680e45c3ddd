"""What the printed lines of a page are, by its gold: found by aligning gold texts with the page.

Whole bodies are placed first, longest first, for texts may recur; then paragraphs, datelines,
headline lines, names and furniture in what is left. A paragraph that is interrupted on the page
is placed piece by piece.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from benchmarks.scoring import bare
from editor.analysis.lines import Line

Owner = tuple[Any, ...]
"""("b", article, paragraph, offset), or ("h" | "y" | "d" | "f", …, offset) of a character."""

LEAST_PIECE = 4


@dataclass(frozen=True)
class GoldLine:
    """What a line is: `kind` is run, paragraph, article, head, by, furniture or "" (unknown).

    `last`: a paragraph ends with it; `end`: its article does.
    """

    kind: str
    last: bool = False
    end: bool = False


class _Board:
    """The page's printed characters and who owns each."""

    def __init__(self, text: str) -> None:
        self.raw = bare(text)
        self.owner: list[Owner | None] = [None] * len(self.raw)

    def free(self, start: int, end: int) -> bool:
        return all(owner is None for owner in self.owner[start:end])

    def take(self, at: int, size: int, tag: Owner, offset: int = 0) -> None:
        for step in range(size):
            self.owner[at + step] = (*tag, offset + step)

    def place(self, text: str, tag: Owner, near: int | None = None) -> int | None:
        """Give the free occurrence nearest to `near` (or the first) to `tag`."""
        best: tuple[int, int] | None = None
        at = self.raw.find(text) if text else -1
        while at >= 0:
            if self.free(at, at + len(text)):
                away = abs(at - near) if near is not None else at
                if best is None or away < best[0]:
                    best = (away, at)
            at = self.raw.find(text, at + 1)
        if best is None:
            return None
        self.take(best[1], len(text), tag)
        return best[1]

    def place_in_pieces(self, text: str, tag: Owner, start: int) -> int:
        """Place an interrupted paragraph greedily from `start` on; where it ends."""
        done, at = 0, start
        while done < len(text):
            size, found = min(len(text) - done, 400), -1
            while size >= LEAST_PIECE:
                found = self.raw.find(text[done : done + size], at)
                if 0 <= found < at + 1500 and self.free(found, found + size):
                    break
                found, size = -1, size - 1 if size < 60 else int(size * 0.9)
            if found < 0:
                return at
            self.take(found, size, tag, done)
            done, at = done + size, found + size
        return at


def _owners(text: str, gold: Mapping[str, Any]) -> list[Owner | None]:
    board = _Board(text)
    bodies = [[bare(p) for p in article["paragraphs"]] for article in gold["articles"]]
    edges: dict[int, tuple[int, int]] = {}
    for number in sorted(range(len(bodies)), key=lambda n: -sum(map(len, bodies[n]))):
        whole = "".join(bodies[number])
        at = board.raw.find(whole)
        if at >= 0 and board.free(at, at + len(whole)):
            for index, paragraph in enumerate(bodies[number]):
                board.take(at, len(paragraph), ("b", number, index))
                at += len(paragraph)
            edges[number] = (at - len(whole), at)
            continue
        end: int | None = None
        for index, paragraph in enumerate(bodies[number]):
            placed = board.place(paragraph, ("b", number, index), end)
            if placed is None:
                end = board.place_in_pieces(paragraph, ("b", number, index), end or 0)
            else:
                end = placed + len(paragraph)
        edges[number] = (0, end or 0)
    articles = list(enumerate(gold["articles"]))
    for number, article in articles:
        dateline = bare(article.get("dateline"))
        board.place(dateline, ("d", number), max(0, edges[number][0] - len(dateline)))
    furniture = [bare(line) for line in gold.get("furniture", [])]
    for index, line in enumerate(furniture):
        if len(line) > 8:
            board.place(line, ("f", index))
    for number, article in articles:
        for role in ("kicker", "headline", "subhead"):
            for line in article.get(role) or []:
                board.place(bare(line), ("h", number), edges[number][1])
    for number, article in articles:
        for name in article.get("byline") or []:
            if bare(name) not in bare(article.get("dateline")):
                board.place(bare(name), ("y", number), edges[number][1])
    for index, line in enumerate(furniture):
        if len(line) <= 8:
            board.place(line, ("f", index))
    return board.owner


def gold_lines(lines: Sequence[Line], text: str, gold: Mapping[str, Any]) -> list[GoldLine]:
    """What each line is by the gold of its page."""
    owners = _owners(text, gold)
    bare_at = [0, *accumulate(not char.isspace() for char in text)]
    sizes = {
        (number, index): len(bare(paragraph))
        for number, article in enumerate(gold["articles"])
        for index, paragraph in enumerate(article["paragraphs"])
    }
    final = {owner[1]: at for at, owner in enumerate(owners) if owner and owner[0] == "b"}
    dated = [bool(article.get("dateline")) for article in gold["articles"]]
    found: list[GoldLine] = []
    for line in lines:
        span = range(bare_at[line.span.start], bare_at[line.span.end])
        tags = [owner for at in span if (owner := owners[at])]
        body = [tag for tag in tags if tag[0] == "b"]
        dateline = [tag for tag in tags if tag[0] == "d"]
        if not tags:
            found.append(GoldLine(""))
        elif not body and not dateline:
            found.append(GoldLine({"h": "head", "y": "by", "f": "furniture"}[tags[0][0]]))
        else:
            kind = "run"
            if dateline and dateline[0][-1] == 0:
                kind = "article"
            elif body and body[0][3] == 0 and not dateline:
                first = body[0][2] == 0
                kind = ("run" if dated[body[0][1]] else "article") if first else "paragraph"
            last = bool(body) and body[-1][3] == sizes[body[-1][1], body[-1][2]] - 1
            end = last and any(tag[0] == "b" and final[tag[1]] in span for tag in body)
            found.append(GoldLine(kind, last, end))
    return found
