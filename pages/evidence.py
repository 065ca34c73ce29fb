"""Evidence: an article with its reported figures marked, and what each of them was read as."""

import streamlit as st

from dashboard import evidence_view as view

chosen = view.choose()
if chosen is None:
    st.stop()
view.slide(chosen)
view.top(chosen)
text, panel = st.columns([3, 2], gap="large")
with text:
    view.article(chosen)
with panel:
    view.figure(chosen)
view.foot(chosen)
