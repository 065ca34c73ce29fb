"""A country's plants and projects on a small flat map, and the same as a list. HTML, all words escaped."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from dashboard import flat_map, layout, map_key, shapes, site_list, theme, words
from dashboard.cells import rows
from dashboard.drawing import Drawing
from dashboard.language import _
from dashboard.sites import Site

FEW = 8  # places in the list; more are counted


def country_map(drawing: Drawing, known: pd.DataFrame, shown: theme.Theme) -> str:
    """`drawing` is of the country's sites; `known` is as `queries.country.places` gives it."""
    found = drawing.found
    others = [row for row in rows(known) if row.place not in {site.place for site in found}]
    if not found:
        said = (
            _("No plant or project has a place.") if others else _("No figure names a place of this country.")
        )
        return f"<p class='ox-empty'>{said}</p>{_others(others)}"
    figure = flat_map.figure(drawing, shown, "ox-flat ox-flat-here")
    credit = f"<p class='ox-note'>{escape(_(shapes.SHORT_CREDIT))}</p>"
    return f"{figure}{map_key.squares(drawing)}{_list(drawing)}{_others(others)}{credit}"


def _list(drawing: Drawing) -> str:
    """Those with most figures first; each leads to its place on the map of plants."""
    order = sorted(drawing.found, key=lambda site: -len(site.figures))
    lines = "".join(_line(site, drawing) for site in order[:FEW])
    return f"<ul class='ox-plain'>{lines}{_more(drawing)}</ul>"


def _line(site: Site, drawing: Drawing) -> str:
    name = site_list.chooser(site, drawing, escape(drawing.label(site)))
    told = [words.count(len(site.figures), "{n} figure", "{n} figures") if site.figures else _("no figure")]
    told += [site.stage.words] if site.exact else [site.stage.words, _("position approximate")]
    sign = site_list.mark(site.stage, site.country, drawing.age(site))
    return f"<li>{sign} {name}<small>{escape(' · '.join(told))}</small></li>"


def _more(drawing: Drawing) -> str:
    more = len(drawing.found) - FEW
    if more <= 0:
        return ""
    address = escape(layout.address("places", place_country=drawing.country))
    said = words.count(more, "{n} more place on the map of plants", "{n} more places on the map of plants")
    return f"<li><a href='{address}' target='_self'>{said}</a></li>"


def _others(known: list[Any]) -> str:
    """Places with figures that are of no plant: the search has their sentences."""
    if not known:
        return ""
    links = ", ".join(_other(str(row.place), int(row.figures)) for row in known[:FEW])
    told = _("Other places with figures: {places}")
    if len(known) > FEW:
        told = _("Other places with figures: {places} and {n} more")
    return f"<p class='ox-places'>{told.format(places=links, n=len(known) - FEW)}</p>"


def _other(place: str, figures: int) -> str:
    address = escape(layout.address("search", q=place))
    return (
        f"<a href='{address}' target='_self'>{escape(words.place(place))}</a>&nbsp;<small>{figures}</small>"
    )
