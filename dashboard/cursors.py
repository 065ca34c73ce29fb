"""Cursors of published databases: one a question, stopped when it takes too long or the server ends."""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import streamlit as st

from dashboard import language

SECONDS = 5.0
PATIENCE = 3.0  # seconds, for questions that are being stopped

# One constant: DuckDB refuses a second connection to a file that is asked for with other settings.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "memory_limit": "1GB",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
    "temp_directory": "",  # last: in front of enable_external_access the connection is refused
}

_ending = threading.Event()
_running: set[duckdb.DuckDBPyConnection] = set()


class TooSlow(Exception):  # noqa: N818
    """The question took longer than a page may wait."""


class OtherVersion(Exception):  # noqa: N818
    """The database lacks what is asked for: another version of Oxus made it."""


@st.cache_resource(max_entries=3, show_spinner=False)
def _connection(path: str) -> duckdb.DuckDBPyConnection:
    """One per file. A file once named never changes, so that an open one is never out of date."""
    return duckdb.connect(path, read_only=True, config=SETTINGS)


@contextmanager
def cursor(path: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """For one question to the database at `path`: threads that share one get each other's answers.

    Raises TooSlow, OtherVersion.
    """
    if _ending.is_set():
        raise TooSlow(language._("The dashboard is being stopped."))
    own = _connection(path).cursor()
    _running.add(own)
    limit = threading.Timer(SECONDS, own.interrupt)
    limit.daemon = True
    limit.start()
    try:
        yield own
    except duckdb.InterruptException as stopped:
        told = language._("The question took longer than {n} seconds.")
        raise TooSlow(told.format(n=f"{SECONDS:g}")) from stopped
    except (duckdb.CatalogException, duckdb.BinderException) as lacking:
        raise OtherVersion(str(lacking)) from lacking
    finally:
        limit.cancel()
        own.close()
        _running.discard(own)


def _quiesce() -> None:
    """A question still in flight when the process ends would abort it: stop all of them, and wait."""
    _ending.set()
    until = time.monotonic() + PATIENCE
    while _running and time.monotonic() < until:
        # Again and again: a question that has just been put in does not hear the first call.
        for each in list(_running):
            each.interrupt()
        time.sleep(0.01)


atexit.register(_quiesce)
