"""Takes the pictures of Word files: `python docs/pictures/word.py [--keep FOLDER]`.

The sample page's first article goes out in each of the styles that ship, LibreOffice makes a PDF
of it, pdftoppm a picture of its first page. Prints the fonts that stood in for those that a style
names and this system does not have.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from editor.analysis import read  # noqa: E402
from editor.exporting import Choice, Exporter  # noqa: E402
from editor.files.docx.styles import fonts  # noqa: E402
from editor.files.house import SHIPPED, shipped  # noqa: E402
from editor.files.text import read_page  # noqa: E402
from editor.model.decisions import Decisions  # noqa: E402
from editor.model.project import Page, Style  # noqa: E402
from editor.resources import sample_page  # noqa: E402

DPI = "80"


def take(house: str, number: int, folder: Path) -> None:
    """The picture of one style, of the article of this number."""
    source = read_page(sample_page())
    exporter = Exporter(Choice(house))
    told = exporter.stories(Page("p1", source), read(source, Decisions(), Style()), Style())
    made = folder / f"word-{house}.docx"
    made.write_bytes(exporter.target.file([told[number]]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*asked, str(made)], check=True, capture_output=True)
    pdf = made.with_suffix(".pdf")
    picture = ["pdftoppm", "-r", DPI, "-png", "-singlefile", "-f", "1", str(pdf)]
    subprocess.run([*picture, str(HERE / made.stem)], check=True)
    used = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    found = sorted(
        {line.split()[0].partition("+")[2] for line in used.stdout.split("\n")[2:] if line}
    )
    named = ", ".join(fonts(shipped(house).sheet))
    sys.stdout.write(f"{house}: names {named}; set with {', '.join(found)}\n")


def main() -> None:
    """Take all pictures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", help="a folder that keeps the Word and PDF files")
    keep = options.parse_args().keep
    with tempfile.TemporaryDirectory() as folder:
        place = Path(keep or folder).resolve()
        place.mkdir(exist_ok=True)
        for house in SHIPPED:
            take(house, 2 if house == "official" else 0, place)


if __name__ == "__main__":
    main()
