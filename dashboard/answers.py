"""Answers of the database as tables or as rows, and the last of them kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

import pandas as pd

Question = tuple[Hashable, ...]


def table(columns: Mapping[str, Any]) -> pd.DataFrame:
    """What DuckDB's `fetchnumpy` gives, with missing cells as `df` has them: None, NaN or NaT.

    Texts stay objects. Those of pandas are Arrow's: to turn them back into words takes a page longer than
    all its questions to the database.
    """
    index = pd.RangeIndex(len(next(iter(columns.values()))))
    return pd.DataFrame({name: _column(values, index) for name, values in columns.items()}, index, copy=False)


def _column(values: Any, index: pd.RangeIndex) -> pd.Series[Any]:
    if values.dtype.kind != "O":
        return pd.Series(values, index, copy=False)
    if hasattr(values, "mask"):  # some cells hold nothing
        mask, values = values.mask, values.data
        values[mask] = None
    return pd.Series(values, index, dtype=object, copy=False)


def question(*parts: object) -> Question:
    """What an answer is kept by: the parts, lists as tuples, mappings by their names."""
    return tuple(map(_part, parts))


def _part(part: object) -> Hashable:
    if isinstance(part, Mapping):
        return tuple((name, _part(value)) for name, value in sorted(part.items()))
    return tuple(map(_part, part)) if isinstance(part, list | tuple) else part


Answer = TypeVar("Answer", pd.DataFrame, tuple[Any, ...])


class Answers(Generic[Answer]):
    """The last answers. The oldest go once there are more than `most` cells in all of them."""

    def __init__(self, most: int) -> None:
        self._most, self._cells = most, 0
        self._kept: OrderedDict[Question, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def give(self, asked: Question, find: Callable[[], Answer]) -> Answer:
        """The answer, found if it is not kept. Changing the table that is given changes no other."""
        with self._lock:
            found = self._kept.get(asked)
            if found is not None:
                self._kept.move_to_end(asked)
                return _handed(found)
        found = find()  # outside the lock: others need not wait for it
        self._keep(asked, found)
        return _handed(found)

    def _keep(self, asked: Question, found: Answer) -> None:
        with self._lock:
            self._cells += _size(found) - (_size(self._kept[asked]) if asked in self._kept else 0)
            self._kept[asked] = found
            while len(self._kept) > 1 and self._cells > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._cells -= _size(oldest)


def _handed(found: Answer) -> Answer:
    return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found


def _size(found: pd.DataFrame | tuple[Any, ...]) -> int:
    return int(found.size) if isinstance(found, pd.DataFrame) else sum(map(len, found))
