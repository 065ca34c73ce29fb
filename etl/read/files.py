"""Files and folders into documents. The only part of reading that touches the disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from etl.model import Document
from etl.read.decode import decode
from etl.read.document import File, document, document_of_page
from etl.read.problem import ReadError, UnreadFile

PAGES = (".html", ".htm")
ENDINGS = (".txt", ".md", *PAGES)
LARGEST = 50_000_000  # bytes
NO_ARTICLE = f"holds no article. Put {', '.join(ENDINGS)} files into it, or name another folder."


def read_paths(paths: Sequence[Path]) -> Iterator[Document | UnreadFile]:
    """Each file of `paths` once, folders with all below them in sorted order.

    From a folder: .txt, .md and .html; README.md describes a folder and is no article, and files and folders
    whose name begins with a dot are hidden. A file given by its own name is always read. What cannot be read,
    also a folder without any article, becomes an UnreadFile and the rest goes on.
    """
    for path in files_of(paths):
        yield _unread(path, NO_ARTICLE) if path.is_dir() else _file(path)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files that `read_paths` opens, in its order; a folder that holds none stands for itself."""
    found = [file for path in paths for file in (_articles_below(path) if path.is_dir() else [path])]
    return list({file.absolute(): file for file in reversed(found)}.values())[::-1]


def _articles_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if _is_article(path, folder)) or [folder]


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return (
        path.suffix.lower() in ENDINGS and not hidden and path.name.lower() != "readme.md" and path.is_file()
    )


def _file(path: Path) -> Document | UnreadFile:
    try:
        data = _bytes(path)
        make = document_of_page if path.suffix.lower() in PAGES else document
        return make(decode(data), File(path.stem, str(path), sha256(data).hexdigest()))
    except ReadError as error:
        return _unread(path, str(error))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(f"is over {LARGEST // 1_000_000} MB. Split it into smaller files.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("does not exist. Check the name.") from error
    except OSError as error:
        raise ReadError(f"cannot be opened ({error.strerror}). Check that you may read it.") from error


def _unread(path: Path, sentence: str) -> UnreadFile:
    return UnreadFile(str(path), path.stem, f"{path} {sentence}")
