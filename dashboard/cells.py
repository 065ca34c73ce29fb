"""What a cell of a table holds. A missing cell may be None, NaN or NaT; a decimal may have become a float."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Context, Decimal
from functools import cache
from typing import Any

import pandas as pd

# A decimal that became a float on the way is right to 15 digits; what follows is noise.
FLOAT = Context(prec=15)


def missing(cell: Any) -> bool:
    """Whether a cell holds nothing. Zero is something.

    >>> missing(None), missing(float("nan")), missing(pd.NaT), missing(pd.NA), missing(0)
    (True, True, True, True, False)
    """
    return cell is None or cell is pd.NA or bool(cell != cell)  # noqa: PLR0124  NaN and NaT are not themselves


def decimal(cell: Any) -> Decimal | None:
    """The number in a cell, as short as it can be written.

    >>> decimal(17.4), decimal(float("nan")), decimal(Decimal("2500000.000000"))
    (Decimal('17.4'), None, Decimal('2500000'))
    >>> decimal(6289999999.999999)
    Decimal('6290000000')
    """
    if missing(cell):
        return None
    exact = cell if isinstance(cell, Decimal) else FLOAT.create_decimal_from_float(float(cell))
    whole = exact.to_integral_value()
    return whole if whole == exact else exact.normalize()


def text(cell: Any) -> str | None:
    """The words in a cell, or None."""
    return None if missing(cell) or cell == "" else str(cell)


def as_day(cell: Any) -> date:
    """The day in a cell that holds a date, a timestamp or text."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else date.fromisoformat(str(cell)[:10])


def rows(table: pd.DataFrame) -> Iterator[Any]:
    """Each row with its columns as attributes, as `itertuples` gives them.

    >>> [(row.country, row.value) for row in rows(pd.DataFrame({"country": ["KAZ"], "value": [2.5]}))]
    [('KAZ', 2.5)]
    """
    # One conversion of the whole table: itertuples looks up each column, which costs more than the page.
    return map(row_of(tuple(map(str, table.columns)))._make, table.to_numpy(dtype=object))


@cache
def row_of(columns: tuple[str, ...]) -> Any:
    """The class of rows with these columns as attributes."""
    return namedtuple("Row", columns, rename=True)
