"""The sample page: made by its typesetter, and accounted for to the character."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest

from benchmarks.scoring import score
from benchmarks.typesetting.em import CLOSING, OPENING, Measure, Policy, units, widths
from benchmarks.typesetting.page import set_article
from benchmarks.typesetting.paragraph import joined, set_paragraph
from benchmarks.typesetting.sample import SAMPLE, articles, page_and_gold
from tests.gold import GoldPage, sample


def test_the_files_are_what_the_typesetter_sets() -> None:
    page, gold = page_and_gold()
    assert (SAMPLE / "page.txt").read_text("utf-8") == page
    assert (SAMPLE / "page.json").read_text("utf-8") == gold


def test_gold_against_itself_is_perfect(gold_page: GoldPage) -> None:
    figures = score(gold_page.raw, gold_page.gold, gold_page.gold).figures()
    assert figures["perfect"] == 1
    assert (figures["lost"], figures["invented"], figures["fixes"]) == (0, 0, 0)


def test_the_page_has_what_the_product_was_made_for() -> None:
    """Each phenomenon that the reading must master is there, or the sample proves nothing."""
    page = sample()
    gold = page.gold["articles"]
    set_articles = [set_article(article) for article in articles()]
    lines = page.raw.split("\n")
    printed = [line.strip() for line in lines if line.strip()]
    assert 200 <= len(printed) <= 320
    assert sum(not article["headline"] for article in gold) == 1
    assert sum("记者" in article["dateline"] for article in gold) == 1
    assert sum(len(article["headline"]) == 2 for article in gold) >= 5
    assert sum(len(article.columns) > 1 for article in articles()) >= 2
    assert len({article.columns[-1].em for article in articles()}) >= 3
    assert sum(article.full_ends for article in set_articles) >= 3
    glued = [a["byline"][0] for a in gold if any(x.endswith(" " + a["byline"][0]) for x in printed)]
    assert len(glued) >= 6
    assert any(len(name) == 2 for name in glued) and any(len(name) == 3 for name in glued)
    assert any(a and b for a, b in pairwise(lines)), "no blank line is missing"
    starts = Counter(p[:2] for article in gold for p in article["paragraphs"])
    assert starts["以茶"] >= 3, "paragraphs that open alike"


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("em", [9, 11, 17, 20.5])
def test_no_line_breaks_a_rule_of_the_house(policy: Policy, em: float) -> None:
    for article in articles():
        for text in article.paragraphs:
            lines = set_paragraph(text, lambda n: em, policy)
            assert "".join(joined(lines).split()) == "".join(text.split())
            for number, line in enumerate(lines):
                assert line[0] not in CLOSING and line[-1] not in OPENING
                low, high = widths(units(line))
                assert low <= em - (0 if number else 2) + (policy is Policy.HANG)
                if policy is Policy.PUSH:
                    assert high <= em - (0 if number else 2) + 0.5


def test_a_line_is_as_full_as_the_rules_allow() -> None:
    """No line but the last could have taken the next line's first unit and kept the rules."""
    text = articles()[0].paragraphs[1]
    lines = set_paragraph(text, lambda n: 20, Policy.PUSH)
    for line, follower in pairwise(lines[1:]):
        taken = units(line) + units(follower)[:1]
        closes = len(units(follower)) > 1 and units(follower)[1] in CLOSING
        assert widths(taken)[1] > 20 or taken[-1] in OPENING or closes


def test_measures_follow_one_another() -> None:
    article = articles()[0]
    narrow = type(article)(article.paragraphs, (Measure(9, 4), Measure(20)), dateline="清渚日报讯")
    lines = set_article(narrow).lines
    assert max(len(line) for line in lines[:4]) <= 11 < min(len(line) for line in lines[5:8])


def test_gold_is_json_of_the_schema() -> None:
    gold = json.loads(page_and_gold()[1])
    assert set(gold) == {"articles", "furniture"}
    fields = {"kicker", "headline", "subhead", "byline", "dateline", "paragraphs"}
    assert all(set(article) == fields for article in gold["articles"])
