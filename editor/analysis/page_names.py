"""What a page is called, by its furniture: paper, date, section, number.

Of a page that was read its furniture is asked first, of any the lines at its edges that have the
shape of furniture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import regex

from editor.analysis.english.furniture import furniture_shape as english_shape
from editor.analysis.english.furniture import is_paper, is_section
from editor.analysis.evidence.furniture import SECTION
from editor.analysis.evidence.furniture import furniture_shape as chinese_shape
from editor.analysis.jumps import label, marks
from editor.model.meta import Meta
from editor.model.reading import Reading
from editor.model.source import Source

EDGE = 12
"""Printed lines at the beginning and at the end of a page that may name it."""
_DIGIT = r"[0-9０-９〇○零一二三四五六七八九十]"
_DATE = regex.compile(
    rf"((?:19|20|二[〇○零]|一九){_DIGIT}{{2}})\s*[年./-]\s*({_DIGIT}{{1,3}})\s*[月./-]\s*({_DIGIT}{{1,3}})\s*日?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_DATE = regex.compile(
    r"\b(?:(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2}),?\s+|(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2,8})\.?,?\s+)(?P<year>(?:19|20)\d\d)\b"
)
_FOLIO = regex.compile(
    rf"第\s*(?P<n>[A-H]?{_DIGIT}{{1,3}})\s*[版頁页]|(?<![\w今共])(?P<n>[A-H]?{_DIGIT}{{1,3}})\s*[版頁页](?!\w)"
    r"|\b(?i:page|p\.)\s*(?P<n>[A-H]?-?\d{1,3})\b"
)
_BARE = regex.compile(
    r"(?<![\w.:：,，年月日-])(?P<n>[A-H]-?\d{1,3}|\d{1,3})(?![\w.:：,，年月日%-])"
)
_NAMED = regex.compile(rf"第?\s*[A-H]?{_DIGIT}{{1,3}}\s*[版頁页]\s*[:：]\s*[\u3400-\u9fff]{{2,8}}")
_SHAPES = ("folio", "date", "section", "paper", "running", "issue")
_CHINESE_PAPER = regex.compile(
    r"[\u3400-\u9fff]{1,8}[报報](?!道|讯|訊|社|记|記)|[\u3400-\u9fff]{2,8}(?:周刊|导刊)"
)
_SPLIT = regex.compile(r"[\s|•·*—–/]+")


def name_of(source: Source, reading: Reading | None = None) -> Meta:
    """What is printed of a page's name; dates as `2024-03-05`, numbers as `4` or `A4`."""
    edges = of_lines(_edges(source.text))
    if reading is None:
        return edges
    furniture = (line for block in reading.furniture for line in block.text.text.split("\n"))
    return of_lines(furniture).over(edges)


def of_lines(lines: Iterable[str]) -> Meta:
    """What furniture lines say, the surest first; what stands in most lines where they differ."""
    papers: Counter[str] = Counter()
    dates: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for line in lines:
        text = line.strip()
        shape = chinese_shape(text) or english_shape(text)
        if _NAMED.fullmatch(text):
            shape, text = "section", text.replace("：", " ").replace(":", " ")
        if shape not in _SHAPES or next(marks(text), None) is not None:
            continue
        date, rest = _date(text)
        if date:
            dates[date] += 1
        number, sure, rest = _number(rest)
        if number and shape != "issue":
            numbers[number] += 3 if sure else 1
        for part in _SPLIT.split(rest) if _CHINESE_PAPER.search(rest) else ():
            paper = _CHINESE_PAPER.fullmatch(part)
            if paper:
                papers[paper.group()] += 1
        if not papers and regex.search(r"[A-Za-z]{3}", rest):
            for part in regex.split(r"\s*[|•·*—–/,]\s*|\s{2,}", rest):
                if is_paper(part):
                    papers[part.strip()] += 1
                elif is_section(part):
                    sections[part.strip()] += 1
        section = next((p for p in _SPLIT.split(rest) if p and SECTION.fullmatch(p)), "")
        if section:
            sections[section] += 1
    return Meta(*(_most(found) for found in (papers, dates, sections, numbers)))


def _most(found: Counter[str]) -> str:
    return max(found, key=lambda name: found[name]) if found else ""


def _edges(text: str) -> Iterator[str]:
    lines = [line for line in text[:4000].split("\n") if line.strip()][:EDGE]
    tail = [line for line in text[-4000:].split("\n") if line.strip()][-EDGE:]
    yield from lines
    if len(text) > 4000:
        yield from tail


def _date(text: str) -> tuple[str, str]:
    """The date of a line, and the line without it."""
    found = _DATE.search(text)
    if found:
        year = "".join(label(mark) for mark in found[1])
        month, day = label(found[2]), label(found[3])
        parts = (year, month, day)
    else:
        found = _ENGLISH_DATE.search(text)
        if not found or found["month"][:3].lower() not in _MONTHS:
            return "", text
        month = str(_MONTHS.index(found["month"][:3].lower()) + 1)
        parts = (found["year"], month, found["day"])
    if not all(part.isdigit() for part in parts) or not _exists(*map(int, parts)):
        return "", text
    rest = text[: found.start()] + "  " + text[found.end() :]
    return "-".join((parts[0], parts[1].zfill(2), parts[2].zfill(2))), rest


def _exists(year: int, month: int, day: int) -> bool:
    from datetime import date

    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _number(text: str) -> tuple[str, bool, str]:
    """The page's number of a line, whether it says so, and the line without it."""
    for pattern, sure in ((_FOLIO, True), (_BARE, False)):
        found = pattern.search(text)
        if found:
            rest = text[: found.start()] + "  " + text[found.end() :]
            return label(found["n"]), sure, rest
    return "", False, text
