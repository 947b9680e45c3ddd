"""What an export would make, worked out off the window's thread: names, and the first page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor.exporting import Choice, Exporter
from editor.files.docx.document import styled
from editor.files.docx.styles import PART_OF, Look, PageSetup, fonts
from editor.files.export.names import facts, file_name, whole_name
from editor.files.export.story import Story, paragraphs

MOST_NAMES = 200
"""Names that are shown; of more, that there are more."""


@dataclass(frozen=True)
class Sketch:
    """What an export would make.

    `content`: each paragraph of the first article: look, what its style adds to each character
    in points, text. `folio`: as page one has it. `fonts`: names, with their other names.
    `template`: of a Word template, the style of each part by name (None: it has none), and all
    its `styles`.
    """

    choice: Choice
    names: tuple[str, ...]
    more: int
    page: PageSetup
    content: tuple[tuple[Look, float, str], ...]
    folio: str
    folio_look: Look
    fonts: Mapping[str, str]
    template: tuple[tuple[str, str | None], ...] = ()
    styles: tuple[str, ...] = ()


def sketch(choice: Choice, told: Sequence[Story], whole: str, *, fit: bool = True) -> Sketch:
    """What a choice makes of articles; `whole` is what one file of all is called.

    Without `fit` headlines are as the page has them, which takes no Chinese words to be loaded.
    Raises `FileError` where the choice cannot be used.
    """
    exporter = Exporter(choice)
    sheet = exporter.house.sheet
    taken: set[str] = set()
    if choice.together:
        names = [whole_name(whole, exporter.suffix, taken)]
    else:
        names = [
            file_name(exporter.pattern, facts(story), exporter.suffix, taken)
            for story in told[:MOST_NAMES]
        ]
    content = [
        (look, 0 if exporter.template else sheet.closer(look) / 20, text)
        for story in told[:1]
        for look, text in (_fitted(exporter, story) if fit else _as_printed(exporter, story))
    ]
    template: tuple[tuple[str, str | None], ...] = ()
    styles: tuple[str, ...] = ()
    if exporter.template is not None:
        from editor.files.docx.own_template import mapped

        found = mapped(Path(exporter.template), dict(choice.mapping))
        template, styles = found.of, found.styles
    folio = "" if exporter.template else sheet.folio
    for field in ("{page}", "{pages}"):
        folio = folio.replace(field, "1")
    return Sketch(
        choice,
        tuple(names),
        0 if choice.together else max(0, len(told) - len(names)),
        sheet.page,
        tuple(content),
        folio.replace("{title}", "").replace("{source}", ""),
        sheet.look["folio"],
        {} if exporter.template else {name: font.other for name, font in fonts(sheet).items()},
        template,
        styles,
    )


def _fitted(exporter: Exporter, story: Story) -> Iterator[tuple[Look, str]]:
    """The paragraphs with their looks, as they will be in the file."""
    sizes = dict(size for ladder in exporter.package.style_of.values() for size in ladder)
    for one in styled(story, exporter.package, exporter.include):
        look = exporter.house.sheet.look[PART_OF[one.content.role]]
        yield replace(look, size=sizes[one.style]), "\n".join(one.lines)


def _as_printed(exporter: Exporter, story: Story) -> Iterator[tuple[Look, str]]:
    """The paragraphs with the looks of their parts."""
    for one in paragraphs(story.article, exporter.include):
        yield exporter.house.sheet.look[PART_OF[one.role]], one.text
