"""A country's plants and projects on a small flat map, and the same as a list. HTML, all words escaped."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from dashboard import flat_map, layout, map_key, shapes, site_list, theme, words
from dashboard.cells import rows
from dashboard.drawing import Drawing
from dashboard.sites import Site

NOTHING = "<p class='ox-empty'>No figure names a place of this country.</p>"
FEW = 8  # places in the list; more are counted


def country_map(drawing: Drawing, known: pd.DataFrame, shown: theme.Theme) -> str:
    """`drawing` is of the country's sites; `known` is as `queries.country.places` gives it."""
    found = drawing.found
    others = [row for row in rows(known) if row.place not in {site.place for site in found}]
    if not found:
        return (
            f"<p class='ox-empty'>No plant or project has a place.</p>{_others(others)}"
            if others
            else NOTHING
        )
    figure = flat_map.figure(drawing, shown, "ox-flat ox-flat-here")
    credit = f"<p class='ox-note'>{escape(shapes.SHORT_CREDIT)}</p>"
    return f"{figure}{map_key.squares(drawing)}{_list(drawing)}{_others(others)}{credit}"


def _list(drawing: Drawing) -> str:
    """Those with most figures first; each leads to its place on the map of plants."""
    order = sorted(drawing.found, key=lambda site: -len(site.figures))
    lines = "".join(_line(site, drawing) for site in order[:FEW])
    return f"<ul class='ox-plain'>{lines}{_more(drawing)}</ul>"


def _line(site: Site, drawing: Drawing) -> str:
    name = site_list.chooser(site, drawing, escape(drawing.names[site]))
    figures = words.count(len(site.figures), "figure") if site.figures else "no figure"
    told = f"{figures} · {site.stage.words}{'' if site.exact else ' · position approximate'}"
    sign = site_list.mark(site.stage, site.country, drawing.age(site))
    return f"<li>{sign} {name}<small>{escape(told)}</small></li>"


def _more(drawing: Drawing) -> str:
    more = len(drawing.found) - FEW
    if more <= 0:
        return ""
    address = escape(layout.address("places", place_country=drawing.country))
    said = f"{words.count(more, 'more place')} on the map of plants"
    return f"<li><a href='{address}' target='_self'>{said}</a></li>"


def _others(known: list[Any]) -> str:
    """Places with figures that are of no plant: the search has their sentences."""
    if not known:
        return ""
    links = (_other(str(row.place), int(row.figures)) for row in known[:FEW])
    more = f" and {len(known) - FEW} more" if len(known) > FEW else ""
    return f"<p class='ox-places'>Other places with figures: {', '.join(links)}{more}</p>"


def _other(place: str, figures: int) -> str:
    address = escape(layout.address("search", q=place))
    return f"<a href='{address}' target='_self'>{escape(place)}</a>&nbsp;<small>{figures}</small>"
