"""The server's own refresh of the rates: at its start and then every OXUS_RATES_EVERY hours."""

from __future__ import annotations

import asyncio
import logging
import math
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dashboard import refresh

SETTING = "OXUS_RATES_EVERY"
LEAST = 6  # hours: the command asks no source more often
LOG = logging.getLogger("oxus")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Refreshing for as long as the server lives. It ends what is under way, a visitor's refresh too."""
    task = asyncio.create_task(_refreshing(_wanted()))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.to_thread(refresh.RATES.stop)


def _wanted() -> float:
    try:
        return hours(os.environ.get(SETTING, ""))
    except ValueError as sentence:
        LOG.warning("%s", sentence)
        return 0


def hours(text: str) -> float:
    """Between the end of one refresh and the next; 0: none. Raises ValueError with a sentence.

    >>> hours("12"), hours("6.5"), hours("0"), hours("")
    (12.0, 6.5, 0.0, 0.0)
    """
    try:
        found = float(text.strip() or 0)
    except ValueError:
        found = math.nan
    if found == 0 or LEAST <= found < math.inf:
        return found
    raise ValueError(
        f"{SETTING} is {text!r}, so rates are not refreshed in the background. "
        f"Write a number of hours, {LEAST} or more, or 0 for never."
    )


async def _refreshing(every: float) -> None:
    while every:
        # The hours count from the end: sources are left alone for six hours after they have answered.
        await asyncio.to_thread(refresh.start_rates().wait)
        await asyncio.sleep(every * 3600)
