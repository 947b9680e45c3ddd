"""Articles as marked-up or plain text, for web desks and whoever sets the text himself."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Sequence

from editor.files.docx.runs import fit_for_xml, is_chinese
from editor.files.export.story import Paragraph, Story, paragraphs
from editor.files.plain_text import article_text
from editor.model.structure import Role


def as_text(told: Sequence[Story], include: Collection[Role]) -> str:
    """A paragraph a line; two blank lines between articles."""
    parts = [article_text(story.article, captions=True, include=include) for story in told]
    return "\n\n\n".join(part for part in parts if part) + "\n"


# A number that begins a line, and what makes it an item of a list.
_ORDERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def _escaped(line: str) -> str:
    """A line that Markdown shows as it is."""
    line = re.sub(r"([\\`*_\[\]<>&#|~])", r"\\\1", line)
    line = _ORDERED.sub(r"\1\\\2", line)
    return re.sub(r"^([-+=])", r"\\\1", line)


def as_markdown(told: Sequence[Story], include: Collection[Role], title: str = "") -> str:
    """CommonMark. Lines of one headline are one heading; a title stands over many articles."""
    level = 2 if title else 1
    found = [f"# {_escaped(_flat(title))}"] if title else []
    for number, story in enumerate(told):
        if number:
            found.append("---")
        for paragraph in paragraphs(story.article, include):
            lines = [_escaped(line) for line in paragraph.lines]
            text = "\\\n".join(lines)
            match paragraph.role:
                case Role.HEADLINE:
                    found.append(f"{'#' * level} {' '.join(lines)}")
                case Role.CROSSHEAD:
                    found.append(f"{'#' * (level + 1)} {' '.join(lines)}")
                case Role.KICKER | Role.SUBHEAD:
                    found.append(f"**{' '.join(lines)}**")
                case Role.BYLINE | Role.CAPTION:
                    found.append(f"*{' '.join(lines)}*")
                case Role.NOTE:
                    found.append("> " + text.replace("\n", "\n> "))
                case _:
                    found.append(text)
    return "\n\n".join(found) + "\n"


_CLASS = {Role.KICKER: "kicker", Role.SUBHEAD: "subhead", Role.BYLINE: "byline"}


def as_html(told: Sequence[Story], include: Collection[Role], title: str = "") -> str:
    """An `article` each; kicker, headline, subhead and byline stand in its `header`."""
    level = 2 if title else 1
    whole = "".join(p.text for story in told for p in paragraphs(story.article, include))
    language = "zh-CN" if is_chinese(whole) else "en"
    name = title or (told[0].article.title if told else "")
    found = [
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_text(_flat(name))}</title>",
    ]
    if len(told) == 1 and (people := [n.text.text for n in told[0].article.byline]):
        found.append(f'<meta name="author" content="{_text("; ".join(people))}">')
    found += ["</head>", "<body>"]
    if title:
        found.append(f"<h1>{_text(_flat(title))}</h1>")
    for story in told:
        found += ["<article>", *_article(list(paragraphs(story.article, include)), level)]
        found.append("</article>")
    return "\n".join([*found, "</body>", "</html>", ""])


def _article(content: list[Paragraph], level: int) -> list[str]:
    heads = [p for p in content if p.role.assigned]
    found: list[str] = []
    if heads:
        found.append("<header>")
        for paragraph in heads:
            if paragraph.role is Role.HEADLINE:
                found.append(f"<h{level}>{_lines(paragraph)}</h{level}>")
            else:
                name = _CLASS[paragraph.role]
                found.append(f'<p class="{name}">{_lines(paragraph)}</p>')
        found.append("</header>")
    for paragraph in content:
        match paragraph.role:
            case Role.CROSSHEAD:
                found.append(f"<h{level + 1}>{_lines(paragraph)}</h{level + 1}>")
            case Role.NOTE:
                found.append(f"<aside><p>{_lines(paragraph)}</p></aside>")
            case Role.CAPTION:
                found.append(f"<figure><figcaption>{_lines(paragraph)}</figcaption></figure>")
            case Role.BODY:
                found.append(f"<p>{_lines(paragraph)}</p>")
            case _:
                pass
    return found


def _lines(paragraph: Paragraph) -> str:
    """The paragraph's lines; a dateline is marked as such."""
    text = paragraph.text
    if paragraph.dateline:
        cut = paragraph.dateline
        said = f'<span class="dateline">{_text(text[:cut])}</span>{_text(text[cut:])}'
    else:
        said = _text(text)
    return said.replace("\n", "<br>\n")


def _text(text: str) -> str:
    return html.escape(fit_for_xml(text))


def _flat(text: str) -> str:
    return " ".join(text.split())
