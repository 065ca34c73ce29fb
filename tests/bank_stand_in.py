"""A stand-in for the five central banks, Frankfurter and Yahoo Finance on this machine.

`Banks.reply` says what a host answers to a path and a query, and listens to nothing: others may use it.
`bank_stand_in` is a server that answers so to the requests of a session that can reach nothing else.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from etl.rates.session import BoundedSession
from tests import bank_pages as pages
from tests.yahoo_stand_in import StandIn

NBK, NBKR, CBU = "nationalbank.kz", "www.nbkr.kg", "cbu.uz"
NBT, CBT, FRANKFURTER = "www.nbt.tj", "cbt.tm", "api.frankfurter.dev"


@dataclass(frozen=True)
class Asked:
    """One request."""

    host: str
    path: str
    query: dict[str, str]


@dataclass(frozen=True)
class Sent:
    """What goes back over the wire. `cut` ends the connection in the middle of the body, `drop` before it."""

    body: str | bytes
    content_type: str = "text/xml; charset=UTF-8"
    status: int = 200
    cut: bool = False
    drop: bool = False
    seconds: float = 0  # before it answers

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else self.body.encode()


Answering = Callable[[Asked], Sent]


@dataclass
class Banks:
    """How each host answers, and what it was asked. `today` is the banks' day."""

    today: date
    answers: dict[str, Answering] = field(default_factory=dict)  # by host, instead of the good ones
    asked: list[Asked] = field(default_factory=list)
    yahoo: StandIn = field(default_factory=lambda: StandIn(""))

    def reply(self, host: str, path: str, query: str) -> Sent:
        """What `host` sends for a path and a query as they stand in an address."""
        if host.endswith("yahoo.com"):
            sent = self.yahoo.reply(f"{path}?{query}")
            return Sent(sent.content, sent.content_type, sent.status, sent.cut)
        asked = Asked(host, path, {name: values[0] for name, values in parse_qs(query).items()})
        self.asked.append(asked)
        return self.answers.get(host, self.good)(asked)

    def good(self, asked: Asked) -> Sent:
        """The page as the bank would write it; 404 where it has none."""
        found = {NBK: _nbk, NBKR: _nbkr, CBU: _cbu, NBT: _nbt, CBT: _cbt, FRANKFURTER: _frankfurter}
        return found[asked.host](asked, self.today) if asked.host in found else MISSING

    def days_asked(self, host: str) -> list[date]:
        """Of a bank with a page a day, newest request last."""
        return [day_asked(asked) for asked in self.asked if asked.host == host]


MISSING = Sent("<html><body>404 Not Found</body></html>", "text/html", 404)


def day_asked(asked: Asked) -> date:
    """The day that a request for one day's page is about."""
    if asked.host == NBK:
        return _day(asked.query["fdate"])
    if asked.host == NBT:
        return date.fromisoformat(asked.query["date"])
    if asked.host == CBU:
        return date.fromisoformat(asked.path.rstrip("/").rsplit("/", 1)[1])
    return datetime.strptime(asked.path.rsplit("/", 1)[1], "%d%m%Y.xml").date()  # noqa: DTZ007 - a day


def _nbk(asked: Asked, _: date) -> Sent:
    if asked.path != "/rss/get_rates.cfm":
        return MISSING
    return Sent(pages.nbk(day_asked(asked)))


def _nbkr(asked: Asked, today: date) -> Sent:
    """Today's rates are those of tomorrow, from the afternoon on; the weekly ones are of Saturday."""
    if asked.path == "/XML/daily.xml":
        return Sent(pages.nbkr(today + timedelta(days=1)).encode("windows-1251"), "application/xml")
    if asked.path == "/XML/weekly.xml":
        saturday = today - timedelta(days=(today.weekday() + 2) % 7)
        page = pages.nbkr(saturday, "nbkr_weekly")
        return Sent(page.encode("windows-1251"), "application/xml")
    if asked.path != "/index1.jsp" or asked.query.get("valuta_id") != "15":
        return MISSING
    first, last = (
        date(*(int(asked.query[f"{end}_{part}"]) for part in ("year", "month", "day")))
        for end in ("beg", "end")
    )
    last = min(last, today, first + timedelta(days=366))
    return Sent(pages.nbkr_archive(pages.working_days(first, last)), "text/html;charset=UTF-8")


def _cbu(asked: Asked, _: date) -> Sent:
    if not asked.path.startswith("/en/arkhiv-kursov-valyut/json/all/"):
        return MISSING
    return Sent(pages.cbu(day_asked(asked)), "application/json")


def _nbt(asked: Asked, today: date) -> Sent:
    """Out of range, today's rates."""
    if asked.path != "/en/kurs/export_xml.php" or asked.query.get("export") != "xmlout":
        return MISSING
    day = day_asked(asked)
    return Sent(pages.nbt(day if date(2001, 1, 1) <= day <= today else today))


def _cbt(asked: Asked, today: date) -> Sent:
    if not asked.path.startswith("/kurs/"):
        return MISSING
    day = day_asked(asked)
    known = date(2020, 4, 17) <= day <= today and day.weekday() < 6
    return Sent(pages.cbt(day), "text/xml") if known else MISSING


def _frankfurter(asked: Asked, today: date) -> Sent:
    if asked.path != "/v2/rates":
        return Sent('{"status":404,"message":"not found"}', "application/json", 404)
    first, last = (date.fromisoformat(asked.query[name]) for name in ("from", "to"))
    days = pages.working_days(first, min(last, today))
    return Sent(pages.frankfurter(asked.query["quotes"], days), "application/json")


def _day(text: str) -> date:
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))


class LocalSession(BoundedSession):
    """Sends every request to the stand-in, as /host/path."""

    def __init__(self, base: str, seconds: float) -> None:
        super().__init__(seconds)
        self.base_of_stand_in = base

    def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
        meant = urlsplit(str(url))
        here = f"{self.base_of_stand_in}/{meant.hostname}{meant.path or '/'}?{meant.query}"
        return super().request(method, here, *args, **options)


@dataclass
class Running:
    """The stand-in as a server."""

    base: str
    banks: Banks

    def session(self, seconds: float = 5.0) -> BoundedSession:
        return LocalSession(self.base, seconds)


@contextmanager
def bank_stand_in(today: date) -> Iterator[Running]:
    """A server on a free port, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    banks = Banks(today)
    server.banks = banks  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield Running(f"http://127.0.0.1:{server.server_port}", banks)
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Tests are quiet."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        _, host, path = asked.path.split("/", 2)
        sent: Sent = self.server.banks.reply(host, f"/{path}", asked.query)  # type: ignore[attr-defined]
        time.sleep(sent.seconds)
        self.close_connection = True
        if not sent.drop:
            with suppress(BrokenPipeError, ConnectionResetError):  # the asker gave up
                self._send(sent)

    def _send(self, sent: Sent) -> None:
        body = sent.content
        self.send_response(sent.status)
        self.send_header("Content-Type", sent.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if sent.cut else body)
