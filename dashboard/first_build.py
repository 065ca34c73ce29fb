"""The first start without a database: it is built from data/ while the reader watches."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from dashboard import database
from dashboard.language import _

ROOT = Path(__file__).resolve().parent.parent


def exists() -> bool:
    """Whether a build has been published."""
    return (database.store() / "CURRENT").exists()


def ensure() -> None:
    """Go on where there is a database; else build it, or say why that failed and stop."""
    if exists():
        return
    with st.status(_("Building the database from data/articles"), expanded=True) as status:
        for line in _build():
            status.write(line)
        if exists():
            status.update(label=_("The database is built"), state="complete")
            st.rerun()
        status.update(label=_("The database could not be built"), state="error", expanded=True)
    told = _("The lines above name the file and the cure. Then run {command} and reload this page.")
    st.write(told.format(command="`python -m etl build`"))
    st.stop()


def _build() -> Iterator[str]:
    """What the build says, line by line. It runs on its own: a page never imports the pipeline."""
    command = [sys.executable, "-u", "-m", "etl", "build", "--store", str(database.store())]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as build:
        yield from (line.rstrip() for line in build.stdout or () if line.strip())
