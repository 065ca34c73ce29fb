"""The one way out to Yahoo Finance, with an end in sight."""

from __future__ import annotations

from time import monotonic
from typing import Any

from curl_cffi import requests

# yfinance has 30 s of patience for each cookie; a network that swallows all would hold us for minutes.
SECONDS_A_REQUEST = 8.0
SECONDS_IN_ALL = 25.0


class BoundedSession(requests.Session[requests.Response]):
    """Its requests together take at most `seconds`; after that each fails at once. Pauses do not count."""

    def __init__(self, seconds: float = SECONDS_IN_ALL) -> None:
        super().__init__(impersonate="chrome")
        self.seconds_left = seconds

    def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
        """As in the class above, but with less patience. Raises TimeoutError when all time is used up."""
        if self.seconds_left <= 0:
            raise TimeoutError("no time is left for another request")
        options["timeout"] = min(SECONDS_A_REQUEST, self.seconds_left)
        started = monotonic()
        try:
            return super().request(method, url, *args, **options)
        finally:
            self.seconds_left -= monotonic() - started
