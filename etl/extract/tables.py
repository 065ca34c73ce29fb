"""Tables of plain text: the head of a column says what the numbers under it are."""

from __future__ import annotations

import re

from etl.extract.calendar import Calendar
from etl.extract.context import Context
from etl.extract.mentions import Mention
from etl.extract.reading import Reading, read
from etl.model import Span

CELL = re.compile(r"[^\t|]+")
BORDER = re.compile(r"[\t|]")


def with_columns(text: str, reading: Reading, context: Context) -> Context:
    """A row of words above rows of numbers is the table's head; any other line ends the table."""
    if reading.block.role != "table_row":
        return context._replace(columns=()) if context.columns else context
    if reading.mentions or not reading.row or not BORDER.search(text, reading.span.start, reading.span.end):
        return context
    cells = CELL.finditer(text, reading.span.start, reading.span.end)
    heads = tuple(_head(text, Span(*cell.span()), reading, context.calendar) for cell in cells)
    return context._replace(columns=heads)


def _head(text: str, span: Span, reading: Reading, calendar: Calendar) -> Reading:
    return read(text, span, reading.block, calendar)


def in_column(text: str, reading: Reading, mention: Mention, context: Context) -> Context:
    """The context of a cell: the head of its column is its lead-in."""
    if not context.columns:
        return context
    column = len(BORDER.findall(text, reading.span.start, mention.span(reading.row).start))
    return context._replace(lead=context.columns[min(column, len(context.columns) - 1)])
