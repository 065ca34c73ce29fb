"""Rates: five currencies to the dollar, with the digits that were printed and what these leave open."""

import streamlit as st

from dashboard import rates_view as view
from dashboard.queries import rates

chosen = view.choose()
if rates.history(chosen).empty:
    view.empty()
    st.stop()
view.tiles(chosen)
open_, time = st.columns([2, 3], gap="large")
with open_:
    view.exactness(chosen)
with time:
    view.over_time(chosen)
view.every_rate(chosen)
