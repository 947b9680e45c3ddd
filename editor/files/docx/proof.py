"""A proof copy: corrections as tracked changes, open questions as comments at their place.

Who accepts all changes in Word has the clean text, who rejects all has the same paragraphs as
they were printed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from editor.files.docx import zipped
from editor.files.docx.document import (
    DATE,
    add_run,
    core,
    open_paragraph,
    packed,
    run_style,
    serialised,
    styled,
    w,
)
from editor.files.docx.fixed import W
from editor.files.docx.merged import DELETED, END, KEPT, Item, merged
from editor.files.docx.runs import Run, fit_for_xml, is_chinese, runs
from editor.files.docx.template import Package
from editor.files.export.story import Remark, Story
from editor.model.decisions import Mark
from editor.model.structure import Role

AUTHOR, INITIALS = "Galley", "G"
"""Who asks what the analysis asks."""

_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)


def proof_bytes(
    told: Sequence[Story], package: Package, include: Collection[Role], title: str = ""
) -> bytes:
    """The whole .docx of a proof copy, of one article or of several."""
    root = etree.Element(w("document"), nsmap={"w": W})
    writer = _Writer(etree.SubElement(root, w("body")), package)
    for number, story in enumerate(told):
        about = writer.story(story, include)
        if number < len(told) - 1:
            section = etree.fromstring(package.section)
            mark = about.find(w("rPr"))
            at = len(about) if mark is None else list(about).index(mark) + 1
            about.insert(at, section)
    writer.body.append(etree.fromstring(package.section))
    if len(writer.comments):
        package = _with_comments(package, serialised(writer.comments))
    return packed(package, serialised(root), core(told, title))


class _Writer:
    """The body of a proof copy as it grows. Changes and comments are numbered through."""

    def __init__(self, body: Any, package: Package) -> None:
        self.body, self._package = body, package
        self.comments = etree.Element(w("comments"), nsmap={"w": W})
        self._changes = 0

    def story(self, story: Story, include: Collection[Role]) -> Any:
        """Write an article; gives the properties of its last paragraph."""
        style_of = {one.content.role: one.style for one in styled(story, self._package, include)}
        items = merged(story, include)
        chinese = is_chinese("".join(item.text for item in items))
        starts, ends = self._places(items, story.remarks)
        at, about = 0, None
        for content in _paragraphs(items):
            role = content[-1].role
            style = style_of.get(role) or self._package.style_of[role][0][0]
            about = open_paragraph(self.body, style)
            self._end(about, content[-1])
            self._content(about.getparent(), content[:-1], at, starts, ends, chinese, style)
            at += len(content)
        if about is None:
            about = open_paragraph(self.body, self._package.style_of[Role.BODY][0][0])
        return about

    # -- changes ---------------------------------------------------------------------------

    def _change(self, parent: Any, state: str, mark: Mark) -> Any:
        made = etree.SubElement(parent, w(state))
        self._changes += 1
        made.set(w("id"), str(self._changes))
        made.set(w("author"), fit_for_xml(mark.who) or AUTHOR)
        found = _WHEN.match(mark.when)
        made.set(w("date"), f"{found[0]}Z" if found else DATE)
        return made

    def _end(self, about: Any, end: Item) -> None:
        if end.state != KEPT:
            self._change(etree.SubElement(about, w("rPr")), end.state, end.mark)

    def _content(
        self,
        paragraph: Any,
        items: Sequence[Item],
        at: int,
        starts: dict[int, list[int]],
        ends: dict[int, list[int]],
        chinese: bool,
        style: str,
    ) -> None:
        text = "".join(fit_for_xml(item.text) for item in items)
        flags = [run for run in runs(text, chinese) for _ in run.text]
        marks = self._package.marks.get(style)

        def alike(index: int) -> tuple[object, ...]:
            item, flag = items[index], flags[index]
            cut = sum(place <= at + index for place in starts) + sum(
                place < at + index for place in ends
            )
            return item.state, item.mark, flag.chinese, flag.stray, item.dateline, cut

        for number in range(len(items)):
            if number == 0 or alike(number) != alike(number - 1):
                stretch = number
                while stretch < len(items) and alike(stretch) == alike(number):
                    stretch += 1
                for comment in starts.get(at + number, ()):
                    self._anchor(paragraph, "commentRangeStart", comment)
                item, flag = items[number], flags[number]
                run = Run(text[number:stretch], flag.chinese, flag.stray)
                parent = paragraph
                if item.state != KEPT:
                    parent = self._change(paragraph, item.state, item.mark)
                tag = w("delText") if item.state == DELETED else w("t")
                add_run(parent, run, run_style(run, marks, item.dateline, self._package), tag)
                for comment in ends.get(at + stretch - 1, ()):
                    self._anchor(paragraph, "commentRangeEnd", comment)
                    reference = etree.SubElement(etree.SubElement(paragraph, w("r")), _REFERENCE)
                    reference.set(w("id"), str(comment))

    # -- comments --------------------------------------------------------------------------

    def _places(
        self, items: Sequence[Item], remarks: Sequence[Remark]
    ) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """Write the comments; gives before and behind which items each begins and ends."""
        starts: dict[int, list[int]] = {}
        ends: dict[int, list[int]] = {}
        for remark in remarks:
            low, high = remark.span.start, max(remark.span.end, remark.span.start + 1)
            inside = [n for n, item in enumerate(items) if low <= item.raw_at < high]
            # Where all changes are accepted nothing deleted is left: a comment is on what stays.
            inside = [n for n in inside if items[n].state != DELETED] or inside
            inside = inside or _nearest(items, low)
            if not inside:
                continue
            first = inside[0]
            end = next((n for n in range(first, len(items)) if items[n].text == END), len(items))
            last = max(n for n in inside if n < end)
            number = len(self.comments)
            starts.setdefault(first, []).append(number)
            ends.setdefault(last, []).append(number)
            comment = etree.SubElement(self.comments, w("comment"))
            comment.set(w("id"), str(number))
            comment.set(w("author"), AUTHOR)
            comment.set(w("date"), DATE)
            comment.set(w("initials"), INITIALS)
            about = etree.SubElement(comment, w("p"))
            for run in runs(fit_for_xml(remark.text)):
                add_run(about, run, None)
        return starts, ends

    def _anchor(self, paragraph: Any, name: str, comment: int) -> None:
        etree.SubElement(paragraph, w(name)).set(w("id"), str(comment))


def _nearest(items: Sequence[Item], raw_at: int) -> list[int]:
    """The printed character nearest to a place that is not set: before it, else behind it."""
    printed = [n for n, item in enumerate(items) if item.raw_at >= 0 and item.text != END]
    before = [n for n in printed if items[n].raw_at < raw_at]
    if before:
        return [max(before, key=lambda n: items[n].raw_at)]
    return [min(printed, key=lambda n: items[n].raw_at)] if printed else []


_REFERENCE = w("commentReference")


def _paragraphs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items of each paragraph, with its end."""
    held: list[Item] = []
    for item in items:
        held.append(item)
        if item.text == END:
            yield held
            held = []


_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_COMMENTS = "word/comments.xml"


def _with_comments(package: Package, comments: bytes) -> Package:
    """The package with a part for comments, told of where a program looks for it."""
    parts = []
    for name, entry in package.parts:
        if entry is not None and name == _TYPES:
            entry = _inserted(
                entry,
                '<Override PartName="/word/comments.xml" ContentType="application/vnd.'
                'openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
            )
        elif entry is not None and name == _RELATIONS:
            entry = _inserted(
                entry,
                '<Relationship Id="rIdGalleyComments" Type="http://schemas.openxmlformats.org/'
                'officeDocument/2006/relationships/comments" Target="comments.xml"/>'
                "</Relationships>",
            )
        parts.append((name, entry))
    parts.append((_COMMENTS, zipped.entry(_COMMENTS, comments)))
    return replace(package, parts=tuple(parts))


def _inserted(entry: zipped.Entry, put: str) -> zipped.Entry:
    """A part of the package with `put` in place of its closing tag."""
    data = zlib.decompress(entry.packed, -15).rstrip()
    return zipped.entry(entry.name, data[: data.rindex(b"</")] + put.encode())
