"""CPU seconds of a build, start of Python included: the clock also counts what else the machine does."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data" / "articles"
COPIES = 20


def seconds(*arguments: object) -> float:
    """Of one `python -m etl` command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "etl", *map(str, arguments)], cwd=ROOT, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(folder: Path) -> Path:
    """Every bundled article several times over, each copy an article of its own."""
    folder.mkdir()
    for path in ARTICLES.glob("*.md"):
        for number in range(COPIES):
            shutil.copy(path, folder / f"{path.stem}-{number}.md")
    return folder


def main() -> None:
    """Print a line for each build."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        many = copies(work / "many")
        count = len(list(many.iterdir()))
        print(f"bundled articles, first build   {seconds('build', '--store', work / 'a'):6.2f} s")
        print(f"the same again, nothing changed {seconds('build', '--store', work / 'a'):6.2f} s")
        first = seconds("build", many, "--store", work / "b")
        again = seconds("build", many, "--store", work / "b")
        snapshot = seconds("snapshot", "--store", work / "b", "--out", work / "c")
        print(f"{count} articles, first build       {first:6.2f} s, {first / count * 1000:.1f} ms an article")
        print(f"the same again, nothing changed {again:6.2f} s")
        print(f"snapshot of {count} articles        {snapshot:6.2f} s")


if __name__ == "__main__":
    main()
