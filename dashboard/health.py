"""`/healthz`: which build is served, and how much is in it. 503 until there is one."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard import database


def healthz(_request: Request) -> JSONResponse:
    """The newest build's file, time and counts."""
    try:
        build = asdict(database.build())
    except database.NoStore as sentence:
        return JSONResponse({"status": f"{sentence} Opening a page builds it too."}, status_code=503)
    built_at = build.pop("built_at").isoformat()
    return JSONResponse({"status": "ok", "database": database.build_name(), "built_at": built_at, **build})
