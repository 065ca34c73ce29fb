"""How right and how fast the reading is: scores on annotated articles, and speed."""

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
ROUNDS = 3  # the fastest counts: other programs on the machine only slow it


def import_seconds() -> float:
    """CPU seconds to import the extractor, over those of an empty Python."""
    return _python("import etl.extract") - _python("pass")


def _python(code: str) -> float:
    script = f"import time; {code}; print(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def sentence_count(document: Document) -> int:
    """Sentences in all blocks of a document; a list item or a title counts as one."""
    blocks = [block for article in document.articles for block in article.blocks]
    return sum(1 for block in blocks for _ in sentences(document.text, block.span))


def main() -> None:
    """Print the speeds, then the scores: what scoring leaves in memory would slow the reading."""
    articles = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests" / "articles").glob("*.txt"))]
    documents = [document_from_text(text) for text in articles]
    for document in documents:  # a first round, so that word lists are loaded
        extract(document)
    count = sum(map(sentence_count, documents)) * COPIES
    took = min(seconds(documents * COPIES) for _ in range(ROUNDS))
    print(f"{count / took:,.0f} sentences per CPU second, {count} sentences; the bar: 2,000")
    print(f"{import_seconds():.2f} CPU s to import the extractor; the bar: 0.3")
    for name, total in scores():
        print(f"{name:16} detection F1 {total.detection:.3f}, whole F1 {total.whole_f1:.3f}")


def seconds(documents: list[Document]) -> float:
    """CPU seconds from documents to claims."""
    before = time.process_time()
    for document in documents:
        extract(document)
    return time.process_time() - before


if __name__ == "__main__":
    main()
