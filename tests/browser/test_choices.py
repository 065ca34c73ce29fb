"""A change of a choice is cheap for the server."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.browser.choices import change_first_choice
from tests.browser.conftest import PAGES, path_of
from tests.browser.server import Server
from tests.browser.tabs import Tabs

pytestmark = pytest.mark.browser

MOST_CPU_SECONDS = 1.0


@dataclass(frozen=True)
class Changed:
    """A page after its first choice was changed; as it opened, where it has none."""

    page: str
    cpu_seconds: float


@pytest.fixture(scope="module", params=PAGES)
def changed(request: pytest.FixtureRequest, server: Server, tabs: Tabs) -> Changed:
    """Changed on a server that has drawn the page once."""
    visit = tabs.at(server.address + path_of(request.param))
    before = server.cpu_seconds()
    change_first_choice(visit)
    return Changed(request.param, server.cpu_seconds() - before)


def test_a_rerun_costs_the_server_less_than_a_second(changed: Changed) -> None:
    assert changed.cpu_seconds < MOST_CPU_SECONDS, f"{changed.page}: {changed.cpu_seconds:.2f} s"
