"""Articles as they were written, before anything is set: text with what it is.

A writer makes one article of one kind (news, meeting, feature, interview, comment, brief, letter,
verse, table, listing, notice) from a filler's phrases. How it is printed is none of its business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from benchmarks.pages.words import Filler, Half

KINDS = (
    "news", "meeting", "feature", "interview", "comment", "brief", "letter", "verse", "table",
    "listing", "briefs", "edition", "notice",
)  # fmt: skip


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and what it is: body, crosshead, note, editor, verse or row."""

    text: str
    kind: str = "body"


@dataclass
class Story:
    """One article: what was written, and the names that may sign it."""

    kind: str
    city: str
    country: str
    headline: str
    paragraphs: list[Paragraph]
    kicker: str = ""
    subhead: str = ""
    names: tuple[str, ...] = ()
    captions: list[tuple[str, bool]] = field(default_factory=list)
    """Texts of captions, and whether a 图为 marks them."""
    more: Callable[[], str] = str
    """Another clause of the article, for paragraphs that must come out longer."""


class Writer:
    """Writes articles from the phrases of one half; a topic is not used twice in a row."""

    def __init__(self, half: Half, random: Random) -> None:
        """`random` is the only source of chance."""
        self.half, self.random = half, random
        self.topics: list[str] = []

    def story(self, kind: str, paragraphs: tuple[int, int]) -> Story:
        """An article of `kind` with so many paragraphs (kinds of fixed form keep their own)."""
        if not self.topics:
            self.topics = self.random.sample(sorted(self.half.topics), len(self.half.topics))
        filler = Filler(self.half, self.random, self.topics.pop())
        count = self.random.randint(*paragraphs)
        draw = filler.draw
        headline = draw(self._head_key(kind))
        more = 0.75 if len(headline) < 11 else 0.4 if len(headline) < 15 else 0
        if kind != "briefs" and self._chance(more):
            headline += "，" + draw(self.random.choice(("clause", "plan")))
        text = getattr(self, f"_{kind}")(filler, count)
        fixed = filler.cast.fixed
        story = Story(kind, fixed["city"], fixed["country"], headline, text)
        names = [filler.person() for _ in range(self.random.choice((1, 1, 1, 2, 2, 3)))]
        story.names = tuple(names)
        story.kicker, story.subhead = draw("kicker"), draw("subhead")
        if kind == "edition":
            story.subhead = draw("series")
        for _ in range(3):
            marked = self._chance(0.5)
            caption = draw("caption_marked" if marked else "caption_plain")
            story.captions.append((caption, marked))
        story.more = lambda: filler.draw("clause")
        return story

    def _head_key(self, kind: str) -> str:
        if kind == "briefs":
            return "brief_title"
        if kind == "meeting" and self._chance(0.6):
            return "meet_head"
        return "head_more" if self._chance(0.3) else "head"

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _paragraph(self, filler: Filler, first: str = "", *, quotes: float = 0.25) -> Paragraph:
        """One to six sentences, the first given or not."""
        count = self.random.choices((1, 2, 3, 4, 5, 6), (16, 29, 26, 16, 9, 4))[0]
        sentences = [first] if first else []
        while len(sentences) < count:
            kind = "quote" if self._chance(quotes) else "sentence"
            sentences.append(filler.draw(kind))
        return Paragraph("".join(sentences))

    def _news(self, filler: Filler, count: int) -> list[Paragraph]:
        found = [self._paragraph(filler, filler.draw("lead"), quotes=0.1)]
        while len(found) < count:
            if len(found) > 1 and self._chance(0.08):
                found.append(Paragraph("".join(self._items(filler))))
            else:
                found.append(self._paragraph(filler))
        if count > 2 and self._chance(0.3):
            found[-1] = Paragraph(filler.draw("ending"))
        if self._chance(0.04):
            found.append(Paragraph(filler.draw("note"), "note"))
        return found

    def _items(self, filler: Filler) -> list[str]:
        return [
            filler.fill(item)
            for item in filler.sources["list_item"][: self.random.choice((2, 3, 4))]
        ]

    def _meeting(self, filler: Filler, count: int) -> list[Paragraph]:
        found = [self._paragraph(filler, filler.draw("meeting_lead"), quotes=0.0)]
        while len(found) < count:
            found.append(self._paragraph(filler, filler.draw("speech_frame"), quotes=0.0))
        return found

    def _feature(
        self, filler: Filler, count: int, dress: Callable[[str], str] | None = None
    ) -> list[Paragraph]:
        """A long article with crossheads; `dress` makes more of a crosshead's words."""
        found: list[Paragraph] = []
        if self._chance(0.25):
            found.append(Paragraph(filler.draw("editor_note"), "editor"))
        found.append(self._paragraph(filler, filler.draw("lead")))
        heads = list(filler.sources["cross"])
        self.random.shuffle(heads)
        numbered = self._chance(0.25)
        quoted = not numbered and self._chance(0.1)
        size = max(2, (count - 1) // (self.random.randint(2, 4)))
        parts = 0
        for number in range(count - 1):
            if number % size == (0 if parts else min(1, size - 1)) and parts < len(heads):
                digit = "一二三四五六"[parts]
                head = filler.fill(heads[parts])
                if numbered:
                    head = f"{digit}、{head}" if self._chance(0.8) else f"（{digit}）{head}"
                if dress:
                    head = dress(head)
                elif quoted:
                    head = f"“{head}”"
                found.append(Paragraph(head, "crosshead"))
                parts += 1
            found.append(self._paragraph(filler, quotes=0.4))
        if found[-1].kind == "crosshead":
            found.pop()
        if self._chance(0.12):
            found.append(Paragraph(filler.draw("note"), "note"))
        return found

    def _edition(self, filler: Filler, count: int) -> list[Paragraph]:
        """A feature as reading editions print it: boxes with titles, quotations with sources."""
        draw = filler.draw
        found: list[Paragraph] = []
        if self._chance(0.4):
            found.append(Paragraph(draw("box_title"), "crosshead"))
            found += [Paragraph(draw("state")) for _ in range(self.random.randint(1, 3))]
        if self._chance(0.4):
            found.append(Paragraph(f"“{draw('say')}，{draw('say')}。”"))
            found.append(Paragraph(draw("attribution"), "note"))
        form = self.random.randrange(4)

        def dress(head: str) -> str:
            """Crossheads as long as headlines: a half behind a dash, a saying, a clause."""
            return (
                head,
                f"{head}——{draw('clause')}",
                f"“{draw('say')}，{draw('say')}”",
                f"{head}，{draw('plan')}",
            )[form]

        body = self._feature(filler, count, dress)
        if not found and self._chance(0.4):
            # a box before the text says where its occasion was, without a stop
            found.append(Paragraph(draw("attribution").lstrip("—"), "note"))
        if found and body[0].kind == "editor":
            found, body = [body[0], *found], body[1:]
        found += body
        if self._chance(0.3):
            found.append(Paragraph(draw("box_title"), "crosshead"))
            found.append(self._paragraph(filler, quotes=0.0))
        return found

    def _interview(self, filler: Filler, count: int) -> list[Paragraph]:
        form = self.random.randrange(len(filler.sources["question_who"]))
        asks, answers = (filler.sources[key][form] for key in ("question_who", "answer_who"))
        asks, answers = (filler.fill(text).replace("，", " ") for text in (asks, answers))
        found = [self._paragraph(filler, filler.draw("lead"))]
        while len(found) < max(3, count):
            found.append(Paragraph(asks + filler.draw("question")))
            found.append(self._paragraph(filler, answers + filler.draw("say") + "。", quotes=0.0))
            if self._chance(0.3):
                found.append(self._paragraph(filler, quotes=0.0))
        return found

    def _comment(self, filler: Filler, count: int) -> list[Paragraph]:
        found: list[Paragraph] = []
        while len(found) < max(2, count):
            found.append(self._paragraph(filler, filler.draw("comment"), quotes=0.0))
        if self._chance(0.3):
            found.append(Paragraph(filler.draw("note"), "note"))
        return found

    def _brief(self, filler: Filler, count: int) -> list[Paragraph]:
        return [self._paragraph(filler, filler.draw("lead"), quotes=0.0)]

    def _briefs(self, filler: Filler, count: int) -> list[Paragraph]:
        """Several items under one title, each with a lead of its own, some with a mark."""
        mark = self.random.choice(("", "", "●", "■", "◎"))
        apart = self.random.choice(("", " ", "　"))
        found = []
        for _ in range(max(3, count)):
            lead = filler.draw("brief_lead")
            lead = lead if self._chance(0.6) else lead.rstrip("。") + " "
            text = self._paragraph(filler, filler.draw("lead"), quotes=0.0).text
            found.append(Paragraph(mark + lead + apart + text))
        return found

    def _listing(self, filler: Filler, count: int) -> list[Paragraph]:
        found = [self._paragraph(filler, filler.draw("lead"), quotes=0.0)]
        if self._chance(0.4):
            found.append(Paragraph(filler.draw("list_lead")))
        found += [Paragraph(item) for item in self._items(filler)]
        while len(found) < count:
            found.append(self._paragraph(filler))
        return found

    def _letter(self, filler: Filler, count: int) -> list[Paragraph]:
        opening, colon, rest = filler.fill(self.random.choice(filler.sources["letter"])).partition(
            "："
        )
        greets = bool(colon) and opening.startswith("编辑")
        found = [Paragraph(opening + colon), Paragraph(rest)] if greets else []
        found = found or [Paragraph(opening + colon + rest)]
        while len(found) < min(count, 4):
            found.append(self._paragraph(filler, quotes=0.0))
        return found

    def _notice(self, filler: Filler, count: int) -> list[Paragraph]:
        """What an office makes known, with who signed it and when; or a letter."""
        found = [self._paragraph(filler, quotes=0.0) for _ in range(max(1, min(count, 3)))]
        if self._chance(0.25):
            return [Paragraph(filler.draw("greeting")), *found]
        if self._chance(0.4):
            found.append(Paragraph(filler.draw("so_far")))
        found.append(Paragraph(filler.draw("signer"), "row"))
        day = f"{self.random.randint(2015, 2027)}年{self.random.randint(1, 12)}月"
        return [*found, Paragraph(f"{day}{self.random.randint(1, 28)}日", "row")]

    def _verse(self, filler: Filler, count: int) -> list[Paragraph]:
        lines = list(filler.sources["verse"])
        self.random.shuffle(lines)
        return [Paragraph(line, "verse") for line in lines[: self.random.randint(6, len(lines))]]

    def _table(self, filler: Filler, count: int) -> list[Paragraph]:
        found = [self._paragraph(filler, filler.draw("lead"), quotes=0.0)]
        row = self.random.choice(filler.sources["table"])
        for _ in range(self.random.randint(3, 7)):
            place = filler.town()
            text = filler.fill(row.replace("_", "|").replace("{place}", place))
            found.append(Paragraph(text.replace("|", " "), "row"))
        found.append(self._paragraph(filler, quotes=0.0))
        return found
