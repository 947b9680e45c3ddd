"""What OCR and extraction do to lines: characters changed, lost and made up, lines cut and run on.

Characters keep their owners, so the gold of a damaged page is its damaged text.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.pages.look import Look, Noise
from benchmarks.pages.rows import Glyph, Row
from benchmarks.pages.script import traditional

GROUPS = (
    "己已巳", "未末", "日曰目", "入人八", "士土", "千干于", "大太犬",
    "王玉主", "田由甲申", "天夫无", "一—", "0O", "1lI", "口囗",
    "午牛", "问间", "体休", "拔拨", "侯候", "治冶", "乌鸟",
    "刀力", "传伟", "候侯", "折拆析", "今令", "贝见", "免兔",
    "洒酒", "戊戌", "风凤", "晴睛", "辨辩", "夭天", "们门",
    "元无", "住往", "场扬", "的旳", "国囯", "会合", "是昰",
    "为力", "新祈", "市巿", "小少",
)  # fmt: skip
ALIKE: dict[str, str] = {}
for _group in GROUPS:
    for _char in _group:
        ALIKE[_char] = ALIKE.get(_char, "") + _group.replace(_char, "")
HALF_MARKS = dict(zip("，。：；？！（）“”", ',.:;?!()""', strict=True))
STRAYS = "·'`|_丶,.^~"


def damaged(rows: list[Row], look: Look, random: Random) -> list[Row]:
    """The rows as the file has them."""
    if look.traditional:
        rows = _mapped(rows, traditional)
    if look.half_marks:
        rows = _mapped(rows, lambda char: HALF_MARKS.get(char, char))
    noise = look.noise
    if noise.merged:
        rows = _merged(rows, noise.merged, random)
    if noise.short_lines:
        rows = _cut(rows, noise.short_lines, random)
    for row in rows:
        row.glyphs = _characters(row, noise, random)
    return [row for row in rows if row.glyphs]


def _mapped(rows: list[Row], change: Callable[[str], str]) -> list[Row]:
    for row in rows:
        row.glyphs = [glyph._replace(char=change(glyph.char)) for glyph in row.glyphs]
    return rows


def _characters(row: Row, noise: Noise, random: Random) -> list[Glyph]:
    found: list[Glyph] = []
    last = len(row.glyphs) - 1
    for at, glyph in enumerate(row.glyphs):
        if glyph.owner is None or glyph.char.isspace():
            found.append(glyph)
            continue
        mark = not glyph.char.isalnum()
        if at == last and mark and random.random() < noise.end_marks:
            continue
        if random.random() < noise.rate:
            found += _changed(glyph, random)
        else:
            found.append(glyph)
        if noise.spaces and at < last and random.random() < noise.spaces:
            found.append(Glyph(" "))
    return found


def _changed(glyph: Glyph, random: Random) -> list[Glyph]:
    """One character damaged: look-alike, half-width, lost, doubled, or with a stray beside it."""
    char = glyph.char
    chance = random.random()
    if char in HALF_MARKS and chance < 0.7:
        return [glyph._replace(char=HALF_MARKS[char])]
    if char in ALIKE and chance < 0.85:
        return [glyph._replace(char=random.choice(ALIKE[char]))]
    if chance < 0.3:
        return []
    if chance < 0.5:
        return [glyph, glyph]
    if chance < 0.75:
        return [glyph, glyph._replace(char=random.choice(STRAYS))]
    return [glyph, Glyph(" ")]


def _cut(rows: list[Row], share: float, random: Random) -> list[Row]:
    """Some body lines cut in two."""
    found: list[Row] = []
    for row in rows:
        size = len(row.glyphs)
        if row.kind != "body" or size < 6 or random.random() >= share:
            found.append(row)
            continue
        at = random.randint(2, size - 2)
        left, right = row.glyphs[:at], row.glyphs[at:]
        found.append(Row(left, row.kind, row.article, row.first, False, row.lead, 0, row.feed))
        found[-1].blanks = random.choice((0, row.blanks))
        found.append(
            Row(right, row.kind, row.article, False, row.last, "", row.blanks, closing=row.closing)
        )
    return [row for row in found if any(not g.char.isspace() for g in row.glyphs)]


def _merged(rows: list[Row], share: float, random: Random) -> list[Row]:
    """Some lines of a paragraph run on into the next printed line."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind == row.kind == "body"
            and not before.last
            and not row.first
            and random.random() < share
        ):
            before.glyphs = before.glyphs + row.glyphs
            before.last, before.blanks = row.last, row.blanks
            before.closing = row.closing
            continue
        found.append(row)
    return found
