"""What an export takes from reading and files together, for the window and the command line.

A `Choice` is all that a person chooses; `Exporter` is it made ready: house and package loaded
once, then articles in, drafts of files out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.errors import FileError, shown
from editor.files.export.batch import File
from editor.files.export.names import Pattern, facts, file_name, whole_name
from editor.files.export.story import Remark, Story, paragraphs, stories
from editor.files.export.targets import Target, target
from editor.files.house import SHIPPED, House, load, own_files, shipped
from editor.model.counting import characters
from editor.model.places import Span
from editor.model.structure import Joint, Role
from editor.model.verdict import Doubt, FieldTarget, HeadingTarget, JointTarget, MoveTarget

if TYPE_CHECKING:
    from editor.files.docx.template import Package
    from editor.model.links import Link
    from editor.model.project import Page, Style
    from editor.model.reading import Article, Reading

TEMPLATES = (".docx", ".dotx")


@dataclass(frozen=True)
class Choice:
    """What a person chooses of an export.

    `house`: the key of one that ships or is in the own folder, or the path of a house file or
    Word template. `kind`: as in `targets.KINDS`. `together`: all in one file. `names`: a
    pattern; empty for the house's. `captions`: whether captions go out. `mapping`: for a
    template, the styles that parts take, by their names; what is not there is found by itself.
    """

    house: str = SHIPPED[0]
    kind: str = "docx"
    together: bool = False
    names: str = ""
    captions: bool = False
    mapping: tuple[tuple[str, str], ...] = ()
    language: str = "zh"


@dataclass(frozen=True)
class Draft:
    """A file of one article before it has a name, and what is told of it."""

    facts: Mapping[str, str]
    data: bytes
    key: str
    title: str
    page: str
    number: int
    characters: int
    paragraphs: int
    doubts: int
    unfit: int = 0


def house_path(name: str) -> Path:
    """The file of a house by its key or path. Raises `FileError` where there is none."""
    if name in SHIPPED:
        return shipped(name).path
    for path in own_files():
        if name in (path.stem, path.name):
            return path
    path = Path(name)
    if path.suffix.lower() not in (".toml", *TEMPLATES):
        raise FileError("no-house", name=shown(name), known=", ".join(SHIPPED))
    return path


class Exporter:
    """A choice made ready. Raises `FileError` where house, template or pattern are not right."""

    def __init__(self, choice: Choice) -> None:
        """Load what the choice names."""
        self.choice = choice
        path = house_path(choice.house)
        self.template = path if path.suffix.lower() in TEMPLATES else None
        self.house: House = shipped() if self.template else load(path)
        self.pattern = Pattern(choice.names or self.house.names)
        self.include = self.house.include | ({Role.CAPTION} if choice.captions else set())

    @cached_property
    def package(self) -> Package:
        """The Word package of the house or template."""
        if self.template is not None:
            from editor.files.docx.own_template import template_package

            return template_package(self.template, dict(self.choice.mapping))
        from editor.files.docx.template import package

        return package(self.house.sheet)

    @cached_property
    def target(self) -> Target:
        """The kind of file."""
        word = self.choice.kind in ("docx", "proof")
        return target(self.choice.kind, self.package if word else None, self.include)

    def stories(self, page: Page, reading: Reading, style: Style) -> list[Story]:
        """The articles of a page that go out, with what a proof copy needs."""
        found = stories(page, reading.articles)
        if self.choice.kind != "proof":
            return found
        before = _uncorrected(page, reading, style)
        return [
            replace(
                story,
                before=before.get(story.article.at),
                remarks=tuple(remarks(reading, story.article, self.choice.language)),
            )
            for story in found
        ]

    def draft(self, story: Story, doubts: int = 0) -> Draft:
        """The file of one article."""
        return Draft(
            facts(story),
            self.target.file([story]),
            story.key,
            story.article.title,
            story.page.source.origin.name,
            story.number,
            characters(story.article),
            sum(block.role is Role.BODY for block in story.article.blocks),
            doubts,
            self.unfit(story),
        )

    def unfit(self, story: Story) -> int:
        """How many characters of an article its file cannot hold, and has a mark for."""
        if self.choice.kind in ("txt", "md"):
            return 0
        from editor.files.docx.runs import unfit

        told = "".join(one.text for one in paragraphs(story.article, self.include))
        found = unfit(told)
        if story.before is not None and story.before != story.article:
            from editor.files.docx.merged import merged

            found = unfit("".join(one.text for one in merged(story, self.include)))
        return found

    def file(self, draft: Draft, taken: set[str]) -> File:
        """A draft with its name; `taken` are the names given before."""
        name = file_name(self.pattern, draft.facts, self.suffix, taken)
        key = f"{draft.key}:proof" if self.choice.kind == "proof" else draft.key
        return File(name, draft.data, key)

    def whole(self, told: Iterable[Story], name: str, taken: set[str]) -> Iterator[File]:
        """All articles in one file called `name`; none where there is no article."""
        found = list(told)
        if found:
            made = whole_name(name, self.suffix, taken)
            yield File(made, self.target.file(found, name))

    @property
    def suffix(self) -> str:
        """Of the files' names. A proof copy is told by its name from a clean one."""
        if self.choice.kind == "proof":
            return (".proof" if self.choice.language == "en" else ".校样") + self.target.suffix
        return self.target.suffix


def _uncorrected(page: Page, reading: Reading, style: Style) -> dict[int, Article]:
    """The page's articles as they are without any correction, by their anchors."""
    if not page.decisions.patches:
        return {article.at: article for article in reading.articles}
    from editor.analysis import read

    plain = read(page.source, replace(page.decisions, patches=()), style)
    return {
        at: found
        for at in (article.at for article in reading.articles)
        if (found := plain.article_of(at)) is not None
    }


def whole(
    page: Page, readings: Mapping[str, Reading], links: Iterable[Link], *, parts: bool
) -> tuple[Page, Reading]:
    """A page as it is called, and its reading with articles that go on elsewhere made whole.

    `readings`: of the page and of those that its articles may go on in, by key. `parts`: each
    part stays on its page (a proof copy is read beside the page).
    """
    from editor.analysis.page_names import name_of
    from editor.model.compose import reading_with_parts

    reading = readings[page.key]
    called = page.meta.over(name_of(page.source, reading))
    if len(readings) > 1 and not parts:
        reading = reading_with_parts(readings, links, page.key)
    return replace(page, meta=called), reading


def open_doubts(reading: Reading) -> dict[int, int]:
    """How many questions are open in each article, by its anchor."""
    found: dict[int, int] = {}
    for doubt in reading.doubts:
        at = _article_of(reading, doubt)
        if at is not None:
            found[at] = found.get(at, 0) + 1
    return found


def _article_of(reading: Reading, doubt: Doubt) -> int | None:
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


def remarks(reading: Reading, article: Article, language: str) -> Iterator[Remark]:
    """What is open about an article, in words."""
    from editor.analysis.reasons import sentence

    chinese = language == "zh"
    for doubt in reading.doubts:
        if _article_of(reading, doubt) != article.at:
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
