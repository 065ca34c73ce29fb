"""Where messages stand, for `pybabel extract` (data/interface/babel.cfg): in Python and in TOML."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO

Found = Iterator[tuple[int, str | None, tuple[str | None, ...] | str, list[str]]]


def calls(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Found:
    """Calls with messages among their arguments. Babel's own reader does not look into f-strings."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in keywords:
            messages = tuple(map(_text, node.args))
            if any(messages):
                yield node.lineno, name, messages, []


def _name(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def _text(argument: ast.expr) -> str | None:
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return str(argument.value) if is_text else None  # type: ignore[attr-defined]


def values(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Found:
    """Every value of a TOML table."""
    for message in tomllib.load(file).values():
        yield 1, None, str(message), []
