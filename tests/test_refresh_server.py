"""The server's own refresh, seen from outside: a real server, and a network that says nothing."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.browser.server import Server


def test_the_server_asks_from_its_start_while_it_answers_and_stops_when_it_does(
    bundled: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(30)
        way_out = f"http://127.0.0.1:{silent.getsockname()[1]}"
        server = Server(bundled, tmp_path / "log", OXUS_RATES_EVERY="6", HTTPS_PROXY=way_out)
        server.start()
        asking, _ = silent.accept()
        with asking:
            asking.settimeout(5)
            assert asking.recv(100).startswith(b"CONNECT ")
            server.stop()
            while asking.recv(100):
                """What was asked before; then the end of who asked."""
