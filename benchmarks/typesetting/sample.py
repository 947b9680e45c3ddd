"""Sets the sample page: `python -m benchmarks.typesetting.sample` writes resources/sample/.

With `--show` it prints every article's lines with their widths instead.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

from benchmarks.typesetting.em import units, widths
from benchmarks.typesetting.page import Article, read_articles, set_article, set_page

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "resources" / "sample"


def articles() -> list[Article]:
    """The sample's articles."""
    return list(read_articles(tomllib.loads((HERE / "sample.toml").read_text("utf-8"))))


def page_and_gold() -> tuple[str, str]:
    """What page.txt and page.json hold."""
    text, gold = set_page(articles())
    return text, json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the sample page and its gold, or show how it was set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print lines and widths, write nothing")
    if parser.parse_args().show:
        for article in articles():
            printed = set_article(article)
            print(f"-- {len(printed.lines)} lines, {printed.full_ends} full ends")
            for number, line in enumerate(printed.lines, 1):
                low, high = widths(units(line))
                print(f"{number:4} {low:5.2f} {high:5.2f}  {line}")
        return
    SAMPLE.mkdir(parents=True, exist_ok=True)
    page, gold = page_and_gold()
    (SAMPLE / "page.txt").write_text(page, "utf-8", newline="\n")
    (SAMPLE / "page.json").write_text(gold, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
