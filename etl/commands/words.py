"""Small words of the commands' messages."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """A number of things.

    >>> count(1, "file"), count(12000, "file")
    ('1 file', '12,000 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
