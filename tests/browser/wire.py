"""What a tab takes over the wire, as Chromium itself counts it."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

BINARY = 2  # opcode of a WebSocket frame; Chromium hands its payload over in base64


@dataclass
class Wire:
    """Bytes that arrived in `page` from now on: of answers with their headers, and of messages."""

    page: Page
    answers: int = 0
    messages: int = 0
    files: dict[str, int] = field(default_factory=dict)  # address without the host -> bytes

    def __post_init__(self) -> None:
        self._addresses: dict[str, str] = {}
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.on("Network.responseReceived", self._named)
        devtools.on("Network.loadingFinished", self._finished)
        devtools.on("Network.webSocketFrameReceived", self._told)
        devtools.send("Network.enable")

    @property
    def total(self) -> int:
        """All of it."""
        return self.answers + self.messages

    def largest(self, count: int = 5) -> str:
        """The largest files, for a person to look at."""
        files = sorted(self.files.items(), key=lambda file: -file[1])[:count]
        return ", ".join(f"{name} {size / 1e6:.2f} MB" for name, size in files)

    def _named(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["response"]["url"].split("/", 3)[-1]

    def _finished(self, event: dict[str, Any]) -> None:
        size = int(event["encodedDataLength"])
        self.answers += size
        self.files[self._addresses.get(event["requestId"], "")] = size

    def _told(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        self.messages += len(base64.b64decode(text) if frame["opcode"] == BINARY else text.encode())
