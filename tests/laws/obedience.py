"""Whether a reading does what was decided: every joint, role and heading that stands."""

from __future__ import annotations

from editor.model.decisions import Decisions
from editor.model.places import Span
from editor.model.reading import Article, Reading
from editor.model.source import Source
from editor.model.structure import Joint, Role
from editor.model.traced import TracedText


def disobeyed(source: Source, decisions: Decisions, reading: Reading) -> list[str]:
    """What stands in the decisions and not in the reading, in words."""
    found: list[str] = []
    owner = _owners(source, reading)
    for joint in decisions.joints:
        at, value = joint.raw_at, joint.joint
        verdict = reading.joint_at.get(at)
        before = source.last_ink(at)
        if before is None:
            continue
        if verdict is None or verdict.value is not value or not verdict.decided:
            found.append(f"joint at {at}: {value} was decided, not {verdict}")
        if decisions.moves or at not in owner or before not in owner:
            continue
        if any(p.span.start <= before and at < p.span.end for p in decisions.patches):
            continue  # a joint that a patch covers sleeps until it goes
        edge = decisions.role_at(before)
        if edge and _asleep(decisions, before, edge.span):
            continue
        if _taken(decisions, reading, before) and _told(decisions, owner, owner[at][1]):
            continue  # a patch took the text before into one that this text was told not to be
        same = owner[at][1] == owner[before][1]
        aside = owner[before][0] in ("furniture", "caption") and "\n" in source.text[before:at]
        if aside and owner[at][0] in ("body", "dateline"):
            continue  # running text goes on behind what interrupts it
        if value in (Joint.GLUE, Joint.SPACE, Joint.DEHYPHEN) and not same:
            found.append(f"{value} at {at}, yet {owner[before]} and {owner[at]} are two blocks")
        if value in (Joint.PARAGRAPH, Joint.ARTICLE) and same:
            found.append(f"{value} at {at}, yet both are in {owner[at]}")
        if value is Joint.ARTICLE:
            article = reading.article_of(at)
            if article is None or article.spans[0].start != at:
                found.append(f"no article starts at {at}")
    for role in decisions.roles:
        for at in range(*role.span):
            if source.is_blank(at):
                continue
            held = reading.role_at(at)
            if held is None or held[1].value is not role.role:
                found.append(f"role at {at}: {role.role} was decided, not {held}")
            elif _asleep(decisions, at, role.span):
                continue
            elif at in owner and owner[at][0] not in _HOMES[role.role]:
                found.append(f"{role.role} at {at} stands as {owner[at]}")
    for heading in decisions.headings:
        for at in range(*heading.span):
            if source.is_blank(at) or at not in owner or _asleep(decisions, at, heading.span):
                continue
            home = reading.article_of(heading.article) if heading.article is not None else None
            if heading.article is None and owner[at][2] is not None:
                found.append(f"heading at {at} was sent to the tray and stands in {owner[at]}")
            if home is not None and owner[at][2] != home.at:
                found.append(f"heading at {at} belongs to {home.at}, stands in {owner[at]}")
    return found


def _asleep(decisions: Decisions, at: int, span: Span) -> bool:
    """Whether a patch that goes over the span's edge covers the character: it is one text there."""
    return any(
        at in p.span and not span.start <= p.span.start <= p.span.end <= span.end
        for p in decisions.patches
    )


def _taken(decisions: Decisions, reading: Reading, at: int) -> bool:
    """Whether a patch that covers the character began before the character's own block did."""
    starts = [raw_at for raw_at, v in reading.joints if isinstance(v.value, Joint)
              and (v.value.breaks or v.value is Joint.LINE) and raw_at <= at]  # fmt: skip
    return any(at in p.span and starts and p.span.start < starts[-1] for p in decisions.patches)


def _told(decisions: Decisions, owner: dict[int, tuple[str, int, int | None]], number: int) -> bool:
    """Whether a role or a heading was decided for a character of this block."""
    mine = [at for at, home in owner.items() if home[1] == number]
    return any(decisions.role_at(at) or decisions.heading_at(at) for at in mine)


_HOMES = {
    Role.KICKER: {"kicker", "tray"},
    Role.HEADLINE: {"headline", "tray"},
    Role.SUBHEAD: {"subhead", "tray"},
    Role.BYLINE: {"byline", "tray"},
    Role.DATELINE: {"dateline", "body"},
    Role.CROSSHEAD: {"crosshead"},
    Role.BODY: {"body"},
    Role.NOTE: {"note"},
    Role.CAPTION: {"caption", "furniture"},
    Role.FURNITURE: {"furniture"},
}


def _owners(source: Source, reading: Reading) -> dict[int, tuple[str, int, int | None]]:
    """What each raw character stands in: (kind, number of the block, article's anchor)."""
    found: dict[int, tuple[str, int, int | None]] = {}
    number = 0

    def put(text: TracedText, kind: str, article: Article | None, *, fresh: bool = True) -> None:
        nonlocal number
        number += fresh
        for piece in text.pieces:
            for at in range(*(piece.owned or (0, 0))):
                found[at] = (kind, number, article.at if article else None)

    for article in reading.articles:
        for role in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD):
            for line in article.heads(role):
                put(line, role.value, article)
        for name in article.byline:
            if not name.reference:
                put(name.text, "byline", article)
        if article.dateline:
            put(article.dateline, "dateline", article)
        for index, block in enumerate((*article.blocks, *article.captions)):
            goes_on = index == 0 and article.dateline is not None and block.role is Role.BODY
            put(block.text, block.role.value, article, fresh=not goes_on)
    for block in reading.tray:
        put(block.text, "tray", None)
    for block in reading.furniture:
        put(block.text, block.role.value if block.role is Role.CAPTION else "furniture", None)
    return found
