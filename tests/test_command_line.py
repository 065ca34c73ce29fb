"""The edge of the pipeline, as a person meets it in a terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def etl(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etl", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_a_claim_is_a_line_of_json_with_its_exact_words(tmp_path: Path) -> None:
    article = tmp_path / "dam.txt"
    article.write_text(
        "Naryn Gets a Dam\n\nKyrgyzstan will build a dam of 240 MW by 2031.\n", encoding="utf-8"
    )
    done = etl("extract", str(article))
    (claim,) = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert article.read_text(encoding="utf-8")[claim["start"] : claim["end"]] == claim["quote"] == "240 MW"
    assert (claim["value"], claim["unit"], claim["country"], claim["period"]) == (240, "MW", "KGZ", "2031")
    assert claim["kind"] == "planned"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "mill.txt").write_text("A mill in Osh employs 40 people.", encoding="utf-8")
    done = etl("extract", str(tmp_path))
    assert done.returncode == 1
    assert "empty.txt holds no text" in done.stderr
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["mill"]


def test_a_reader_who_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("Kazakhstan built 12 schools in 2024. " * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "etl", "extract", str(article)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""


def test_a_wrong_command_is_a_matter_of_usage() -> None:
    assert etl("extrakt").returncode == 2
    assert etl("extract").returncode == 2
