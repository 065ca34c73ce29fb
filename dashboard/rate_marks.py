"""What stands in a chart of rates beside the lines. Rows of `queries.rate_history` in, parts of it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard import rate_numbers, rate_words, theme
from dashboard.cells import as_day
from dashboard.language import _
from dashboard.theme import Theme

Figure = dict[str, Any]
Row = dict[str, Any]

DOT = 5  # pixels


def middle(row: Row) -> float:
    """The middle of what a rate leaves open."""
    low, high = rate_numbers.ends(row)
    return float((low + high) / 2)


def spoken(row: Row) -> str:
    rate = _("{amount} {currency} per USD").format(amount=rate_numbers.per_usd(row), currency=row["lcu"])
    return f"{rate}<br>{rate_words.day(row)}, {rate_words.kind(row)}"


def _spoken_wrong(row: Row) -> str:
    told = [f"{rate_words.day(row)}, {rate_words.kind(row)}", str(row["problem"])]
    told += [_("and {n} more near it").format(n=int(row["more"]))] if row["more"] else []
    return "<br>".join(told)


def bars(tickers: Sequence[Row], colour: str) -> Figure:
    halves = [(high - low) / 2 for low, high in map(rate_numbers.ends, tickers)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [as_day(row["date"]).isoformat() for row in tickers],
        "y": [middle(row) for row in tickers],
        # A band has no middle that anyone stated.
        "marker": {"color": colour, "size": [_dot(row) for row in tickers]},
        "error_y": {"type": "data", "array": [float(half) for half in halves], "color": colour}
        | {"thickness": 1.6, "width": 4},
        "hovertext": [spoken(row) for row in tickers],
        "hoverinfo": "text",
    }


def _dot(row: Row) -> int:
    return DOT - 1 if int(row["digits"]) >= rate_numbers.TOLERANCE_DIGITS else 0


def crosses(wrong: Sequence[Row], room: Sequence[float], look: Theme) -> Figure:
    """Outside the line, at the edge where the number is beyond it; hovering gives the sentence."""
    levels = [middle(row) for row in wrong]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [as_day(row["date"]).isoformat() for row in wrong],
        "y": [min(max(level, room[0]), room[1]) for level in levels],
        "marker": {
            "symbol": [_symbol(level, room) for level in levels],
            "size": 8,
            "color": theme.INK2[look],
            "line": {"width": 1.4, "color": theme.INK2[look]},
        },
        "hovertext": [_spoken_wrong(row) for row in wrong],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _symbol(level: float, room: Sequence[float]) -> str:
    beyond = "triangle-up-open" if level > room[1] else "triangle-down-open"
    return "x-thin" if room[0] <= level <= room[1] else beyond


def shift(row: Row, look: Theme) -> Figure:
    day = as_day(row["date"]).isoformat()
    line = {"color": theme.INK2[look], "width": 1, "dash": "dash"}
    return {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def shift_day(row: Row, look: Theme) -> Figure:
    """The day beside the line where a level left another for good; hovering gives the sentence."""
    return note(rate_words.day(row)) | {
        "x": as_day(row["date"]).isoformat(),
        "xref": "x",
        "xshift": 4,
        "xanchor": "left",
        "y": 0.04,
        "hovertext": str(row["note"]),
        "font": {"size": 13, "color": theme.INK2[look]},
    }


def note(text: str) -> Figure:
    return {"text": text, "xref": "paper", "yref": "paper", "showarrow": False, "font": {"size": 13}}
