"""How the steps of the history stand in a project file, and whether they lead back and forward.

A step names pages by their keys; those that come and go stand among the file's pages or beside
them (`away`). What a file claims is walked through from what stands, both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from editor.files.house_rules import rules, rules_json
from editor.files.project_entries import Walk, delta_json, others_json, read_delta, read_place
from editor.files.strict_json import Node
from editor.model.decisions import Delta
from editor.model.history import LIMIT, History, LinksChange, OrderChange, Step, StyleChange
from editor.model.links import Link
from editor.model.meta import Meta, MetaChange
from editor.model.project import Page
from editor.model.rules import Quiet, Rules

META = ("paper", "date", "section", "number")
_LINK = ("page", "at", "to_page", "to_at")
_STEP = ("name", "page", "when")
_LATER = ("gone", "came", "roster", "rules", "quiet", "others", "order", "links", "metas")
"""What may be left out of a step."""


def page_of(node: Node, by_key: Mapping[str, Page]) -> Page:
    """The page of a key that stands in the file."""
    key = node.text()
    if key not in by_key:
        raise node.wrong("no-page", value=key)
    return by_key[key]


def meta_json(meta: Meta) -> dict[str, str]:
    """What a page is called."""
    return {name: getattr(meta, name) for name in META}


def read_meta(node: Node) -> Meta:
    """What a page is called."""
    node.holding(META)
    return Meta(*(node[name].text() for name in META))


def link_json(link: Link) -> dict[str, Any]:
    """An article that goes on in another."""
    ends = (link.page, link.raw_at, link.to_page, link.to_at)
    return dict(zip(_LINK, ends, strict=True)) | others_json(link.extra, _LINK)


def read_link(node: Node, by_key: Mapping[str, Page]) -> Link:
    """An article that goes on in another, both of pages that are there."""
    node.holding(_LINK)
    page, to_page = page_of(node["page"], by_key), page_of(node["to_page"], by_key)
    at, to_at = read_place(node["at"], page.source), read_place(node["to_at"], to_page.source)
    return Link(page.key, at, to_page.key, to_at, node.others(_LINK))


def history_json(history: History) -> dict[str, Any]:
    """The last 10,000 steps."""
    dropped = max(0, len(history.steps) - LIMIT)
    steps = [step_json(step) for step in history.steps[dropped:]]
    return {"at": max(0, history.at - dropped), "steps": steps}


def step_json(step: Step) -> dict[str, Any]:
    """A step of the history as it stands in a file."""
    told: dict[str, Any] = {"name": step.name, "page": step.page, "when": step.when}
    told |= delta_json(step.delta)
    told |= _sides("roster", step.style.gone, step.style.came)
    if step.style.rules:
        before, after = map(rules_json, step.style.rules)
        told["rules"] = {"before": before, "after": after}
    sides = ([quiet_json(one) for one in side] for side in (step.style.asked, step.style.quiet))
    told |= _sides("quiet", *sides)
    if step.others:
        told["others"] = [{"page": key, **delta_json(delta)} for key, delta in step.others]
    if step.order:
        told["order"] = {"before": list(step.order.before), "after": list(step.order.after)}
    links = [[link_json(link) for link in side] for side in (step.links.gone, step.links.came)]
    told |= _sides("links", *links)
    if step.metas:
        told["metas"] = [
            {"page": e.page, "before": meta_json(e.before), "after": meta_json(e.after)}
            for e in step.metas
        ]
    return told | others_json(step.extra, told)


def _sides(name: str, gone: Iterable[Any], came: Iterable[Any]) -> dict[str, Any]:
    told = {side: list(held) for side, held in (("gone", gone), ("came", came))}
    told = {side: held for side, held in told.items() if held}
    return {name: told} if told else {}


def _side(node: Node, name: str) -> list[list[Node]]:
    """What stands under `gone` and `came` of a field that may be left out."""
    if not node.has(name):
        return [[], []]
    held = node[name].fields((), ("gone", "came"))
    return [list(held[side].items()) if held.has(side) else [] for side in ("gone", "came")]


def read_step(node: Node, by_key: Mapping[str, Page]) -> Step:
    """A step of the history of these pages by their keys. Raises `ProjectError`."""
    node.holding(_STEP)
    page = page_of(node["page"], by_key)
    links = (tuple(read_link(link, by_key) for link in side) for side in _side(node, "links"))
    gone, came = (tuple(name.text() for name in side) for side in _side(node, "roster"))
    quiet = (tuple(read_quiet(held) for held in side) for side in _side(node, "quiet"))
    return Step(
        node["name"].text(),
        page.key,
        read_delta(node, page.source),
        node["when"].text(),
        StyleChange(gone, came, _read_rules(node), *quiet),
        node.others((*_STEP, *_LATER)),
        _read_others(node, page, by_key),
        _read_order(node, by_key),
        LinksChange(*links),
        tuple(_read_change(held, by_key) for held in _maybe(node, "metas")),
    )


def quiet_json(one: Quiet) -> dict[str, Any]:
    """A form about which a check is quiet."""
    return {"check": one.check, "text": one.text}


def read_quiet(node: Node) -> Quiet:
    """A form about which a check is quiet. Raises `ProjectError`."""
    node.fields(("check", "text"))
    return Quiet(node["check"].text(), node["text"].text())


def _read_rules(node: Node) -> tuple[Rules, Rules] | None:
    if not node.has("rules"):
        return None
    held = node["rules"].fields(("before", "after"))
    before, after = (rules(held[side].holding(()), kept=True) for side in ("before", "after"))
    return before, after


def _maybe(node: Node, name: str) -> Iterable[Node]:
    return node[name].items() if node.has(name) else ()


def _read_others(
    node: Node, page: Page, by_key: Mapping[str, Page]
) -> tuple[tuple[str, Delta], ...]:
    found: dict[str, Delta] = {}
    for held in _maybe(node, "others"):
        held.fields(("page",), ("gone", "came"))
        other = page_of(held["page"], by_key)
        if other.key in found or other.key == page.key:
            raise held["page"].wrong("twice", name=other.key)
        found[other.key] = read_delta(held, other.source)
    return tuple(found.items())


def _read_order(node: Node, by_key: Mapping[str, Page]) -> OrderChange:
    if not node.has("order"):
        return OrderChange()
    held = node["order"].fields(("before", "after"))
    sides = []
    for side in ("before", "after"):
        keys = tuple(page_of(key, by_key).key for key in held[side].items())
        if len(set(keys)) < len(keys) or not keys:
            raise held[side].wrong("history")
        sides.append(keys)
    return OrderChange(*sides)


def _read_change(node: Node, by_key: Mapping[str, Page]) -> MetaChange:
    node.fields(("page", "before", "after"))
    key = page_of(node["page"], by_key).key
    return MetaChange(key, read_meta(node["before"]), read_meta(node["after"]))


def read_history(
    node: Node, pages: tuple[Page, ...], away: tuple[Page, ...], links: tuple[Link, ...]
) -> History:
    """The history, if its steps lead back from what stands and forward again."""
    node.holding(("at", "steps"))
    by_key = {page.key: page for page in (*pages, *away)}
    places = list(node["steps"].items())
    steps = [read_step(held, by_key) for held in places]
    at = node["at"].number(len(steps))
    back, forward = (_Walk(pages, away, links) for _ in range(2))
    for index in reversed(range(at)):
        if not back.fits(steps[index].inverse()):
            raise places[index].wrong("history")
    for index in range(at, len(steps)):
        if not forward.fits(steps[index]):
            raise places[index].wrong("history")
    return History(tuple(steps), at)


class _Walk:
    """A project while its history is stepped through, to see whether it fits."""

    def __init__(
        self, pages: tuple[Page, ...], away: tuple[Page, ...], links: tuple[Link, ...]
    ) -> None:
        every = (*pages, *away)
        self._order = tuple(page.key for page in pages)
        self._decided = {page.key: Walk(page.decisions) for page in every}
        self._metas = {page.key: page.meta for page in every}
        self._links = set(links)

    def fits(self, step: Step) -> bool:
        """Take the step if what should go is there and what should come is not."""
        here = set(self._order)
        if step.order:
            if step.order.before != self._order:
                return False
            self._order = step.order.after
            here |= set(step.order.after)
        if not all(key in here and self._decided[key].fits(d) for key, d in step.deltas):
            return False
        for change in step.metas:
            if change.page not in here or self._metas[change.page] != change.before:
                return False
            self._metas[change.page] = change.after
        return self._links_fit(step.links)

    def _links_fit(self, change: LinksChange) -> bool:
        if not self._links.issuperset(change.gone):
            return False
        self._links.difference_update(change.gone)
        if not self._links.isdisjoint(change.came):
            return False
        self._links.update(change.came)
        standing = set(self._order)
        return all({link.page, link.to_page} <= standing for link in change.came)
