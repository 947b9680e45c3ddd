"""What every test stands on: pages with gold, no window on the screen, no one's own settings."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.gold import GoldPage, corpus_pages, sample

# Before anything imports Qt: a test run must not open windows on the desk of who runs it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine must not fail a law. On a developer's machine laws are tried on other draws each
# time; a gate tries the same ones, so that it fails for a change and not by chance.
settings.register_profile("galley", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "galley")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, journals and backups of the tests go to a folder of their own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(home / name.removeprefix("XDG_").removesuffix("_HOME").lower())


@pytest.fixture(scope="session")
def pages() -> list[GoldPage]:
    """The sample, and the corpus' seed where GALLEY_CORPUS is set."""
    return [sample(), *corpus_pages("seed")]


@pytest.fixture(params=["sample", "seed"])
def gold_page(request: pytest.FixtureRequest) -> GoldPage:
    """One page after the other: the sample; the seed, or a skip without GALLEY_CORPUS."""
    if request.param == "sample":
        return sample()
    found = corpus_pages("seed")
    if not found:
        pytest.skip("GALLEY_CORPUS is not set")
    return found[0]


@pytest.fixture(scope="session")
def dev_pages() -> list[GoldPage]:
    """All pages of the corpus' dev folder, or a skip without GALLEY_CORPUS."""
    found = corpus_pages("dev")
    if not found:
        pytest.skip("GALLEY_CORPUS is not set")
    return found
