"""A page: its articles' blocks in printed order, and what stands between and inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.pages.damage import damaged
from benchmarks.pages.look import Look
from benchmarks.pages.rows import Glyph, Row, glyphs, gold_of, page_text
from benchmarks.pages.setting import SetStory, Setter
from benchmarks.pages.stories import Story, Writer
from benchmarks.pages.styles import look_of
from benchmarks.pages.words import DIGITS, half_of

EDITORS = (
    "责任编辑 {a}", "责编：{a} 版式：{b}", "责任编辑：{a}　美术编辑：{b}　校对：{c}",
    "编辑 {a} 校对 {b}", "本版编辑：{a}", "值班编委：{a} 视觉设计：{b}",
    "责编 {a} 电话：0{n}-{n}{n}", "主编：{a} 责编：{b}",
)  # fmt: skip
NOTICES = (
    "电话：0{n}-{n}{n}", "零售价：{d}.50元", "国内统一连续出版物号 CN {d}{d}-{n}",
    "新闻热线：{n}{n}", "投稿邮箱：news@{n}.com", "今日{d}版",
    "地址：{city}市解放路{d}号 邮编：{n}{d}{d}", "广告热线 {n}{n}",
)  # fmt: skip
FOLIOS = (
    "第{d}版", "{d}", "0{d}",
    "A0{d}", "第{han}版", "{section} 第{d}版",
    "{section} A{d}", "{section}",
)  # fmt: skip
CREDITS = (
    " {a}摄", " {a} 摄", "（{a}摄）",
    "本报记者 {a} 摄", "新华社记者 {a} 摄", " {a}/摄",
    " 新华社发",
)  # fmt: skip


@dataclass(frozen=True)
class MadePage:
    """A page's raw text and its gold."""

    text: str
    gold: dict[str, Any]


class Composer:
    """Composes one page."""

    def __init__(self, style: str, half: str, random: Random) -> None:
        """`random` is the only source of chance."""
        self.half, self.random = half_of(half), random
        self.look: Look = look_of(style, self.half, random)
        self.writer = Writer(self.half, random)
        self.setter = Setter(self.look, random)
        self.entries = 0

    def page(self) -> MadePage:
        """Write, set, compose and damage."""
        rows = self.rows()
        return MadePage(page_text(rows), gold_of(rows))

    def rows(self) -> list[Row]:
        """The page's lines as its file has them."""
        look, pick = self.look, self.random
        stories, sets = [], []
        for number in range(pick.randint(*look.articles)):
            kind = pick.choices(list(look.kinds), list(look.kinds.values()))[0]
            story = self.writer.story(kind, look.paragraphs)
            stories.append(story)
            sets.append(self.setter.story(number, story))
        rows = self._flow(stories, sets)
        rows = self._broken_over_pages(rows)
        if look.top:
            rows = [*self._running_head(), *rows]
        if look.section_top:
            rows = [*self._lines([look.section]), *rows]
        if look.bottom:
            rows += self._lines(pick.sample(EDITORS + NOTICES, pick.randint(1, 3)))
        self._blanks(rows)
        return damaged(rows, look, pick)

    # ------------------------------------------------------------------ articles

    def _flow(self, stories: Sequence[Story], sets: Sequence[SetStory]) -> list[Row]:
        look, pick = self.look, self.random
        rows: list[Row] = []
        gathered: list[Row] = []
        for story, blocks in zip(stories, sets, strict=True):
            place = look.headline
            if place == "mixed":
                place = pick.choice(("before", "after"))
            body = blocks.body
            if pick.random() < look.captions:
                body = self._with_captions(body, story)
            signed_after = blocks.by_after
            head_before = blocks.head if place == "before" else []
            if place != "before" and blocks.by_before:
                signed_after, blocks.by_before = blocks.by_before, []
            article = [*head_before, *blocks.by_before, *body, *signed_after]
            if place == "after":
                article += blocks.head
            elif place == "gathered":
                gathered += blocks.head
            article = self._jumping(article)
            if rows and rows[-1].text.startswith("（下转") and article[0].text.startswith("（上接"):
                article = article[1:]  # the two marks of a page break stand so, and no others
            article[-1].closing = True
            rows += article
            if pick.random() < look.asides:
                rows += self._lines([pick.choice(EDITORS + NOTICES)])
        return rows + gathered

    def _jumping(self, article: list[Row]) -> list[Row]:
        """An article that comes from another page, or goes on there."""
        look, pick = self.look, self.random
        if not look.jumps or pick.random() > look.goes_on:
            return article
        digit = DIGITS[pick.randint(1, 9)]
        at = next(n for n, row in enumerate(article) if row.kind == "body")
        last = max(n for n, row in enumerate(article) if row.kind == "body") + 1
        cut = last - at > 8 and pick.random() < look.cut
        place = pick.randint(at + 4, last - 4) if cut else at
        if pick.random() < 0.5:
            head = article[:at] if not cut or pick.random() < 0.5 else []
            return [*head, *self._lines([f"（上接第{digit}版）"]), *article[place:]]
        place = place if cut else last
        rest = article[last:] if not cut else [x for x in article[last:] if x.kind == "head"]
        return [*article[:place], *self._lines([f"（下转第{digit}版）"]), *rest]

    def _with_captions(self, body: list[Row], story: Story) -> list[Row]:
        """Captions of the article's pictures inside it, or at its edges."""
        pick = self.random
        for text, _ in story.captions[: pick.choice((1, 1, 2))]:
            caption = self._caption(text)
            if self.look.caption_inside and len(body) > 3:
                at = pick.randint(1, len(body) - 1)
            else:
                starts = [n for n, row in enumerate(body) if n and row.first]
                at = pick.choice([0, *starts, len(body)])
            body = [*body[:at], *caption, *body[at:]]
        return body

    def _caption(self, text: str) -> list[Row]:
        pick, look = self.random, self.look
        own = pick.choice((pick.randint(8, 20), look.measures[0]))
        credit = pick.choice(CREDITS).format(a=self._person()) if pick.random() < 0.7 else ""
        apart = pick.random() < 0.35
        whole = text if apart else text + credit
        owner = self._entry()
        lines, _ = self.setter.broken(glyphs(whole, owner), lambda _: own, look.policy, 0)
        rows = [Row(line, "aside", first=not at) for at, line in enumerate(lines)]
        rows[-1].last = True
        if credit and apart:
            rows += self._lines([credit.strip()])
        return rows

    # ------------------------------------------------------------------ furniture

    def _entry(self) -> tuple[str, int]:
        self.entries += 1
        return ("f", self.entries)

    def _person(self) -> str:
        names = self.half.names
        name = self.random.choice(names["surnames"]) + self.random.choice(names["given"])
        return f"{name[0]} {name[1]}" if self.look.spaced_names and len(name) == 2 else name

    def _lines(self, forms: Sequence[str]) -> list[Row]:
        """Furniture lines of the page, from forms with numbers and names to fill."""
        pick = self.random
        rows = []
        for form in forms:
            digit = pick.randint(1, 9)
            text = form.format(
                a=self._person(), b=self._person(), c=self._person(), d=digit, han=DIGITS[digit],
                n=pick.randint(1000, 9999), section=self.look.section,
                city=pick.choice(self.half.names["place_first"]) + "州",
            )  # fmt: skip
            rows.append(Row(glyphs(text, self._entry()), "aside", first=True, last=True))
        return rows

    def _running_head(self) -> list[Row]:
        look, pick = self.look, self.random
        weekday = "一二三四五六日"[pick.randrange(7)]
        folio = pick.choice(FOLIOS)
        parts = pick.choice(
            (
                [look.paper, f"{look.date} 星期{weekday}", folio],
                [folio, f"{look.date}　星期{weekday}"],
                [f"{look.date} 星期{weekday} {folio}"],
                [look.paper, folio],
                [f"{look.date} {look.paper} {folio}"],
            )
        )
        return self._lines(parts)

    def _broken_over_pages(self, rows: list[Row]) -> list[Row]:
        look, pick = self.look, self.random
        share = len(rows) / 100 * look.page_breaks
        count = int(share) + (pick.random() < share - int(share))
        inner = [n for n, row in enumerate(rows) if n > 2 and row.kind == "body"]
        for at in sorted(pick.sample(inner, min(count, len(inner))), reverse=True):
            between = self._running_head()
            if look.jumps and pick.random() < 0.5 and rows[at - 1].kind == "body":
                one, two = pick.randint(2, 9), pick.randint(1, 4)
                between = [
                    *self._lines([f"（下转第{DIGITS[one]}版）"]), *between,
                    *self._lines([f"（上接第{DIGITS[two]}版）"]),
                ]  # fmt: skip
            if look.form_feeds:
                between[0].feed = True
            rows = [*rows[:at], *between, *rows[at:]]
        return rows

    # ------------------------------------------------------------------ white space

    def _blanks(self, rows: list[Row]) -> None:
        look, pick = self.look, self.random
        for row in rows:
            row.lead = " " * look.margin + row.lead
        for at, row in enumerate(rows[:-1]):
            after = rows[at + 1]
            ends = row.last or after.first
            if look.blanks == "each":
                row.blanks = int(pick.random() < 0.94)
            elif look.blanks == "articles":
                row.blanks = pick.choice((1, 1, 2)) if row.closing else 0
            elif look.blanks == "paragraphs":
                row.blanks = int(ends and pick.random() < 0.97)
            elif look.blanks == "double":
                row.blanks = 2 if ends else 1
            elif look.blanks == "false":
                row.blanks = int(pick.random() < (0.5 if ends else 0.07))
            elif look.blanks == "uneven":
                row.blanks = pick.choices((0, 1, 2), (3, 5, 2))[0]


def make_page(style: str, half: str, seed: int, number: int) -> MadePage:
    """Page `number` of a style: the same arguments give the same page."""
    return Composer(style, half, Random(f"{seed}/{half}/{style}/{number}")).page()


__all__ = ["Glyph", "MadePage", "make_page"]
