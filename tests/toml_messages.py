"""The values of a TOML table as messages, for `pybabel extract` (data/interface/babel.cfg)."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO


def values(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """As Babel asks for them: line, function, message, comments."""
    for message in tomllib.load(file).values():
        yield 1, None, str(message), []
