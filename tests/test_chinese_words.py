"""Words are looked up where they stand: what jieba is told is what its own dictionary says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from editor.chinese_words import Frequencies, tokenizer


def test_every_word_and_beginning_has_the_frequency_that_jieba_gives_it() -> None:
    found = tokenizer()
    with found.get_dict_file() as file:
        words, total = found.gen_pfdict(file)
    assert found.total == total
    assert all(found.FREQ[word] == times for word, times in words.items())


def test_lines_that_are_out_of_order_are_found_and_others_are_not() -> None:
    found = Frequencies("中国 5 ns\nAB 3 n\n中国人 2 n\nA 7 n")
    assert (found["中国"], found["中国人"], found["中"], found["AB"], found["A"]) == (5, 2, 0, 3, 7)
    assert found.total == 17
    assert "中国" in found and "国" not in found and "" not in found and "中文" not in found
    assert found.get("国") is None and found.get("中文", 1) == 1


def test_loading_is_quiet_and_leaves_no_cache_anywhere(tmp_path: Path) -> None:
    """Jieba's own cache in the shared temporary folder would be unmarshalled: run, by whoever."""
    homes = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME")}
    words = "from editor.chinese_words import tokenizer; from editor.proofing import lexicon; "
    words += "tokenizer(); assert lexicon.known('已经')"
    done = subprocess.run(
        [sys.executable, "-B", "-c", words],
        env={**os.environ, **homes},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert not list(tmp_path.rglob("*"))
