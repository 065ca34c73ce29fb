"""The shapes as the server hands them out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection

import pytest

from dashboard import geo_files
from dashboard.shapes import GEO
from tests.browser.server import HOST, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real one; no page is asked for, so it needs no database."""
    folder = tmp_path_factory.mktemp("server")
    server = Server(folder / "store", folder / "server.log")
    server.start()
    yield server
    server.stop()


def asked(server: Server, path: str) -> tuple[int, str | None, bytes]:
    """Status, how long it is kept, and what was said."""
    with closing(HTTPConnection(HOST, server.port, timeout=20)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.headers["cache-control"], answer.read()


@pytest.mark.parametrize("layer", geo_files.LAYERS)
def test_a_shape_is_kept_by_the_browser_until_it_changes(layer: str, server: Server) -> None:
    kept = "public, immutable, max-age=31536000"
    shape = (GEO / f"{layer}.geojson").read_bytes()
    assert asked(server, f"/{geo_files.address(layer)}") == (200, kept, shape)


@pytest.mark.parametrize("path", ["/geo/README.geojson", "/geo/..%2fREADME.geojson", "/geo/.geojson"])
def test_no_other_file_is_handed_out(path: str, server: Server) -> None:
    _, _, words = asked(server, path)
    assert b"Natural Earth" not in words


def test_a_shape_that_there_is_not_is_said_to_be_none(server: Server) -> None:
    status, _, words = asked(server, "/geo/oblasts.geojson")
    assert status == 404
    assert "There is no shape “oblasts”" in words.decode("utf-8")
