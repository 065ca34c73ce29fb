"""Indicator: all figures of one indicator, as chart, map, table and sentences over one selection."""

import streamlit as st

from dashboard import database, filters, indicator_view, layout, selection, shell, takeaways
from dashboard.language import _
from dashboard.queries import country, indicator

names, countries, today = indicator.names(), country.names(), shell.today()
left, right = st.columns([2, 3], vertical_alignment="top")
with left:
    code = filters.one(_("Indicator"), names, key="indicator", ends=indicator_view.WITHIN)
with right:
    among = filters.some(_("Countries, all unless chosen"), countries, key="countries")
chosen = selection.Selection(code, tuple(among))
layout.title(names[code], indicator_view.subtitle(chosen))
layout.takeaway(takeaways.takeaway(chosen.rows, [countries[c] for c in among], database.build().articles))
view, place = filters.tab(indicator_view.tabs(), key="view")
with place:
    indicator_view.TABS[view](chosen, today)
layout.slide(takeaways.foot(chosen.points))
indicator_view.definition(chosen)
layout.foot(takeaways.foot(chosen.points))
