"""What was written into a folder before: so that a file changed since is not overwritten.

One small file a folder, among the user's own states; nothing appears beside the editor's
files. Where the record is lost or broken, every file that is there counts as somebody's own.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from editor.files import safe
from editor.files.export.names import folded


def digest(data: bytes) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@dataclass
class Record:
    """Names (as `folded`) of the files of one folder: their digests, names and articles' keys."""

    path: Path
    folder: str
    files: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def knows(self, name: str, found: str) -> bool:
        """Whether the file of this name is as it was written, by its digest."""
        return self.files.get(folded(name), ("", "", ""))[0] == found

    def put(self, name: str, data_digest: str, article: str) -> None:
        """Remember what is written."""
        self.files[folded(name)] = (data_digest, name, article)

    def drop(self, name: str) -> None:
        """Forget a file that is gone."""
        self.files.pop(folded(name), None)

    def save(self) -> None:
        """Keep it. Raises `OSError`."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        told = dict(sorted(self.files.items()))
        data = json.dumps({"folder": self.folder, "files": told}, ensure_ascii=False, indent=0)
        safe.write(self.path, data.encode("utf-8", "surrogateescape"))


def record_of(folder: Path) -> Record:
    """The record of a folder."""
    import platformdirs

    place = os.path.realpath(folder)
    name = hashlib.sha256(os.fsencode(place)).hexdigest()[:32]
    states = Path(platformdirs.user_state_dir("galley", appauthor=False))
    record = Record(states / "exports" / f"{name}.json", place)
    try:
        held = json.loads(record.path.read_bytes())
        entries = {str(k): tuple(map(str, v)) for k, v in held["files"].items()}
        if all(len(entry) == 3 for entry in entries.values()):
            record.files = entries  # type: ignore[assignment]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        record.files = {}
    return record
