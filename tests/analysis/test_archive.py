"""Pages that are read together go with their readings: no search for cycles has to find them."""

from __future__ import annotations

import gc
import weakref

from benchmarks.desk import long_page
from editor.analysis import read_many, settling
from editor.analysis.settling import KEEP, base_of
from editor.model.counting import characters
from editor.model.decisions import Decisions
from editor.model.project import Style
from editor.model.source import Source


def test_a_page_of_an_archive_goes_with_its_reading() -> None:
    next(read_many([(Source(long_page(1.001, 1)), Decisions(), Style())]))  # what is kept for good
    gc.collect()
    gc.disable()
    try:
        reading = next(read_many([(Source(long_page(1.001, 2)), Decisions(), Style())]))
        gone = [weakref.ref(article) for article in reading.articles]
        gone += [weakref.ref(block.text) for block in reading.furniture]
        assert gone and all(one() is not None for one in gone)
        del reading
        assert [one() for one in gone] == [None] * len(gone)
        assert gc.collect() < 100
    finally:
        gc.enable()


def test_what_was_made_of_a_page_that_is_kept_no_more_goes_with_it() -> None:
    from editor import analysis

    settling.forget()
    source = Source(long_page(1.001, 3))
    structure = analysis.analyse(source, Decisions(), Style())
    reading = analysis.assemble(source, structure, Decisions())
    assert [verdict.why for _, verdict in reading.roles]
    gone = [weakref.ref(article) for article in reading.articles]
    gc.collect()
    gc.disable()
    try:
        for seed in range(KEEP):
            base_of(Source(f"春风吹过江面。{seed}\n江边的树绿了。\n"), Style())
        del structure, reading
        assert [one() for one in gone] == [None] * len(gone)
    finally:
        gc.enable()
        settling.forget()


def test_what_was_counted_of_an_article_goes_with_it() -> None:
    (reading,) = read_many([(Source(long_page(1.001, 4)), Decisions(), Style())])
    counted = [characters(article) for article in reading.articles]
    assert [characters(article) for article in reading.articles] == counted
    gone = [weakref.ref(article) for article in reading.articles]
    assert gone and min(counted) > 0
    del reading
    assert [one() for one in gone] == [None] * len(gone)
