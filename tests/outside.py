"""The world outside, on this machine: one proxy through which a process finds Yahoo Finance and every bank.

It answers CONNECT, and then speaks TLS in the name of whichever host was asked for. A process needs nothing
but `environment` to take it for the network: what runs is the program as it is, with its real HTTP.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

import trustme

from tests import bank_stand_in as banks
from tests.bank_stand_in import Banks

HOSTS = (
    *("*.finance.yahoo.com", "*.yahoo.com"),
    *(banks.NBK, banks.NBKR, banks.CBU, banks.NBT, banks.CBT, banks.FRANKFURTER),
)


@dataclass(frozen=True)
class Outside:
    """What answers, what a process must be told to find it, and the hosts that were sought."""

    banks: Banks
    environment: Mapping[str, str]
    sought: list[str]


@contextmanager
def outside(known: Banks, folder: Path) -> Iterator[Outside]:
    """The proxy on a free port, for as long as the block lasts; its certificate is in `folder`."""
    authority, certificate = trustme.CA(), folder / "outside.pem"
    authority.cert_pem.write_to_path(str(certificate))
    with Server(known) as server:
        authority.issue_cert(*HOSTS).configure_cert(server.tls)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        proxy = f"http://127.0.0.1:{server.server_address[1]}"
        yield Outside(known, _environment(proxy, certificate), server.sought)
        server.shutdown()


def _environment(proxy: str, certificate: Path) -> dict[str, str]:
    """Both spellings, and no exceptions: a machine may have a proxy of its own."""
    found = {"HTTPS_PROXY": proxy, "https_proxy": proxy, "NO_PROXY": "", "no_proxy": ""}
    return {**found, "REQUESTS_CA_BUNDLE": str(certificate)}


class Server(ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, known: Banks) -> None:
        super().__init__(("127.0.0.1", 0), Tunnel)
        self.banks, self.sought = known, list[str]()
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)


class Tunnel(StreamRequestHandler):
    """One CONNECT, and one request inside it."""

    server: Server
    rbufsize = 0  # the bytes behind the head are TLS

    def handle(self) -> None:
        self.server.sought.append(self.rfile.readline().decode())
        while self.rfile.readline().strip():
            """The rest of the head says nothing new."""
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        tls = self.server.tls
        with (
            suppress(ConnectionError, ssl.SSLError),
            tls.wrap_socket(self.request, server_side=True) as inner,
        ):
            Inside(inner, self.client_address, self.server)


class Inside(banks.Handler):
    """A request as the host behind the tunnel gets it."""

    def parse_request(self) -> bool:
        understood = super().parse_request()
        if understood:
            self.path = f"/{self.headers['Host']}{self.path}"
        return understood
