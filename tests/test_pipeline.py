"""`etl build` as a person runs it: files in a folder, a database, sentences, an exit status."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.store import publish
from tests.store_world import Store

ARTICLE = (
    "New Schools Open in Osh\n\nIn 2024, Kyrgyzstan opened 120 schools. Some {n} pupils will study there.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in (1, 2, 3):
        (made / f"schools-{number}.md").write_text(ARTICLE.format(n=f"{number},400"))
    return made


def etl(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_folder_of_articles_becomes_a_database(folder: Path, store: Store) -> None:
    done = etl("build", folder, "--store", store.folder)
    assert (done.returncode, done.stdout) == (
        0,
        f"Published {store.folder}/indicators-000001.duckdb with 3 files.\n",
    )
    assert store.one("select articles from counts") == 3
    assert store.ask("select distinct country from claims where value = 120") == [("KGZ",)]


def test_every_claim_shows_its_words(folder: Path, store: Store) -> None:
    etl("build", folder, "--store", store.folder)
    question = 'select text[start + 1:"end"] = quote from claims join documents using (article)'
    assert set(store.ask(question)) == {(True,)}


def test_building_again_reads_and_extracts_nothing_anew(folder: Path, store: Store) -> None:
    etl("build", folder, "--store", store.folder)
    before = {path: path.stat().st_mtime_ns for path in store.folder.glob("batches/*")}
    again = etl("build", folder, "--store", store.folder)
    assert again.stdout == (
        f"Nothing has changed: the database stays {store.folder}/indicators-000001.duckdb with 3 files.\n"
    )
    assert {path: path.stat().st_mtime_ns for path in store.folder.glob("batches/*")} == before


def test_one_changed_article_is_the_only_one_extracted(folder: Path, store: Store) -> None:
    etl("build", folder, "--store", store.folder)
    before = set(store.folder.glob("batches/*"))
    (folder / "schools-2.md").write_text(ARTICLE.format(n="900"))
    etl("build", folder, "--store", store.folder)
    assert len(set(store.folder.glob("batches/*")) - before) == 1
    assert store.one("select seq from builds order by seq desc limit 1") == 2


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_published(folder: Path, store: Store) -> None:
    (folder / "empty.md").write_text("")
    done = etl("build", folder, "--store", store.folder)
    assert done.returncode == 1
    assert f"{folder}/empty.md" in done.stderr
    assert store.one("select articles from counts") == 3
    assert f"{folder}/empty.md" in str(store.one("select sentence from problems where article = 'empty'"))


def test_where_nothing_can_be_read_the_old_database_stays(folder: Path, store: Store, tmp_path: Path) -> None:
    etl("build", folder, "--store", store.folder)
    before = publish.current(store.folder)
    done = etl("build", tmp_path / "nowhere.md", "--store", store.folder)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        f"Nothing could be read, so nothing was published. The database in {store.folder} is as it was."
    )
    assert publish.current(store.folder) == before
    assert store.one("select claims > 0 from counts") is True


def test_of_two_files_with_one_name_the_second_is_left_out_and_named(folder: Path, store: Store) -> None:
    (folder / "schools-3.txt").write_text(ARTICLE.format(n="70"))
    done = etl("build", folder, "--store", store.folder)
    assert done.returncode == 1
    assert f"{folder}/schools-3.txt has the name of {folder}/schools-3.md, so it was left out." in done.stderr
    assert store.one("select articles from counts") == 3


def test_a_file_named_twice_is_read_once(folder: Path, store: Store) -> None:
    assert etl("build", folder, folder / "schools-1.md", "--store", store.folder).returncode == 0
    assert store.one("select articles from counts") == 3


def test_a_store_that_cannot_be_written_is_named(folder: Path) -> None:
    inside = folder / "schools-1.md" / "store"
    done = etl("build", folder, "--store", inside)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith(f"{inside}")
    assert "Traceback" not in done.stderr


def test_a_cluster_is_not_silently_ignored(folder: Path, store: Store) -> None:
    done = etl("build", folder, "--store", store.folder, "--scheduler", "tcp://127.0.0.1:8786")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--scheduler is not available yet" in done.stderr
    assert publish.current(store.folder) is None


def test_ctrl_c_leaves_the_old_database_and_says_so(folder: Path, store: Store, tmp_path: Path) -> None:
    etl("build", folder, "--store", store.folder)
    before = (store.folder / "CURRENT").read_text()
    many = tmp_path / "many"
    many.mkdir()
    for number in range(2000):
        (many / f"a{number}.md").write_text(ARTICLE.format(n=number))
    command = [sys.executable, "-m", "etl", "build", str(many), "--store", str(store.folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as build:
        while len(list(store.folder.glob("batches/*"))) < 10:
            time.sleep(0.05)
        build.send_signal(signal.SIGINT)
        _, said = build.communicate(timeout=20)
    assert build.returncode == 1
    assert said.endswith("Stopped. The database is as it was; what was read is kept for the next build.\n")
    assert (store.folder / "CURRENT").read_text() == before


def test_a_terminal_gets_a_bar(folder: Path, store: Store) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "etl", "build", str(folder), "--store", str(store.folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as build:
        assert build.wait(30) == 0
    os.close(theirs)
    said = os.read(ours, 4096).decode()
    os.close(ours)
    assert "\r[##########....................] 1 of 3 schools-1" in said
    assert "\r[##############################] 3 of 3 schools-3" in said


def test_the_pipeline_needs_no_pandas() -> None:
    script = (
        "import sys, etl.commands.build; print(sorted({'pandas', 'numpy', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
