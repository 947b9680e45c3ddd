"""What checks found as a SARIF 2.1.0 log (OASIS), which editors and build servers can show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from editor import __version__
from editor.model.project import Page
from editor.proofing.checks import CHECKS
from editor.proofing.reasons import name, why
from editor.proofing.suspect import Severity, Suspect

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_RULES = [check.name for check in CHECKS]


class Log:
    """Collects pages; `language`: of reasons, `zh` or `en`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._results: list[dict[str, Any]] = []
        self._artifacts: dict[str, int] = {}

    def add(self, path: str, page: Page, suspects: Iterable[Suspect]) -> None:
        """Take in what was found on a page of the file at `path`.

        A page of a project is named behind it; its places are those of its own text.
        """
        place = _address(path)
        if path.lower().endswith(".galley"):
            place += f"#{quote(page.key)}"
        index = self._artifacts.setdefault(place, len(self._artifacts))
        for suspect in suspects:
            self._results.append(self._result(place, index, page, suspect))

    def _result(self, place: str, index: int, page: Page, suspect: Suspect) -> dict[str, Any]:
        region = _region(page.source.text, suspect.span.start, suspect.span.end)
        artifact = {"uri": place, "index": index}
        found: dict[str, Any] = {
            "ruleId": suspect.rule,
            "ruleIndex": _RULES.index(suspect.rule),
            "level": _LEVELS[suspect.severity],
            "message": {"text": why(suspect, self._language)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        }
        printed = page.source.text[suspect.span.start : suspect.span.end]
        if suspect.fix is not None and printed == suspect.shown:
            replacement = {"deletedRegion": region, "insertedContent": {"text": suspect.fix}}
            change = {"artifactLocation": artifact, "replacements": [replacement]}
            found["fixes"] = [{"artifactChanges": [change]}]
        return found

    def whole(self) -> dict[str, Any]:
        """The log of all that was added."""
        driver = {
            "name": "Galley",
            "version": __version__,
            "rules": [
                {
                    "id": check.name,
                    "shortDescription": {"text": name(check.name, self._language)},
                    "defaultConfiguration": {
                        "enabled": check.on,
                        "level": _LEVELS[check.severity],
                    },
                }
                for check in CHECKS
            ],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "artifacts": [{"location": {"uri": place}} for place in self._artifacts],
            "results": self._results,
        }
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _address(path: str) -> str:
    """A path as a URI: whole where it is absolute, relative to where one stands where not."""
    found = Path(path)
    if found.is_absolute():
        return found.as_uri()
    return quote(found.as_posix(), safe="/", errors="surrogateescape")


def _region(text: str, start: int, end: int) -> dict[str, int]:
    """Lines and columns from 1, the end behind the last character; an empty place has no length."""
    return {
        "startLine": text.count("\n", 0, start) + 1,
        "startColumn": start - (text.rfind("\n", 0, start) + 1) + 1,
        "endLine": text.count("\n", 0, end) + 1,
        "endColumn": end - (text.rfind("\n", 0, end) + 1) + 1,
        "charOffset": start,
        "charLength": end - start,
    }
