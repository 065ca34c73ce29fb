"""The shapes of data/geo for the browser: each at an address that changes when the file does."""

from __future__ import annotations

import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.shapes import GEO

LAYERS = ("focus", "context", "lakes")
FOREVER = "public, immutable, max-age=31536000"


@cache
def address(layer: str) -> str:
    """Relative to a page, as Streamlit's own files are: the app may live under a path."""
    mark = hashlib.sha256((GEO / f"{layer}.geojson").read_bytes()).hexdigest()[:12]
    return f"geo/{layer}.geojson?v={mark}"


def shape(request: Request) -> Response:
    """One of the three files; no other path leads to a file."""
    layer = request.path_params["layer"]
    if layer not in LAYERS:
        return PlainTextResponse(f"There is no shape “{layer}”: {', '.join(LAYERS)}.", status_code=404)
    kept = {"cache-control": FOREVER}
    return FileResponse(GEO / f"{layer}.geojson", media_type="application/geo+json", headers=kept)


ROUTES = (Route("/geo/{layer}.geojson", shape),)
