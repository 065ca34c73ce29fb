"""The colours, by theme. `.streamlit/config.toml` repeats them for Streamlit's own widgets."""

from __future__ import annotations

from typing import Literal

import streamlit as st

Theme = Literal["light", "dark"]

GROUND: dict[Theme, str] = {"light": "#FBFAF7", "dark": "#0F1720"}
SURFACE: dict[Theme, str] = {"light": "#FFFFFF", "dark": "#16202B"}
HAIRLINE: dict[Theme, str] = {"light": "#E4E0D8", "dark": "#263341"}
INK: dict[Theme, str] = {"light": "#1B1F24", "dark": "#E8ECEF"}
INK2: dict[Theme, str] = {"light": "#565B62", "dark": "#A8B3BD"}
ACCENT: dict[Theme, str] = {"light": "#0B5A6B", "dark": "#6FC3D0"}
NODATA: dict[Theme, str] = {"light": "#D9DCE1", "dark": "#2A3644"}
BORDER: dict[Theme, str] = {"light": "#B4AD9E", "dark": "#536475"}  # of countries on a map
LAND: dict[Theme, str] = {"light": "#FEFDFA", "dark": "#22303D"}  # of a country on a map
# Searched for together: 4.4 : 1 on the ground or better, and apart for every kind of sight.
COUNTRY: dict[Theme, dict[str, str]] = {
    "light": {"KAZ": "#3679B3", "KGZ": "#841E05", "TJK": "#0D5944", "TKM": "#64397F", "UZB": "#7E701D"},
    "dark": {"KAZ": "#4AB5F8", "KGZ": "#E6542E", "TJK": "#A1E7D0", "TKM": "#C96BAD", "UZB": "#EBCC70"},
}
FONT = '"Source Sans", sans-serif'  # Streamlit's bundled families


def current() -> Theme:
    """The theme in the reader's browser; light before the browser has said which."""
    return "dark" if st.context.theme.type == "dark" else "light"


def of_country(country: str, theme: Theme) -> str:
    """The colour of a country; ink for the region and for no country.

    >>> of_country("KAZ", "light"), of_country("REGION", "light")
    ('#3679B3', '#1B1F24')
    """
    return COUNTRY[theme].get(country, INK[theme])


def variables() -> str:
    """CSS custom properties `--ox-…`, each right in both themes.

    >>> "--ox-ink:light-dark(#1B1F24,#E8ECEF)" in variables()
    True
    """
    named: dict[str, dict[Theme, str]] = {
        "ground": GROUND,
        "surface": SURFACE,
        "hairline": HAIRLINE,
        "ink": INK,
        "ink2": INK2,
        "accent": ACCENT,
        "nodata": NODATA,
        "land": LAND,
        **{code.lower(): {"light": c, "dark": COUNTRY["dark"][code]} for code, c in COUNTRY["light"].items()},
    }
    return ";".join(f"--ox-{name}:light-dark({c['light']},{c['dark']})" for name, c in named.items())
