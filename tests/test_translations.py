"""Every word that people read is translated, and the translations are those of the source."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("PySide6")
ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "resources" / "translations"
TS = HERE / "galley_zh_CN.ts"


def script() -> ModuleType:
    """The script that brings translations up to date."""
    spec = importlib.util.spec_from_file_location("update", HERE / "update.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def messages(ts: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    }


def test_the_words_of_the_source_are_the_words_that_are_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    script().collect(fresh)
    wanted, there = messages(fresh), messages(TS)
    assert len(wanted) > 300
    assert wanted - there == set(), "run resources/translations/update.py, then translate"
    assert there - wanted == set(), "run resources/translations/update.py"


def test_nothing_waits_for_its_translation() -> None:
    assert script().unfinished(TS) == []


def test_a_translation_has_the_places_of_its_source() -> None:
    for message in ET.parse(TS).getroot().iter("message"):
        source, told = message.findtext("source") or "", message.findtext("translation") or ""
        places = [sorted(re.findall(r"{\w*}|%\d", text)) for text in (source, told)]
        assert places[0] == places[1], source
        assert source.endswith("…") == told.endswith("…"), source
