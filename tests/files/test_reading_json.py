"""The object of a page has every printed character once, and tells doubts in words."""

from __future__ import annotations

import json
from collections import Counter

from editor.files.plain_text import article_text, reading_text
from editor.files.reading_json import reading_object
from editor.model.places import Span
from editor.model.reading import Article, Block, Dropped, Name, Reading
from editor.model.structure import Joint, Role
from editor.model.traced import Piece, TracedText
from editor.model.verdict import (
    Alternative,
    Doubt,
    FieldTarget,
    HeadingTarget,
    JointTarget,
    Reason,
    Verdict,
)
from tests.files.articles import BODY, article, reading

PAGE = "本报讯（记者王波） 春天来了。\n花开\n□ 林小满\n春到人间\n图为花。\n第3版\n散题"


def part(text: str) -> TracedText:
    at = PAGE.index(text)
    return TracedText((Piece(text, Span(at, at + len(text))),))


READING = Reading(
    (
        Article(
            9,
            (Block(Role.BODY, part("春天来了。")), Block(Role.CROSSHEAD, part("花开"))),
            headline=(part("春到人间"),),
            byline=(Name(part("王波"), reference=True), Name(part("林小满"))),
            dateline=part("本报讯（记者王波）"),
            captions=(Block(Role.CAPTION, part("图为花。")),),
        ),
    ),
    tray=(Block(Role.HEADLINE, part("散题")),),
    furniture=(Block(Role.FURNITURE, part("第3版")),),
    dropped=(Dropped(Span(PAGE.index("□"), PAGE.index("□") + 1), "frame"),),
    doubts=(
        Doubt(
            JointTarget(10),
            Span(10, 12),
            Verdict(
                Joint.PARAGRAPH,
                0.61234567,
                "width",
                (Reason("short", ("2",), 1.5),),
                (Alternative(Joint.GLUE, 0.38),),
            ),
        ),
        Doubt(HeadingTarget(Span(3, 5)), Span(3, 5), Verdict(9, 0.7, "assign")),
        Doubt(FieldTarget(9, Role.HEADLINE), Span(9, 12), Verdict(None, 0.9, "no-headline")),
    ),
)


def told() -> dict[str, object]:
    made = reading_object(
        READING, "p.txt", lambda reason, language: f"{language}:{reason.code}{reason.args}", "zh"
    )
    again: dict[str, object] = json.loads(json.dumps(made))
    return again


def test_every_printed_character_is_there_once() -> None:
    made = told()
    (found,) = made["articles"]  # type: ignore[misc]
    assert found["byline"] == ["王波", "林小满"]
    text = "".join(
        [
            *found["kicker"],
            *found["headline"],
            *found["subhead"],
            found["dateline"],
            "林小满",
            *found["paragraphs"],
            *made["furniture"],  # type: ignore[misc]
        ]
    )
    (dropped,) = made["dropped"]  # type: ignore[misc]
    text += PAGE[dropped["start"] : dropped["end"]]
    assert Counter(text) == Counter("".join(PAGE.split()))


def test_parts_are_where_they_belong() -> None:
    made = told()
    (found,) = made["articles"]  # type: ignore[misc]
    assert found["paragraphs"] == ["春天来了。", "花开"]
    assert found["roles"] == ["body", "crosshead"]
    assert found["captions"] == ["图为花。"]
    assert made["tray"] == ["散题"]
    assert made["furniture"] == ["第3版", "图为花。", "散题"]
    assert made["page"] == "p.txt"


def test_doubts_say_what_and_why() -> None:
    joint, heading, missing = told()["doubts"]  # type: ignore[misc]
    assert joint == {
        "start": 10,
        "end": 12,
        "kind": "joint",
        "value": "paragraph",
        "alternatives": [{"value": "glue", "confidence": 0.38}],
        "confidence": 0.6123,
        "rule": "width",
        "why": ["zh:short('2',)"],
    }
    assert (heading["kind"], heading["value"]) == ("heading", 9)
    assert (missing["kind"], missing["value"], missing["field"]) == ("missing", None, "headline")


def test_clean_text() -> None:
    first = article("题", dateline="本报讯", crosshead=("小题",), caption=("图为花。",))
    assert article_text(first).split("\n") == [
        "题",
        "林小满",
        "",
        f"\u3000\u3000本报讯\u3000{BODY[0]}",
        f"\u3000\u3000{BODY[1]}",
        "小题",
    ]
    assert "图为花。" not in article_text(first)
    both = reading_text(reading(first, article(byline=(), body=("Rain is due.",))))
    assert both.split("\n\n\n") == [article_text(first, captions=True), "Rain is due."]
    assert reading_text(READING).endswith("\n\n\n散题")
