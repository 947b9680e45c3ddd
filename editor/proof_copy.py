"""What a proof copy needs of an article beside its text: how it was printed, and what is open.

An article that goes on on another page is one here too. Places of further pages are moved behind
those of the first, so that a place still says one character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from editor.files.export.story import Remark, Story
from editor.files.export.story import stories as stories_of
from editor.model.compose import NO_JUMPS, Issue, Jumps, chains, compose, joined
from editor.model.decisions import Decisions, Patch
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Article, Block, Reading
from editor.model.structure import Joint, Role
from editor.model.traced import TracedText
from editor.model.verdict import Doubt, FieldTarget, HeadingTarget, JointTarget, MoveTarget

if TYPE_CHECKING:
    from editor.proofing import Suspect


class Proofs:
    """Pages with their readings and links, for proof copies of articles that begin on one."""

    def __init__(
        self,
        issue: Issue,
        language: str,
        jumps: Jumps = NO_JUMPS,
    ) -> None:
        """`language`: of what is said, `zh` or `en`. `jumps`: see `compose`."""
        self._pages, self._readings, self._links = issue.pages, issue.readings, issue.links
        self._style, self._language, self._jumps = issue.style, language, jumps
        self._plain: dict[str, Reading] = {}

    @cached_property
    def _later(self) -> set[tuple[str, int]]:
        return set(chains(self._readings, self._links).values())

    def stories(self, page: Page) -> list[Story]:
        """The articles that begin on a page; `page` is as it is called."""
        key = page.key
        base = self._bases(key)
        parts = {
            made.parts[0][1].at: made.parts
            for made in compose(self._readings, self._links)
            if made.parts[0][0] == key
        }
        articles = []
        for article in self._readings[key].articles:
            if (key, article.at) in self._later:
                articles.append(replace(article, left_out=True))
            else:
                moved = tuple((of, _moved(part, base[of])) for of, part in parts[article.at])
                articles.append(joined(moved, self._jumps))
        suspects = self._suspects(page, [a for a in articles if not a.left_out], base)
        found = []
        for story in stories_of(page, articles):
            at = story.article.at
            patches = tuple(
                replace(patch, span=_behind(patch.span, base[of]))
                for of, _ in parts[at]
                for patch in self._pages[of].decisions.patches
            )
            remarks = [
                Remark(_behind(remark.span, base[of]), remark.text)
                for of, part in parts[at]
                for remark in _doubts(self._readings[of], part, self._language)
            ]
            remarks += suspects.get(at, [])
            found.append(
                replace(
                    story,
                    before=self._before(parts[at], base),
                    remarks=tuple(remarks),
                    patches=tuple(sorted(dict.fromkeys(patches), key=_start)),
                )
            )
        return found

    def _bases(self, key: str) -> dict[str, int]:
        """By page: how far its places are moved. Those of `key` stay."""
        found, end = {key: 0}, len(self._pages[key].source.text) + 1
        for other in sorted(self._readings):
            if other != key:
                found[other] = end
                end += len(self._pages[other].source.text) + 1
        return found

    def _before(self, parts: Iterable[tuple[str, Article]], base: dict[str, int]) -> Article | None:
        """An article as it was without any correction; None where it was none."""
        found = []
        for of, part in parts:
            plain = self._uncorrected(of).article_of(part.at)
            if plain is None:
                return None
            found.append((of, _moved(plain, base[of])))
        return joined(tuple(found), self._jumps)

    def _uncorrected(self, key: str) -> Reading:
        page = self._pages[key]
        if not page.decisions.patches:
            return self._readings[key]
        if key not in self._plain:
            from editor.analysis import read

            plain = replace(page.decisions, patches=())
            self._plain[key] = read(page.source, plain, self._style)
        return self._plain[key]

    def _suspects(
        self, page: Page, articles: list[Article], base: dict[str, int]
    ) -> dict[int, list[Remark]]:
        """What may be wrong in the articles, by their anchors; what was dismissed is quiet."""
        from editor.proofing import suspects

        quiet = tuple(
            replace(one, span=_behind(one.span, base[key]))
            for key in base
            for one in self._pages[key].decisions.dismissed
        )
        reading = replace(self._readings[page.key], articles=tuple(articles))
        of = page.decided(Decisions(dismissed=quiet))
        found: dict[int, list[Remark]] = {}
        for one in suspects(reading, of, self._style):
            remark = Remark(_place(one), _suspected(one, self._language))
            found.setdefault(one.passage.article, []).append(remark)
        return found


def _start(patch: Patch) -> int:
    return patch.span.start


def _behind(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved(article: Article, by: int) -> Article:
    """An article with all its places moved."""
    if not by:
        return article

    def text(of: TracedText) -> TracedText:
        return TracedText(tuple(replace(p, span=_behind(p.span, by)) for p in of.pieces))

    def blocks(of: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(Block(block.role, text(block.text)) for block in of)

    return replace(
        article,
        at=article.at + by,
        blocks=blocks(article.blocks),
        kicker=tuple(map(text, article.kicker)),
        headline=tuple(map(text, article.headline)),
        subhead=tuple(map(text, article.subhead)),
        byline=tuple(replace(name, text=text(name.text)) for name in article.byline),
        dateline=None if article.dateline is None else text(article.dateline),
        captions=blocks(article.captions),
    )


def _place(suspect: Suspect) -> Span:
    """Where a comment on it is: of a mark that is missing, the character before."""
    if suspect.span.start < suspect.span.end:
        return suspect.span
    before = suspect.passage.traced.slice(max(0, suspect.start - 1), suspect.start).pieces
    return next((p.span for p in before if p.owned is not None), suspect.span)


def _suspected(suspect: Suspect, language: str) -> str:
    """What may be wrong, and what should stand there, in words."""
    from editor.proofing.reasons import name, why

    said, fix = f"{name(suspect.rule, language)}{'：' if language == 'zh' else ': '}", suspect.fix
    said += why(suspect, language)
    if fix is None:
        return said
    if language == "zh":
        return said + ("。删去？" if not fix else f"。改为“{fix}”？")
    return said + (". Delete it?" if not fix else f". Print “{fix}”?")


def article_at(reading: Reading, doubt: Doubt) -> int | None:
    """The anchor of the article that a doubt is about."""
    if isinstance(doubt.target, FieldTarget):
        return doubt.target.article
    start = doubt.span.start
    article = reading.article_of(start)
    if article is not None:
        return article.at
    for span, verdict in reading.headings:
        if start in span and isinstance(verdict.value, int):
            return verdict.value
    return None


def _doubts(reading: Reading, article: Article, language: str) -> Iterator[Remark]:
    """What is open about an article, in words."""
    from editor.analysis.reasons import sentence

    chinese = language == "zh"
    for doubt in reading.doubts:
        if article_at(reading, doubt) != article.at:
            continue
        whys = [sentence(reason, language) for reason in doubt.verdict.why if reason.nats >= 0][:2]
        said = _QUESTIONS[_question(doubt)][chinese]
        if whys:
            said += ("（" + "；".join(whys) + "）") if chinese else f" ({'; '.join(whys)})"
        span = doubt.span
        if isinstance(doubt.target, FieldTarget):
            span = Span(article.at, article.at + 1)
        yield Remark(span, said)


_QUESTIONS = {
    "article": ("New article here?", "此处是否另起一篇？"),
    "joint": ("New paragraph here?", "此处是否另起一段？"),
    "lines": ("How do these lines join?", "这两行如何相接？"),
    "role": ("What is this text?", "这段文字是什么？"),
    "heading": ("Whose headline is this?", "这是哪一篇的标题？"),
    "missing": ("This article lacks its headline.", "本篇缺少标题。"),
    "missing-field": ("This article lacks a field.", "本篇缺少一项。"),
    "order": ("Does this go on with text elsewhere?", "这段文字是否接在别处之后？"),
}


def _question(doubt: Doubt) -> str:
    match doubt.target:
        case JointTarget():
            values = {doubt.verdict.value, *(a.value for a in doubt.verdict.alternatives)}
            if Joint.ARTICLE in values:
                return "article"
            return "joint" if Joint.PARAGRAPH in values else "lines"
        case HeadingTarget():
            return "heading"
        case MoveTarget():
            return "order"
        case FieldTarget(_, role):
            return "missing" if role is Role.HEADLINE else "missing-field"
    return "role"
