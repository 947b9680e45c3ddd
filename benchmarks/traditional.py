"""Simplified characters with their Traditional forms: makes `resources/words/traditional.txt`.

    python -m benchmarks.traditional FOLDER > resources/words/traditional.txt

FOLDER is `opencc/dictionary` of the package opencc-python-reimplemented 0.1.7 (Apache License 2.0).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path


def _entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The lines of a dictionary, in the plane that print uses."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            char, forms = line.split("\t")
            found = [form for form in forms.split() if len(form) == 1 and form < "\U00010000"]
            if char < "\U00010000" and found:
                yield char, found


def lines(folder: Path) -> list[str]:
    """A simplified character, and behind it its forms, the commonest first; itself where it is."""
    forms = dict(_entries(folder / "STCharacters.txt"))
    plain = {char: found[0] for char, found in _entries(folder / "TSCharacters.txt")}
    for char, simplified in plain.items():
        held = forms.setdefault(simplified, [])
        if char != simplified and char not in held:
            held.append(char)
    made = []
    for simplified, held in sorted(forms.items()):
        kept = [form for form in held if form == simplified or plain.get(form) == simplified]
        if set(kept) - {simplified}:
            made.append(simplified + "".join(kept))
    return made


def main(argv: Sequence[str]) -> int:
    """Print the list."""
    print(
        "# Simplified characters with their Traditional forms, the commonest first: characters of\n"
        "# OpenCC (Apache License 2.0, beside this file), as opencc-python-reimplemented 0.1.7\n"
        "# has them. Made by benchmarks/traditional.py."
    )
    print("\n".join(lines(Path(argv[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
