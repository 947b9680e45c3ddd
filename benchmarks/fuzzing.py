"""Files made to do harm, at random: the readers answer with a documented error or with a value.

Projects, pages of text, Word templates and journals are changed byte by byte and part by part,
with the things that break readers put in: nesting, giant numbers, wrong types, places that lie
elsewhere, half characters, zeros, zips that unpack without end. An input that raises anything but
a `FileError`, takes more than five seconds, or comes back as another project is written down.

    python -m benchmarks.fuzzing --inputs 100000 [--seed 1] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from editor.files import recovery
from editor.files.docx import unpack
from editor.files.errors import FileError
from editor.files.journal_lines import framed
from editor.files.project import from_bytes, to_bytes
from editor.files.text import source_from_bytes

SECONDS = 5
MEGABYTES = 500
KEPT = Path(__file__).resolve().parent.parent / "tests" / "files" / "projects"
HOSTILE: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    10**17,
    -(10**17),
    0.5,
    1e300,
    "",
    "p1",
    "\0",
    "\u202e\u2066",
    "\ufeff",
    "\r\n",
    "一" * 2000,
    "../../x",
    "CON",
    [],
    {},
    [[]],
    [0, 1],
    [1, 0],
    [0, 10**9],
    [0, 0],
    {"": 0},
    {"galley": 9},
    "headline",
    "glue",
    "article",
)
BITS = (
    b"[" * 3000,
    b'{"a":' * 500,
    b"9" * 5000,
    b"1e999",
    b"-1e-999",
    b"NaN",
    b"Infinity",
    b"\\ud800",
    b"\\udfff\\ud800",
    b"\\u0000",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b'"a":1,"a":2,',
    b"\r",
    b"\n\n",
    b"\x0c",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"\x1b[31m",
    b"\x85",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"<w:p>" * 300,
    b"\xe4\xb8\x80" * 3000,
    b"\x84\x31\x95\x33",
)

Reader = Callable[[bytes], None]


class Late(BaseException):
    """It took too long."""


def bent(draw: random.Random, data: bytes) -> bytes:
    """Some bytes of it changed."""
    held = bytearray(data)
    for _ in range(draw.choice([1, 1, 2, 5])):
        at, end = sorted((draw.randrange(len(held) + 1), draw.randrange(len(held) + 1)))
        end = min(end, at + draw.choice([0, 1, 4, 64, 4096]))
        piece = bytes(held[at:end])
        new = draw.choice(
            [b"", draw.choice(BITS), piece * 2, piece[::-1], draw.randbytes(draw.randrange(9))]
        )
        held[at:end] = new
        if not held:
            break
    return bytes(held)


def bent_json(draw: random.Random, whole: Any) -> bytes:
    """Some of its parts changed, taken away, doubled or changed places."""
    whole = json.loads(json.dumps(whole))
    for _ in range(draw.choice([1, 1, 1, 2, 4])):
        places: list[tuple[Any, Any]] = []
        waiting = [whole]
        while waiting:
            one = waiting.pop()
            keys = list(one) if isinstance(one, dict) else range(len(one))
            for key in keys:
                places.append((one, key))
                if isinstance(one[key], dict | list):
                    waiting.append(one[key])
        if not places:
            break
        one, key = draw.choice(places)
        act = draw.randrange(6)
        if act <= 2:
            one[key] = json.loads(json.dumps(draw.choice(HOSTILE)))
        elif act == 3:
            del one[key]
        elif act == 4 and isinstance(one, list):
            one.insert(key, json.loads(json.dumps(one[key])))
        elif isinstance(one[key], int):
            one[key] += draw.choice([-1, 1, 1000])
        else:
            other, name = draw.choice(places)
            one[key] = json.loads(json.dumps(other[name])) if name in _keys(other) else None
    text = json.dumps(whole, ensure_ascii=draw.random() < 0.5)
    return text.encode("utf-8", "surrogatepass")


def _keys(one: Any) -> Any:
    return one if isinstance(one, dict) else range(len(one))


def read_project(data: bytes) -> None:
    """A project that is read is written and read the same."""
    project = from_bytes(data)
    again = from_bytes(to_bytes(project))
    if again != project:
        raise AssertionError("another project comes back")


def read_text(data: bytes) -> None:
    """A page that is read holds to what a source promises."""
    source = source_from_bytes(data, name="x")
    assert source.line_starts and source.sha256


def read_template(data: bytes) -> None:
    """A package, and the XML of its parts."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        for name, part in unpack.parts(Path(file.name)).items():
            if name.endswith((".xml", ".rels")):
                unpack.tree(part, name)


def read_journal(data: bytes) -> None:
    """The lines of a journal over its ground."""
    ground = from_bytes((KEPT / "version-2.galley").read_bytes())
    recovery.followed(ground, data.splitlines(keepends=True))


def sources() -> list[tuple[str, Reader, Callable[[random.Random], bytes]]]:
    """What is read, with what makes an input for it."""
    files = [path.read_bytes() for path in sorted(KEPT.glob("*.galley"))]
    wholes = [json.loads(data) for data in files]
    steps = [step for whole in wholes for step in whole["history"]["steps"]]
    page = "\n".join(wholes[-1]["pages"][0]["text"])
    pages = [page.encode(code) for code in ("utf-8", "gb18030", "utf-16", "utf-16-le")]
    package = _package()

    def project(draw: random.Random) -> bytes:
        if draw.random() < 0.7:
            return bent_json(draw, draw.choice(wholes))
        return bent(draw, draw.choice(files))

    def journal(draw: random.Random) -> bytes:
        lines = []
        for _ in range(draw.randrange(1, 5)):
            record: Any = {
                "drop": draw.choice([0, 0, 1, -1, 99]),
                "keep": draw.choice([0, 3, 5, 99]),
                "at": draw.choice([0, 1, 5, 6, -2]),
                "steps": [draw.choice(steps)] * draw.randrange(3),
            }
            try:
                record = json.loads(bent_json(draw, record)) if draw.random() < 0.6 else record
            except ValueError:
                record = []
            lines.append(framed(record))
        data = b"".join(lines)
        return bent(draw, data) if draw.random() < 0.3 else data

    def template(draw: random.Random) -> bytes:
        if draw.random() < 0.5:
            return bent(draw, package)
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
            for name in draw.sample(NAMES, draw.randrange(1, 5)):
                made.writestr(zipfile.ZipInfo(name), bent(draw, _XML) * draw.choice([1, 1, 900]))
        return held.getvalue()

    return [
        ("project", read_project, project),
        ("project", read_project, project),
        ("text", read_text, lambda draw: bent(draw, draw.choice(pages))),
        ("template", read_template, template),
        ("journal", read_journal, journal),
    ]


_XML = b'<?xml version="1.0"?><w:styles xmlns:w="urn:w"><w:style w:styleId="a"/></w:styles>'
NAMES = (
    "word/styles.xml",
    "word/document.xml",
    "[Content_Types].xml",
    "../../etc/x.xml",
    "/x.xml",
    "C:\\x.xml",
    "word/../x.xml",
    "a" * 300 + ".xml",
    "x\ny.xml",
    "CON",
    "word//x.xml",
)


def _package() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in NAMES[:3]:
            made.writestr(zipfile.ZipInfo(name), _XML)
    return held.getvalue()


def trouble(reader: Reader, data: bytes) -> str:
    """What is wrong with how an input is answered; empty where nothing is."""
    try:
        reader(data)
    except FileError as error:
        if not error.message("zh") or not error.message("en"):
            return "an error without words"
    except Late:
        return f"longer than {SECONDS} s"
    except Exception:
        return traceback.format_exc(limit=-3)
    return ""


def main() -> int:
    """As many inputs as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    draw, found, longest = random.Random(asked.seed), 0, 0.0

    def ring(_: int, __: FrameType | None) -> None:
        raise Late

    signal.signal(signal.SIGALRM, ring)
    made, seen = sources(), set()
    for _ in range(asked.inputs):
        name, reader, maker = draw.choice(made)
        data = maker(draw)
        begun = time.monotonic()
        signal.alarm(SECONDS)
        wrong = trouble(reader, data)
        signal.alarm(0)
        longest = max(longest, time.monotonic() - begun)
        if wrong and wrong not in seen:
            seen.add(wrong)
            found += 1
            print(f"{name}: {wrong}")
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                mark = hashlib.sha256(data).hexdigest()[:12]
                (asked.keep / f"{name}-{mark}").write_bytes(data)
    most = _megabytes()
    print(
        f"{asked.inputs} inputs: {found} found; the longest {longest:.2f} s; {most:.0f} MB at most"
    )
    return 1 if found or most > MEGABYTES else 0


def _megabytes() -> float:
    """The most memory that this process held.

    What `getrusage` tells on Linux is kept over `exec`: of a large process's child it is the
    parent's.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    sys.exit(main())
