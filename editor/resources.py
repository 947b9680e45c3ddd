"""Where the files that ship with Galley stand: beside the package or inside it.

In a checkout they are in `resources/` next to `editor/`; a wheel carries the same folder as
`editor/_resources`. Nothing else in the program knows the difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The resources folder; `FileNotFoundError`, naming both places, if there is none."""
    places = (PACKAGE / "_resources", PACKAGE.parent / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(
        "Galley's resources are missing: neither of these is a folder: "
        + ", ".join(str(place) for place in places)
    )


def resource(name: str) -> Path:
    """The path of a resource by its name with `/`, as `sample/page.txt`.

    `FileNotFoundError` with the full path if it is not there.
    """
    path = folder().joinpath(*name.split("/"))
    if not path.exists():
        raise FileNotFoundError(f"Galley's resource {name} is missing: {path}")
    return path


def sample_page() -> Path:
    """The page that opens where no other is given."""
    return resource("sample/page.txt")
