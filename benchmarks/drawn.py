"""What is meant by characters that print hardly ever has: `resources/words/lookalikes-rare.txt`.

    python -m benchmarks.drawn FONT FONT > resources/words/lookalikes-rare.txt

Each character is drawn in both fonts (of the list that ships: Noto Serif CJK and Noto Sans CJK,
the simplified Chinese face of each collection), blurred, and compared as a picture of 24 by 24
dots: the mean correlation. Machines read such characters, which the Chinese standard GB 2312 has
not, where a common one stands: for each, the common ones that are drawn most like it are listed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from editor.proofing import bigrams
from editor.proofing.neighbours import after

FACE = 2
"""The simplified Chinese face of the collections."""
SIZE, DOTS, BLUR = 48, 24, 1.6
NEAREST, AT_LEAST = 5, 0.75
"""How many characters of print a rare one is listed with, and how alike they are at least."""
_CHARACTERS = [chr(code) for code in range(0x4E00, 0x9FA6)]


def pictures(path: str) -> NDArray[np.float32]:
    """Each character as a font draws it: a row of numbers of length 1 and sum 0."""
    font = ImageFont.truetype(path, SIZE, index=FACE)
    rows = []
    for char in _CHARACTERS:
        image = Image.new("L", (SIZE + 16, SIZE + 16), 0)
        ImageDraw.Draw(image).text((8, 2), char, font=font, fill=255)
        blurred = image.filter(ImageFilter.GaussianBlur(BLUR))
        row = np.asarray(blurred.resize((DOTS, DOTS), Image.Resampling.BOX), np.float32).ravel()
        row = row - row.mean()
        rows.append(row / np.linalg.norm(row))
    return np.stack(rows)


def _often(char: str) -> bool:
    """Whether print has a character: thrice in a month of a newspaper, or 6 times in a million."""
    place = bigrams.model().place(char)
    chance = bigrams.STEP * bigrams.model().chances[place] if place >= 0 else 99.0
    return after(char) >= 3 or chance < 12


def lines(drawn: Sequence[NDArray[np.float32]]) -> list[str]:
    """A character that print hardly ever has, and those that may be meant."""
    common = np.flatnonzero([_often(char) for char in _CHARACTERS])
    found = []
    for at, char in enumerate(_CHARACTERS):
        if char.encode("gb2312", "ignore"):
            continue
        alike = np.mean([rows[common] @ rows[at] for rows in drawn], axis=0)
        nearest = [n for n in np.argsort(-alike)[:NEAREST] if alike[n] >= AT_LEAST]
        if nearest:
            found.append(char + "".join(_CHARACTERS[common[n]] for n in nearest))
    return found


def main(argv: Sequence[str]) -> int:
    """Print the list."""
    print(
        "# Chinese characters that GB 2312 has not, with those that are drawn most like them."
        "\n# Made by benchmarks/drawn.py from how Noto Serif CJK and Noto Sans CJK draw them."
    )
    print("\n".join(lines([pictures(path) for path in argv])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
