"""The frame around every page: settings, style, the bar at the top, and the first build."""

import streamlit as st

from dashboard import bar, first_build, shell

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
shell.speak()
shell.dress()
# Pages are named before anything is built: a rerun of a server that knows none yet goes to the landing.
page = st.navigation(shell.pages(), position=shell.bar())
bar.draw(shell.name_of(page))
first_build.ensure()
page.run()
