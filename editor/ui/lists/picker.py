"""Picking an article of the page: a menu in which a digit chooses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from editor.model.reading import Article, Reading
from editor.ui import words

WIDTH = 24
"""Characters of a headline that the menu shows."""


def fill(
    menu: QMenu, reading: Reading, here: Article | None, chosen: Callable[[int], object]
) -> None:
    """An entry for each article, the one that is `here` ticked; `chosen` is given its anchor."""
    for number, article in enumerate(reading.articles, 1):
        digit = f"&{number}" if number < 10 else str(number)
        title = words.title(article)
        title = title if len(title) <= WIDTH else f"{title[: WIDTH - 1]}…"
        action = menu.addAction(f"{digit}  {title.replace('&', '&&')}")
        action.setCheckable(True)
        action.setChecked(article is here)
        action.triggered.connect(lambda _=False, at=article.at: chosen(at))


def article_menu(
    parent: QWidget,
    title: str,
    reading: Reading,
    here: Article | None,
    chosen: Callable[[int], object],
) -> QMenu:
    """A menu that asks for one of the page's articles."""
    menu = QMenu(title, parent)
    menu.setObjectName("picker")
    menu.setAccessibleName(title)
    menu.addAction(title).setEnabled(False)
    menu.addSeparator()
    fill(menu, reading, here, chosen)
    return menu
