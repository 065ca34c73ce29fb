"""Streamlit's own scripts and styles over the wire: compressed once a process and kept.

Streamlit sends them as they are, since its server would compress them anew at each request. They carry a hash
of their content in their name: a browser that has one never asks for it again.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

STATIC = Path(file_util.get_static_dir())
LEVEL = 6  # 9 takes half as long again, for 0.3 % less
MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
FOREVER = "public, immutable, max-age=31536000"
VARIES = "Accept-Encoding"


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it goes over the wire, and the name that a browser asks with whether it changed."""

    content: bytes
    etag: str


class Compressed:
    """Answers for the files of `folder`/static that compression makes smaller; the rest goes on to `app`.

    A part of a file (Range) is a part of the file as it is, so that goes on too.
    """

    def __init__(self, app: ASGIApp, folder: Path = STATIC) -> None:
        self.app = app
        # Named once: no other path, however it is written, leads to a file.
        self.files = {
            f"/{path.relative_to(folder).as_posix()}": path
            for path in sorted((folder / "static").rglob("*"))
            if path.suffix in MEDIA_TYPES
        }
        self.packed: dict[Path, Packed] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The compressed file where it is wanted so, else what `app` says."""
        path = self._asked(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if "range" in asked or not accepts_gzip(asked.get("accept-encoding", "")):
            await self.app(scope, receive, _varying(send))
            return
        await _answer(await self._packed(path), path, asked)(scope, receive, send)

    def _asked(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        return self.files.get(scope["path"])

    async def _packed(self, path: Path) -> Packed:
        if path not in self.packed:
            self.packed[path] = await run_in_threadpool(_pack, path)
        return self.packed[path]


def accepts_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding names gzip, or anything at all, and does not refuse it.

    >>> [accepts_gzip(each) for each in ("gzip, br", "*", "br", "gzip;q=0, *", "GZIP; q=0.5", "")]
    [True, True, False, False, True, False]
    """
    weights = {}
    for each in accepted.lower().replace(" ", "").split(","):
        coding, _, weight = each.partition(";q=")
        weights[coding] = weight.strip("0.") != "" if weight else bool(coding)
    return weights.get("gzip", weights.get("*", False))


def _pack(path: Path) -> Packed:
    content = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
    return Packed(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


def _answer(packed: Packed, path: Path, asked: Headers) -> Response:
    headers = {"etag": packed.etag, "cache-control": FOREVER, "vary": VARIES}
    known = asked.get("if-none-match", "").replace("W/", "")
    if packed.etag in known or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    headers |= {"content-encoding": "gzip", "content-type": MEDIA_TYPES[path.suffix]}
    return Response(packed.content, headers=headers)


def _varying(send: Send) -> Send:
    """`send`, telling whoever keeps the answer that another asker may get it compressed."""

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header(VARIES)
        await send(message)

    return told
