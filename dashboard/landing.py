"""`/region` by its name: the landing stands at `/`, and who types what the bar says is led there."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from dashboard.shell import LANDING


def home(request: Request) -> RedirectResponse:
    """The landing with the same choices; relative, since an app may live under a path of its own."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./", status_code=307)


ROUTES = (Route(f"/{LANDING}", home),)
