"""Bytes into text, or a sentence that says why not."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from etl.read.problem import ReadError

BINARY = "is not text (it holds zero bytes). Save the article as plain text in UTF-8."
UNKNOWN = "is in an unknown encoding. Save it again as UTF-8."
EMPTY = "holds no text. Put the article's text into it, or remove it."

# Control characters other than tab, line ends and form feed: text copied from a page may hold a few.
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
LETTER = re.compile(r"[^\W\d_]")
RUSSIAN = re.compile(r"[а-яёА-ЯЁ]")
# Russian words have no capital inside; another encoding misread as windows-1251 is full of them.
CAPITAL_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")


def decode(data: bytes) -> str:
    r"""The text of a file in UTF-8, UTF-16 (with its mark) or windows-1251.

    A byte order mark is not part of the text: offsets count from the first character after it. Line ends
    stay as they are.

    >>> decode(b"\xef\xbb\xbfOne\r\n")
    'One\r\n'
    >>> decode("Казахстан".encode("cp1251"))
    'Казахстан'
    """
    text = _decoded(data)
    if "\x00" in text:
        raise ReadError(BINARY)
    if len(CONTROL.findall(text)) > 0.01 * len(text):
        raise ReadError(UNKNOWN)
    if not LETTER.search(text):
        raise ReadError(EMPTY)
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\x00" in data:
        raise ReadError(BINARY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _russian(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(UNKNOWN) from error


def _russian(data: bytes) -> str:
    """`data` as windows-1251, if that gives mostly Russian letters in their usual order."""
    text = _strict(data, "cp1251")
    russian = len(RUSSIAN.findall(text)) >= 0.6 * len(LETTER.findall(text))
    if not russian or len(CAPITAL_INSIDE.findall(text)) > 0.1 * len(text.split()):
        raise ReadError(UNKNOWN)
    return text
