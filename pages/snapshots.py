"""Snapshots: every reported figure as CSV, all of it or the rows on screen."""

from dashboard import layout
from dashboard import snapshots_view as view

chosen = view.choose()
view.counted(chosen)
view.files(chosen)
view.preview(chosen)
view.dictionary()
layout.foot(layout.Foot())
