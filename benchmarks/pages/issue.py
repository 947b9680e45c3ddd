"""An issue: pages of one paper and day, some of whose articles go on on other pages, with gold.

Each page is composed as pages are, from one look. An article may have two or three parts, the cut
between paragraphs or inside one; its later parts have its headline again, a short one or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from benchmarks.pages.damage import damaged
from benchmarks.pages.page import Composer
from benchmarks.pages.rows import Row, glyphs, page_text
from benchmarks.pages.stories import Paragraph, Story
from benchmarks.pages.words import DIGITS

ON = (
    "（下转第{h}版）", "（下转第{d}版）", "下转{d}版", "(下转第{d}版)", "（下转{h}版）",
    "【下转第{d}版】", "（转{d}版）", "（下转第{d}版《{t}》）",
)  # fmt: skip
FROM = (
    "（上接第{h}版）", "（上接第{d}版）", "上接{d}版", "(上接第{d}版)", "（上接{h}版）",
    "【上接第{d}版】", "（紧接第{d}版）", "（上接第{d}版《{t}》）",
)  # fmt: skip
HEADS = (
    "{paper} {date} 星期{w} 第{d}版", "第{d}版 {date} 星期{w}", "第{h}版　{section}　{date}",
    "0{d}版 {section} {date} 星期{w} {paper}", "{date} 星期{w} {section} {d}版",
)  # fmt: skip
BESIDE = ("详细报道见第{d}版，", "读者来信登在第{d}版，")
"""What text says of other pages without going on there."""


Place = tuple[int, tuple[int, ...]]


@dataclass(frozen=True)
class MadeIssue:
    """The pages' texts, and where each linked part's body is printed: (page, places).

    `links`: pairs of parts, the first going on in the second.
    """

    texts: tuple[str, ...]
    links: tuple[tuple[Place, Place], ...]


@dataclass
class _Item:
    story: Story
    before: str = ""
    behind: str = ""
    glued: bool = False


def _parts(story: Story, count: int, random: Random) -> list[Story]:
    """A story in parts: each later one with its headline again, a short one, or none."""
    paragraphs = list(story.paragraphs)
    spare = len(paragraphs) - 2 * count  # no part is shorter than two paragraphs
    cuts = [
        2 * n + 2 + at for n, at in enumerate(sorted(random.choices(range(spare + 1), k=count - 1)))
    ]
    found = []
    for part, (low, high) in enumerate(zip([0, *cuts], [*cuts, len(paragraphs)], strict=True)):
        head = story.headline
        if part:
            head = random.choice((story.headline, story.headline.split("，")[0], ""))
        names = story.names if part == count - 1 else ()
        found.append(
            replace(
                story, kind="comment" if part else story.kind, headline=head,
                paragraphs=paragraphs[low:high], names=names,
                kicker="" if part else story.kicker, subhead="" if part else story.subhead,
            )
        )  # fmt: skip
    for one, other in pairwise(found):
        text = one.paragraphs[-1].text
        comma = text.find("，", len(text) // 2)
        if random.random() < 0.4 and comma > 0 and one.paragraphs[-1].kind == "body":
            one.paragraphs[-1] = Paragraph(text[: comma + 1])
            other.paragraphs.insert(0, Paragraph(text[comma + 1 :]))
    return found


def make_issue(style: str, half: str, seed: int, number: int, pages: int = 6) -> MadeIssue:
    """Issue `number` of a style: the same arguments give the same issue."""
    random = Random(f"issue/{seed}/{half}/{style}/{number}")
    composers = [Composer(style, half, random) for _ in range(pages)]
    look = replace(
        composers[0].look, jumps=False, page_breaks=0, top=False, captions=0.0,
        without_headline=0.0, kinds={"news": 1}, vertical=0.0,
    )  # fmt: skip
    items: list[list[_Item]] = [[] for _ in range(pages)]
    joined: list[tuple[_Item, _Item]] = []
    for _ in range(random.randint(2, pages - 1)):
        count = random.choices((2, 3), (4, 1))[0]
        story = composers[0].writer.story("news", (count * 3, count * 4))
        where = sorted(random.sample(range(pages), count))
        parts = [_Item(part) for part in _parts(story, count, random)]
        title = story.headline.split("，")[0][:12]
        for (page, one), (to, other) in zip(
            zip(where, parts, strict=True), list(zip(where, parts, strict=True))[1:], strict=False
        ):
            form = random.randrange(len(ON))
            one.behind = ON[form].format(d=to + 1, h=DIGITS[to + 1], t=title)
            other.before = FROM[form].format(d=page + 1, h=DIGITS[page + 1], t=title)
            one.glued = random.random() < 0.4 and one.behind[0] in "（(【"
            joined.append((one, other))
        for page, part in zip(where, parts, strict=True):
            items[page].append(part)
    for page, held in enumerate(items):
        for _ in range(random.randint(1, 3)):
            story = composers[page].writer.story("news", (2, 4))
            if random.random() < 0.15:
                first = story.paragraphs[-1]
                other_page = random.randint(1, pages)
                text = random.choice(BESIDE).format(d=other_page) + first.text
                story.paragraphs[-1] = Paragraph(text, first.kind)
            item = _Item(story)
            if random.random() < 0.08:  # it goes on where nobody looks
                item.behind = f"（下转第{pages + random.randint(1, 4)}版）"
            held.append(item)
        random.shuffle(held)
    texts: list[str] = []
    places: dict[int, Place] = {}
    for page, held in enumerate(items):
        composer = composers[page]
        composer.look = composer.setter.look = look
        texts.append(_set(composer, page, held, random, places))
    links = tuple((places[id(one)], places[id(other)]) for one, other in joined)
    return MadeIssue(tuple(texts), links)


def _set(
    composer: Composer,
    page: int,
    items: Sequence[_Item],
    random: Random,
    places: dict[int, Place],
) -> str:
    """One page's text; notes where the bodies of its items stand."""
    look = composer.look
    weekday = "一二三四五六日"[random.randrange(7)]
    head = random.choice(HEADS).format(
        paper=look.paper, date=look.date, w=weekday, d=page + 1, h=DIGITS[page + 1],
        section=look.section,
    )  # fmt: skip
    rows: list[Row] = [_line(composer, head)]
    for number, item in enumerate(items):
        made = composer.setter.story(number, item.story)
        body = made.body
        if item.before:
            body = [_line(composer, item.before), *body]
        signed = [*made.by_after, *made.by_before]
        article = [*made.head, *body] if look.headline != "after" else list(body)
        if item.behind and item.glued and not signed:
            last = article[-1]
            last.glyphs += glyphs(item.behind, composer._entry())
        elif item.behind:
            article.append(_line(composer, item.behind))
        article += signed
        if look.headline == "after":
            article += made.head
        article[-1].closing = True
        rows += article
    composer._blanks(rows)
    rows = damaged(rows, look, random)
    text = page_text(rows)
    bodies: dict[int, list[int]] = {}
    at = 0
    for row in rows:
        inner = at + len(row.text) - len(row.glyphs)
        for index, glyph in enumerate(row.glyphs):
            if glyph.owner is not None and glyph.owner[0] == "p" and not glyph.char.isspace():
                bodies.setdefault(int(glyph.owner[1]), []).append(inner + index)
        at += len(row.text.rstrip()) + 1 + row.blanks
    for number, item in enumerate(items):
        places[id(item)] = (page, tuple(bodies[number]))
    return text


def _line(composer: Composer, text: str) -> Row:
    return Row(glyphs(text, composer._entry()), "aside", first=True, last=True)
