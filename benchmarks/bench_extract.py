"""How right and how fast the reading is: scores on annotated articles, speed, hostile text."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from etl.extract import extract
from etl.extract.sentences import sentences
from etl.model import Document
from etl.read import document_from_text
from tests.score import scores

ROOT = Path(__file__).resolve().parent.parent
COPIES = 20
HOSTILE = {
    "a million digits": "7" * 1_000_000,
    "a million brackets": "([" * 500_000,
    "a megabyte without spaces": "Kazakhstan12," * 80_000,
    "a megabyte of ranges": "from 1 to 2 - 3% " * 60_000,
}


def import_seconds() -> float:
    """CPU seconds to import the extractor, over those of an empty Python."""
    return _python("import etl.extract") - _python("pass")


def _python(code: str) -> float:
    script = f"import time; {code}; print(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def seconds(text: str) -> float:
    """CPU seconds from text to claims, reading included."""
    before = time.process_time()
    extract(document_from_text(text))
    return time.process_time() - before


def sentence_count(document: Document) -> int:
    """Sentences in all blocks of a document; a list item or a title counts as one."""
    blocks = [block for article in document.articles for block in article.blocks]
    return sum(1 for block in blocks for _ in sentences(document.text, block.span))


def main() -> None:
    """Print the scores, then the speeds."""
    for name, total in scores():
        print(f"{name:16} detection F1 {total.detection:.3f}, whole F1 {total.whole_f1:.3f}")
    articles = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests" / "articles").glob("*.txt"))]
    documents = [document_from_text(text) for text in articles]
    for document in documents:  # a first round, so that word lists are loaded
        extract(document)
    count = sum(map(sentence_count, documents)) * COPIES
    before = time.process_time()
    for document in documents * COPIES:
        extract(document)
    print(f"{count / (time.process_time() - before):,.0f} sentences per CPU second, {count} sentences")
    print(f"{import_seconds():.2f} CPU s to import the extractor")
    for name, text in HOSTILE.items():
        print(f"{seconds(text):6.2f} CPU s for {name}")


if __name__ == "__main__":
    main()
