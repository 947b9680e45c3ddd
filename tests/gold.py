"""Pages with gold readings: the sample always, others from the folder that GALLEY_CORPUS names.

A page is NAME.txt with NAME.json beside it. The corpus has the folder `seed` (one page) and
`dev` (many, in a folder a style); tests that take long keep to the sample and the seed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy import pages_of
from editor.resources import sample_page


@dataclass(frozen=True)
class GoldPage:
    """A page's file and what a perfect reading of it is."""

    path: Path

    @property
    def raw(self) -> str:
        """The page's text."""
        return self.path.read_text("utf-8")

    @property
    def gold(self) -> dict[str, Any]:
        """Articles and furniture, as the page was read by hand."""
        return json.loads(self.path.with_suffix(".json").read_text("utf-8"))


def sample() -> GoldPage:
    """The sample page."""
    return GoldPage(sample_page())


def sound_sample() -> str:
    """The text of the sample page without the misprints that it has for whoever tries F7."""
    text = sample_page().read_text("utf-8")
    for misprint, meant in (("己经", "已经"), ("，，", "，"), ("了了", "了")):
        assert text.count(misprint) == 1
        text = text.replace(misprint, meant)
    return text


def corpus_pages(folder: str) -> list[GoldPage]:
    """The pages in a folder of GALLEY_CORPUS, sorted by path; none where it is not set."""
    root = os.environ.get("GALLEY_CORPUS")
    if not root:
        return []
    return [GoldPage(path) for path in pages_of(Path(root, folder))]
