"""The server: `streamlit run app.py` finds `app`; AppTest runs the shell itself.

The main script is `pages/_shell.py` and not this file: beside a `pages/` folder Streamlit would offer each
file in it as a page of its own, without frame and checks, to whoever opens a deep link first.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from streamlit.runtime.scriptrunner import get_script_run_ctx

ROOT = Path(__file__).resolve().parent
SHELL = ROOT / "pages" / "_shell.py"

# `streamlit run` puts the folder of the main script on the path, and that is pages/.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

if get_script_run_ctx() is not None:
    runpy.run_path(str(SHELL))
else:
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.routing import Route

    from dashboard import failure, geo_files, landing, probes, ready
    from dashboard.compressed import Compressed
    from dashboard.headers import Headers
    from dashboard.health import healthz

    app = st.App(
        SHELL,
        lifespan=ready.lifespan,
        routes=[Route("/healthz", healthz), *probes.ROUTES, *geo_files.ROUTES, *landing.ROUTES],
        on_script_error=failure.said,
        middleware=[Middleware(Headers), Middleware(Compressed)],
    )
