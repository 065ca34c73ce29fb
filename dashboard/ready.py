"""What the server does before its first visitor comes: it loads what the pages are made with."""

from __future__ import annotations

import gc
import pkgutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import dashboard
from dashboard import flat_map, rates_clock

# What Streamlit loads when a page draws the first chart, table or map; the rest comes with our own modules.
ALSO = ("plotly.graph_objs._figure", "plotly.io", "pydeck", "pyarrow", "streamlit.elements.plotly_chart")


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """The server answers at once and loads beside it. Its clock runs for as long as it lives."""
    threading.Thread(target=load, daemon=True).start()
    async with rates_clock.lifespan(app):
        yield


def load() -> None:
    """Load everything, and set what is there for good aside from garbage collection.

    That is 130,000 objects, and Python looks at each of them whenever it collects: 70 ms of CPU, several
    times as much as a page takes.
    """
    ours = [found.name for found in pkgutil.walk_packages(dashboard.__path__, "dashboard.")]
    for name in (*ours, *ALSO):
        import_module(name)
    flat_map.prepare()
    gc.collect()
    gc.freeze()
