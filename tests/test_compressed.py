"""The server sends Streamlit's scripts compressed, and leaves to Streamlit what it does not compress."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit import file_util

from tests.browser.server import HOST, Server

STATIC = Path(file_util.get_static_dir())
SCRIPT = max((STATIC / "static" / "js").glob("index.*.js"), key=lambda path: path.stat().st_size)
FONT = next((STATIC / "static" / "media").glob("*.woff2"))
HASHED = "public, immutable, max-age=31536000"


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real one; no page is asked for, so it needs no database."""
    folder = tmp_path_factory.mktemp("server")
    server = Server(folder / "store", folder / "server.log")
    server.start()
    yield server
    server.stop()


def asked(server: Server, path: Path | str, method: str = "GET", **headers: str) -> Answer:
    """`headers` with underscores for hyphens."""
    connection = HTTPConnection(HOST, server.port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    address = f"/{path.relative_to(STATIC).as_posix()}" if isinstance(path, Path) else path
    connection.request(method, address, headers=named)
    answer = connection.getresponse()
    told = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    connection.close()
    return told


def test_a_script_arrives_compressed_and_whole_to_be_kept_for_a_year(server: Server) -> None:
    answer = asked(server, SCRIPT, accept_encoding="gzip, deflate, br")
    assert answer.status == 200
    assert gzip.decompress(answer.body) == SCRIPT.read_bytes()
    assert len(answer.body) == int(answer.headers["content-length"]) < SCRIPT.stat().st_size / 2
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == HASHED
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("accepted", ["identity", "br", "gzip;q=0", ""])
def test_who_does_not_take_gzip_gets_the_script_as_it_is(server: Server, accepted: str) -> None:
    answer = asked(server, SCRIPT, accept_encoding=accepted)
    assert (answer.status, answer.body) == (200, SCRIPT.read_bytes())
    assert "content-encoding" not in answer.headers
    assert answer.headers["cache-control"] == HASHED
    assert "Accept-Encoding" in answer.headers["vary"]


def test_a_script_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    etag = asked(server, SCRIPT, accept_encoding="gzip").headers["etag"]
    for known in (etag, f'"other", W/{etag}', "*"):
        answer = asked(server, SCRIPT, accept_encoding="gzip", if_none_match=known)
        assert (answer.status, answer.body) == (304, b"")
        assert (answer.headers["etag"], answer.headers["cache-control"]) == (etag, HASHED)
    plain = asked(server, SCRIPT)
    assert plain.headers["etag"] != etag
    assert asked(server, SCRIPT, accept_encoding="gzip", if_none_match=plain.headers["etag"]).status == 200
    assert asked(server, SCRIPT, if_none_match=plain.headers["etag"]).status == 304


def test_a_question_for_the_head_gets_the_same_head_and_no_body(server: Server) -> None:
    whole = asked(server, SCRIPT, accept_encoding="gzip")
    head = asked(server, SCRIPT, "HEAD", accept_encoding="gzip")
    assert (head.status, head.body) == (200, b"")
    for name in ("content-length", "content-encoding", "etag", "cache-control"):
        assert head.headers[name] == whole.headers[name]


def test_a_part_is_a_part_of_the_script_as_it_is(server: Server) -> None:
    answer = asked(server, SCRIPT, accept_encoding="gzip", range="bytes=100-199")
    assert (answer.status, answer.body) == (206, SCRIPT.read_bytes()[100:200])
    assert answer.headers["content-range"] == f"bytes 100-199/{SCRIPT.stat().st_size}"
    assert "content-encoding" not in answer.headers
    past = asked(server, SCRIPT, accept_encoding="gzip", range=f"bytes={SCRIPT.stat().st_size}-")
    assert past.status == 416


def test_what_is_compressed_already_is_not_compressed_again(server: Server) -> None:
    answer = asked(server, FONT, accept_encoding="gzip")
    assert (answer.status, answer.body) == (200, FONT.read_bytes())
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "address", ["/static/js/none.js", "/static/../../app.py", "/static/js/%2e%2e/%2e%2e/%2e%2e/app.py"]
)
def test_no_other_path_leads_to_a_file(server: Server, address: str) -> None:
    answer = asked(server, address, accept_encoding="gzip")
    assert b"st.App(" not in answer.body
    assert answer.headers.get("cache-control") != HASHED or answer.status >= 400


def test_only_reading_is_answered(server: Server) -> None:
    assert asked(server, SCRIPT, "POST", accept_encoding="gzip").status in (403, 405)


@pytest.mark.parametrize(("asked_for", "led_to"), [("/region", "./"), ("/region?present=1", "./?present=1")])
def test_the_landing_is_found_by_its_name_too(asked_for: str, led_to: str, server: Server) -> None:
    answer = asked(server, asked_for)
    assert (answer.status, answer.headers["location"]) == (307, led_to)
