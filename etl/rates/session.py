"""The one way out to the sources of rates, with an end in sight."""

from __future__ import annotations

from time import monotonic
from typing import Any

from curl_cffi import requests

# yfinance has 30 s of patience for each cookie; a network that swallows all would hold us for minutes.
SECONDS_A_REQUEST = 8.0
SECONDS_IN_ALL = 20.0
LARGEST = 5_000_000  # bytes of a page; the largest known has 26,000, and ten years of Frankfurter 200,000


class TooLarge(ValueError):  # noqa: N818 - what a page is, not a failure of ours
    """The page is longer than any page of rates."""


class BoundedSession(requests.Session[requests.Response]):
    """Its requests take at most `seconds` together from one that was answered to the next that is.

    After that each fails at once. Pauses do not count.
    """

    def __init__(self, seconds: float = SECONDS_IN_ALL) -> None:
        super().__init__(impersonate="chrome")  # one of the banks answers browsers only
        self.seconds = seconds
        self.seconds_left = seconds

    def request(self, method: Any, url: str, *args: Any, **options: Any) -> Any:
        """As in the class above, but with less patience. Raises TimeoutError when all time is used up."""
        if self.seconds_left <= 0:
            raise TimeoutError("no time is left for another request")
        options["timeout"] = min(SECONDS_A_REQUEST, self.seconds_left)
        started = monotonic()
        try:
            answer = super().request(method, url, *args, **options)
        except OSError:
            self.seconds_left -= monotonic() - started
            raise
        self.seconds_left = self.seconds
        return answer

    def page(self, address: str) -> tuple[int, bytes]:
        """Status and body. Raises TooLarge, and OSError where nothing whole came."""
        body = bytearray()

        def take(piece: bytes) -> int:
            body.extend(piece)
            if len(body) > LARGEST:
                raise TooLarge(f"the page has more than {LARGEST:,} bytes")
            return len(piece)  # as curl wants to hear

        status: int = self.get(address, content_callback=take).status_code
        return status, bytes(body)
