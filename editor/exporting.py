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
from editor.files.export.names import Pattern, Taken, facts, file_name, whole_name
from editor.files.export.story import Story, paragraphs, stories
from editor.files.export.targets import Target, target
from editor.files.house import SHIPPED, House, load, own_files, shipped
from editor.model.compose import NO_JUMPS, Issue, Jumps, reading_with_parts
from editor.model.counting import characters
from editor.model.structure import Role
from editor.proof_copy import Proofs, article_at

if TYPE_CHECKING:
    from editor.files.docx.template import Package
    from editor.model.project import Page, Style
    from editor.model.reading import Reading

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
        """The articles of a page alone that go out."""
        if self.choice.kind != "proof":
            return stories(page, reading.articles)
        issue = Issue({page.key: page}, {page.key: reading}, style=style)
        return Proofs(issue, self.choice.language).stories(page)

    def of_project(self, key: str, issue: Issue) -> list[Story]:
        """The articles of a page that go out, whole where they go on elsewhere."""
        page, reading, jumps = _named(issue, key), issue.readings[key], self._jumps(issue)
        if self.choice.kind == "proof":
            return Proofs(issue, self.choice.language, jumps).stories(page)
        if len(issue.readings) > 1:
            reading = reading_with_parts(issue.readings, issue.links, key, jumps)
        return stories(page, reading.articles)

    def _jumps(self, issue: Issue) -> Jumps:
        """What the house wants said where an article goes on on another page, by that page."""
        if not self.house.continued or len(issue.readings) < 2:
            return NO_JUMPS
        numbers = {key: _named(issue, key).meta.number for key in issue.readings}
        return {
            key: self.house.continued.replace("{number}", number)
            for key, number in numbers.items()
            if number
        }

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

    def file(self, draft: Draft, taken: Taken) -> File:
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


def _named(issue: Issue, key: str) -> Page:
    """A page with what it says of itself, where nobody has said otherwise."""
    from editor.analysis.page_names import name_of

    page = issue.pages[key]
    return replace(page, meta=page.meta.over(name_of(page.source, issue.readings[key])))


def open_doubts(reading: Reading) -> dict[int, int]:
    """How many questions are open in each article, by its anchor."""
    found: dict[int, int] = {}
    for doubt in reading.doubts:
        at = article_at(reading, doubt)
        if at is not None:
            found[at] = found.get(at, 0) + 1
    return found
