"""The places page for each choice, made once a build, when somebody first looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd
import pydeck as pdk
import streamlit as st

from dashboard import (
    classes,
    database,
    flat_map,
    map_key,
    maps,
    page_csv,
    site_list,
    site_words,
    sites,
    takeaways,
    theme,
    widest,
)
from dashboard.cells import rows
from dashboard.drawing import Drawing
from dashboard.language import _
from dashboard.layout import Foot
from dashboard.queries import indicator, places
from dashboard.sites import Site

ALL, NONE = "all", "none"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the address asks for. `site` is a name as `sites.names` has it, or "all"."""

    country: str
    measure: str
    shade: str
    site: str
    size: tuple[int, int]  # pixels of the map


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page for some choices, ready to be sent."""

    takeaway: str
    spoken: str
    deck: pdk.Deck
    flat: str
    key: str
    listed: str
    claim_ids: list[str]
    foot: Foot


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen, code to name."""

    measures: dict[str, str]
    shades: dict[str, str]
    sites: dict[str, str]


def made(choices: Choices, today: date, look: theme.Theme) -> Drawn:
    """The page for these choices."""
    return _drawn(database.edition(), choices, today, look)


def options(country: str) -> Options:
    """What can be chosen on the map of one country, or of all five."""
    return _options(database.edition(), country)


def sites_of(country: str) -> list[Site]:
    """The sites of one country, or of all five."""
    return _of(database.edition(), country)


# The database on screen and the language are part of every key, so that a new one is drawn anew.


@st.cache_resource(max_entries=3, show_spinner=False)
def _found(edition: str) -> list[Site]:  # noqa: ARG001
    return sites.sites(places.figures(), places.named())


@st.cache_resource(max_entries=50, show_spinner=False)
def _options(edition: str, country: str) -> Options:
    found = _of(edition, country)
    # Also what only the others have: a measure that is looked at stays while countries are gone through.
    codes = dict.fromkeys((*sites.measures(found), *sites.measures(_found(edition))))
    measures = {code: site_words.measure(code) for code in codes}
    labels = sites.labels(found)
    names = {name: labels[name] for name in sorted(labels, key=labels.__getitem__)}
    shades = {NONE: _("Nothing"), **places.shades(list(classes.BREAKS))}
    return Options(measures or {NONE: _("Nothing to compare")}, shades, {ALL: _("All places"), **names})


def _of(edition: str, country: str) -> list[Site]:
    return [site for site in _found(edition) if country in (ALL, site.country)]


@st.cache_resource(max_entries=200, show_spinner=False)
def _drawn(edition: str, choices: Choices, today: date, look: theme.Theme) -> Drawn:
    drawing = _drawing(edition, choices, today)
    found, measure = drawing.found, drawing.measure
    return Drawn(
        takeaway=site_words.takeaway(found, measure),
        spoken=site_words.spoken(found, measure),
        deck=maps.places_map(drawing, look),
        flat=flat_map.flat_map(drawing, look),
        key=map_key.key(drawing, look),
        listed=site_list.listed(drawing),
        claim_ids=page_csv.at(found),
        foot=_foot(edition, choices.country),
    )


@st.cache_resource(max_entries=50, show_spinner=False)
def _foot(edition: str, country: str) -> Foot:
    """Who said the figures, of when, and of which kinds they are."""
    told = [row for site in _of(edition, country) for row in site.figures]
    columns = ("publisher", "period", "published", "kind")
    return takeaways.foot(pd.DataFrame({name: [getattr(row, name) for row in told] for name in columns}))


def _drawing(edition: str, choices: Choices, today: date) -> Drawing:
    found = _of(edition, choices.country)
    picked = next((site for site, name in sites.names(found).items() if name == choices.site), None)
    shaded = None if choices.shade == NONE else _shading(choices.shade, today)
    return Drawing(found, choices.measure, today, choices.country, shaded, picked, choices.size)


def _shading(code: str, today: date) -> dict[str, object]:
    """The newest figure of each whole country, as the indicator's own map has it."""
    newest = widest.worded(indicator.newest(code, list(places.names())), today)
    return {str(row.country): row for row in rows(newest)}
