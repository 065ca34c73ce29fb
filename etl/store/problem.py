"""What the store says when it cannot go on."""

from __future__ import annotations


class StoreError(Exception):
    """A sentence: which folder or file, what is wrong, what to do. The database before it stays."""


class NoDatabase(Exception):  # noqa: N818 - a state of the store, not a failure
    """The store holds no database. The message says how to make one."""
