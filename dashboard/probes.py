"""The answer to Streamlit's client when it looks for the server below a page.

On a deep link (/evidence?claim=…) the client asks /evidence/_stcore/health before /_stcore/health: an app may
live under a path of its own. A 404 there would be an error in the reader's console on every deep link; 300
sends the client on just the same, and is none.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def elsewhere(request: Request) -> JSONResponse:
    """Not here: the address at which the same question is answered."""
    address = f"/_stcore/{request.url.path.rpartition('/')[2]}"
    return JSONResponse({"answered at": address}, status_code=300)


ROUTES = tuple(Route(f"/{{page}}/_stcore/{question}", elsewhere) for question in ("health", "host-config"))
