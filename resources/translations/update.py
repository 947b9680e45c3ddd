"""Brings the translations up to date with the source: `python resources/translations/update.py`.

New words are added to each `.ts` as unfinished, words that are gone are taken out, and what is
translated is compiled to `.qm`. Translate what it lists (in Qt Linguist, or in the file), then run
it once more. Needs the tools that come with PySide6. `galley_en.ts` is written by hand: the few
words of Qt that Galley calls otherwise.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENGLISH = "galley_en.ts"


def tool(name: str) -> str:
    """The path of one of PySide6's tools; they stand beside Python or in PySide6 itself."""
    import PySide6

    places = (Path(sys.executable).parent / f"pyside6-{name}", Path(PySide6.__file__).parent / name)
    for place in places:
        for path in (place, place.with_suffix(".exe")):
            if path.is_file():
                return str(path)
    raise FileNotFoundError(name)


def collect(ts: Path) -> None:
    """Bring a `.ts` up to date with the source, or make it."""
    command = [tool("lupdate"), "-silent", "-extensions", "py", str(ROOT / "editor")]
    wanted = ["-locations", "none", "-no-obsolete", "-target-language", "zh_CN"]
    subprocess.run([*command, *wanted, "-ts", str(ts)], check=True, capture_output=True)


def unfinished(ts: Path) -> list[tuple[str, str]]:
    """Context and source of every word that waits for its translation."""
    return [
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
        if (told := message.find("translation")) is None
        or told.get("type") is not None
        or not (told.text or "").strip()
    ]


def main() -> int:
    """All languages; 1 where something is left to translate."""
    left = 0
    for ts in sorted(HERE.glob("*.ts")):
        if ts.name != ENGLISH:
            collect(ts)
        subprocess.run(
            [tool("lrelease"), "-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))], check=True
        )
        for context, source in unfinished(ts):
            print(f"{ts.name}: {context}: {source}")
            left += 1
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
