"""Each kind of value has a mark of its own, and its form alone tells it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dashboard import dates, marks, theme

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("kind", "qualifier", "direction", "shape", "sign"),
    [
        ("observed", "exact", None, marks.OBSERVED, marks.EXACT),
        ("observed", "about", None, marks.OBSERVED, marks.ABOUT),
        ("observed", "less_than", None, marks.OBSERVED, marks.LESS),
        ("observed", "range", None, marks.OBSERVED, marks.RANGE),
        ("target", "about", "up", marks.TARGET, marks.ABOUT),
        ("planned", "more_than", None, marks.PLANNED, marks.MORE),
        ("forecast", "exact", "down", marks.FORECAST, marks.EXACT),
        ("share", "vague", None, marks.SHARE, marks.VAGUE),
        ("change", "exact", "up", marks.UP, marks.EXACT),
        ("change", "about", "down", marks.DOWN, marks.ABOUT),
        ("change", "exact", None, marks.CHANGE, marks.EXACT),
    ],
)
def test_the_kind_gives_the_shape_and_the_qualifier_the_sign(
    kind: str, qualifier: str, direction: str | None, shape: marks.Shape, sign: marks.Sign
) -> None:
    assert marks.mark(kind, qualifier, direction) == marks.Mark(shape, sign)


def test_no_two_marks_look_or_read_the_same() -> None:
    assert len(marks.ALL) == 48
    assert len({marks.classes(mark) for mark in marks.ALL}) == 48
    assert len({mark.glyph for mark in marks.ALL}) == 48
    assert len({mark.words for mark in marks.ALL}) == 48


def test_no_two_shapes_are_drawn_the_same_full_or_empty() -> None:
    assert len({drawn for shape in marks.SHAPES for drawn in (shape.full, shape.empty)}) == 2 * len(
        marks.SHAPES
    )


def test_every_mark_has_its_rules_in_the_style_sheets() -> None:
    sheet = (ROOT / "dashboard" / "marks.css").read_text("utf-8") + marks.css()
    named = {name for mark in marks.ALL for age in range(3) for name in marks.classes(mark, age).split()}
    assert {name for name in named if not re.search(rf"\.{name}\b(?!-)", sheet)} == {
        "ox-m-exact"
    }  # a shape alone


def test_a_legend_has_a_key_for_each_shape_and_sign_that_is_used_and_no_other() -> None:
    used = [marks.mark("target", "more_than"), marks.mark("observed", "about")]
    words = re.findall(r"</i> ([^<]+)</span>", marks.legend(used, ages=[0, 2]))
    assert words == ["observed", "target", "about", "more than", "smallest: over 8 years old"]


def test_a_mark_is_read_aloud_and_takes_only_a_country_for_its_colour() -> None:
    target = marks.mark("target")
    assert "aria-label='target'" in marks.html(target)
    assert "--ox-kaz" in marks.html(target, "KAZ")
    assert "style" not in marks.html(target, "x)'><script>")


def test_the_style_of_the_marks_holds_no_quote_that_would_end_it() -> None:
    addresses = re.findall(r'url\("(.*?)"\)', marks.css())
    assert len(addresses) == 2 * len(marks.SHAPES) + 3
    assert not any(sign in address for address in addresses for sign in "<#")


@pytest.mark.parametrize(
    ("last", "step"),
    [
        (date(2030, 12, 31), 0),
        (date(2026, 11, 22), 0),
        (date(2023, 12, 31), 0),
        (date(2023, 11, 21), 1),
        (date(2018, 11, 21), 2),
        (None, 0),
    ],
)
def test_a_mark_grows_smaller_with_age_in_two_steps(last: date | None, step: int) -> None:
    assert dates.age_step(last, date(2026, 11, 22)) == step


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
