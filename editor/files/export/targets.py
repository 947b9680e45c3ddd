"""Kinds of file that articles go out as, all by one interface: articles in, bytes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from editor.files.export.story import Story
from editor.model.structure import Role

if TYPE_CHECKING:
    from editor.files.docx.template import Package

KINDS = ("docx", "proof", "txt", "md", "html")
"""Kinds by their codes; `proof` is a .docx with corrections tracked and doubts as comments."""


class Target(Protocol):
    """One kind of file. The same articles always give the same bytes."""

    @property
    def suffix(self) -> str:
        """With its dot."""
        ...

    def file(self, told: Sequence[Story], title: str = "") -> bytes:
        """One article, or several in one file that has a `title`."""
        ...


@dataclass(frozen=True)
class Word:
    """Word files in a package's styles. `proof`: corrections tracked, remarks as comments."""

    package: Package
    include: frozenset[Role]
    proof: bool = False
    suffix: str = ".docx"

    def file(self, told: Sequence[Story], title: str = "") -> bytes:
        """A .docx."""
        if self.proof:
            from editor.files.docx.proof import proof_bytes

            return proof_bytes(told, self.package, self.include, title)
        from editor.files.docx.document import docx_bytes

        return docx_bytes(told, self.package, self.include, title)


@dataclass(frozen=True)
class Text:
    """Plain text: a paragraph a line, Chinese ones indented."""

    include: frozenset[Role]
    suffix: str = ".txt"

    def file(self, told: Sequence[Story], title: str = "") -> bytes:
        """UTF-8, a line end behind each line."""
        from editor.files.export.marked import as_text

        return as_text(told, self.include).encode()


@dataclass(frozen=True)
class Markdown:
    """CommonMark: the headline is a heading, crossheads are headings under it."""

    include: frozenset[Role]
    suffix: str = ".md"

    def file(self, told: Sequence[Story], title: str = "") -> bytes:
        """UTF-8."""
        from editor.files.export.marked import as_markdown

        return as_markdown(told, self.include, title).encode()


@dataclass(frozen=True)
class Html:
    """HTML with elements for what things are, and no look of its own."""

    include: frozenset[Role]
    suffix: str = ".html"

    def file(self, told: Sequence[Story], title: str = "") -> bytes:
        """UTF-8."""
        from editor.files.export.marked import as_html

        return as_html(told, self.include, title).encode()


def target(kind: str, package: Package | None, include: Collection[Role]) -> Target:
    """The target of a code of `KINDS`; Word needs the `package`."""
    wanted = frozenset(include)
    if kind in ("docx", "proof"):
        assert package is not None, "Word files need a package"
        return Word(package, wanted, proof=kind == "proof")
    if kind == "txt":
        return Text(wanted)
    return Markdown(wanted) if kind == "md" else Html(wanted)
