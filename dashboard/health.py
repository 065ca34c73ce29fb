"""`/healthz`: which build is served, and how much is in it. 503 until there is one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard import first_build
from dashboard.queries import builds


def healthz(_request: Request) -> JSONResponse:
    """The newest build's file, time and counts."""
    if not first_build.exists():
        return JSONResponse({"status": "no database yet; opening a page builds it"}, status_code=503)
    return JSONResponse({"status": "ok", **builds.newest()})
