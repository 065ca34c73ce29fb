"""A stand-in for Yahoo Finance on this machine, and a session that can reach nothing else.

It answers the three addresses that yfinance asks: the cookie page, the crumb, and the chart of a symbol.
`answers` says how a symbol's chart is answered; symbols not in it get a good series.
"""

from __future__ import annotations

import json
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from etl.rates.session import BoundedSession

LONDON = ZoneInfo("Europe/London")
LEVELS = {"KZT": 512.25, "KGS": 87.44, "TJS": 9.31, "UZS": 12055.5, "TMT": 3.5}


@dataclass(frozen=True)
class Asked:
    """One question for a chart; both days included."""

    currency: str
    first: date
    last: date


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire. `cut` ends the connection in the middle of the body."""

    body: Any
    status: int = 200
    cut: bool = False

    @property
    def content(self) -> bytes:
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()

    @property
    def content_type(self) -> str:
        return "text/html" if isinstance(self.body, str) else "application/json"


Answering = Callable[[Asked], Reply]


@dataclass
class StandIn:
    """Where it listens, how it answers, and what it was asked."""

    base: str
    answers: dict[str, Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def session(self, seconds: float = 5.0) -> BoundedSession:
        return LocalSession(self.base, seconds)

    def reply(self, address: str) -> Reply:
        """What goes back for a path with its query."""
        asked = urlsplit(address)
        if asked.path.startswith("/v8/finance/chart/"):
            return self._chart(asked.path, parse_qs(asked.query))
        return Reply("a.crumb") if asked.path == "/v1/test/getcrumb" else Reply("nothing here", 404)

    def _chart(self, path: str, query: dict[str, list[str]]) -> Reply:
        symbol = unquote(path.rsplit("/", 1)[1])
        first, end = (datetime.fromtimestamp(int(query[name][0]), LONDON) for name in ("period1", "period2"))
        asked = Asked(symbol.removesuffix("=X"), first.date(), (end - timedelta(seconds=1)).date())
        self.asked.append(asked)
        return self.answers.get(asked.currency, good)(asked)


class LocalSession(BoundedSession):
    """Sends what is meant for Yahoo to the stand-in, and refuses every other host."""

    def __init__(self, base: str, seconds: float) -> None:
        super().__init__(seconds)
        self.stand_in = urlsplit(base)

    def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
        meant = urlsplit(str(url))
        assert str(meant.hostname).endswith("yahoo.com"), f"a test asked {url}"
        here = urlunsplit((self.stand_in.scheme, self.stand_in.netloc, meant.path or "/", meant.query, ""))
        return super().request(method, here, *args, **options)


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """A server on a free port, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = StandIn(f"http://127.0.0.1:{server.server_port}")
    server.stand_in = here  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Tests are quiet."""

    def do_GET(self) -> None:
        self._send(self.server.stand_in.reply(self.path))  # type: ignore[attr-defined]

    def _send(self, reply: Reply) -> None:
        body = reply.content
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # the asker gave up
            self.wfile.write(body[: len(body) // 2] if reply.cut else body)
        self.close_connection = True


def working_days(asked: Asked) -> list[date]:
    span = (asked.last - asked.first).days + 1
    days = (asked.first + timedelta(days=number) for number in range(span))
    return [day for day in days if day.weekday() < 5]


def good(asked: Asked) -> Reply:
    """A bar each working day, a little higher each time."""
    level = LEVELS[asked.currency]
    steps = 0.0 if asked.currency == "TMT" else 0.001
    bars = [(day, level * (1 + steps * number)) for number, day in enumerate(working_days(asked))]
    return Reply(chart(asked.currency, bars))


def chart(code: str, bars: Sequence[tuple[date, float | None]], /, **meta: object) -> dict[str, Any]:
    """As Yahoo writes it: midnight in London as seconds, prices as 32-bit numbers."""
    closes = [None if close is None else struct.unpack("f", struct.pack("f", close))[0] for _, close in bars]
    about = {
        "currency": code,
        "symbol": f"{code}=X",
        "instrumentType": "CURRENCY",
        "shortName": f"USD/{code}",
        "exchangeName": "CCY",
        "exchangeTimezoneName": "Europe/London",
        "timezone": "GMT",
        "gmtoffset": 0,
        "priceHint": 4,
        "dataGranularity": "1d",
        "regularMarketPrice": closes[-1] if closes else None,
        "validRanges": ["1d", "5d", "1mo", "max"],
    }
    prices = dict.fromkeys(("open", "high", "low", "close"), closes)
    return {
        "chart": {
            "result": [
                {
                    "meta": {**about, **meta},
                    "timestamp": [int(datetime.combine(d, time(), LONDON).timestamp()) for d, _ in bars],
                    "indicators": {
                        "quote": [{**prices, "volume": [0] * len(bars)}],
                        "adjclose": [{"adjclose": closes}],
                    },
                }
            ],
            "error": None,
        }
    }


def refusal(code: str, description: str, status: int) -> Answering:
    body = {"chart": {"result": None, "error": {"code": code, "description": description}}}
    return lambda _: Reply(body, status)
