"""The frame around every page: settings, first build, style and the bar at the top."""

import streamlit as st

from dashboard import first_build, shell

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
shell.dress()
first_build.ensure()
st.navigation(shell.pages(), position=shell.bar()).run()
