"""Each kind of value has a sign of its own, and its shape alone tells it."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from dashboard import marks, theme

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("kind", "qualifier", "direction", "sign"),
    [
        ("observed", "exact", None, marks.OBSERVED),
        ("observed", "about", None, marks.ABOUT),
        ("observed", "more_than", None, marks.MORE),
        ("observed", "less_than", None, marks.LESS),
        ("observed", "range", None, marks.RANGE),
        ("observed", "vague", None, marks.VAGUE),
        ("target", "exact", None, marks.TARGET),
        ("target", "about", "up", marks.TARGET),
        ("planned", "more_than", None, marks.PLANNED),
        ("forecast", "exact", "down", marks.FORECAST),
        ("share", "exact", None, marks.SHARE),
        ("change", "exact", "up", marks.UP),
        ("change", "about", "down", marks.DOWN),
        ("change", "exact", None, marks.CHANGE),
    ],
)
def test_kind_comes_before_qualifier(
    kind: str, qualifier: str, direction: str | None, sign: marks.Mark
) -> None:
    assert marks.mark(kind, qualifier, direction) is sign


@pytest.mark.parametrize(("one", "other"), list(combinations(marks.ALL, 2)))
def test_no_two_signs_look_or_read_the_same(one: marks.Mark, other: marks.Mark) -> None:
    assert one.svg != other.svg
    assert one.glyph != other.glyph
    assert one.words != other.words


def test_a_sign_is_read_aloud_and_takes_only_a_country_for_its_colour() -> None:
    assert "aria-label='target'" in marks.html(marks.TARGET)
    assert "--ox-kaz" in marks.html(marks.TARGET, "KAZ")
    assert "style" not in marks.html(marks.TARGET, "x)'><script>")


def test_the_style_of_the_signs_holds_no_quote_that_would_end_it() -> None:
    for address in re.findall(r'url\("(.*?)"\)', marks.css()):
        assert "<" not in address
        assert "#" not in address


@pytest.mark.parametrize("look", ["light", "dark"])
def test_streamlits_own_colours_are_ours(look: theme.Theme) -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][look]
    assert settings["backgroundColor"] == theme.GROUND[look]
    assert settings["secondaryBackgroundColor"] == theme.SURFACE[look]
    assert settings["textColor"] == theme.INK[look]
    assert settings["primaryColor"] == settings["linkColor"] == theme.ACCENT[look]
    assert settings["borderColor"] == theme.HAIRLINE[look]
    assert settings["chartCategoricalColors"] == list(theme.COUNTRY[look].values())


@pytest.mark.parametrize("look", ["light", "dark"])
def test_text_and_countries_stand_out_from_the_ground(look: theme.Theme) -> None:
    for ground in (theme.GROUND[look], theme.SURFACE[look]):
        for colour in (theme.INK[look], theme.INK2[look], theme.ACCENT[look]):
            assert contrast(colour, ground) >= 4.5
    for colour in theme.COUNTRY[look].values():
        assert contrast(colour, theme.GROUND[look]) >= 4.4


def contrast(one: str, other: str) -> float:
    """WCAG 2, by its own formula."""
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
