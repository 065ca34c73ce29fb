"""Who may import whom. etl writes, dashboard reads, and the tables are their contract."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [*sorted(p for d in ("etl", "dashboard", "pages") for p in (ROOT / d).rglob("*.py")), ROOT / "app.py"]

# library -> the files and folders that may import it
HOMES = {
    "duckdb": ("etl/store", "etl/snapshot.py", "dashboard/database.py", "dashboard/cursors.py"),
    "sqlite3": ("etl/store",),
    "yaml": ("etl/read",),
    "yfinance": ("etl/rates",),
    "plotly": ("dashboard",),
    "pydeck": ("dashboard",),
    "streamlit": ("app.py", "pages", "dashboard"),
    "pandas": ("dashboard", "etl/rates", "etl/store/batches.py"),
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def names(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imports(path)}


def inside(path: Path, homes: tuple[str, ...]) -> bool:
    return any(path.is_relative_to(ROOT / home) for home in homes)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_etl_and_dashboard_never_import_each_other(path: Path) -> None:
    if inside(path, ("etl",)):
        assert not names(path) & {"dashboard", "pages", "streamlit"}
    else:
        assert "etl" not in names(path)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_library_is_imported_only_at_home(path: Path) -> None:
    strays = {library for library in names(path) & HOMES.keys() if not inside(path, HOMES[library])}
    assert not strays, (
        f"{path.relative_to(ROOT)} imports {strays}; tests/test_architecture.py names their homes"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "etl/extract").rglob("*.py")), ids=lambda p: p.name)
def test_extraction_knows_nothing_of_files_clocks_or_databases(path: Path) -> None:
    assert not names(path) & {"pathlib", "os", "io", "time", "datetime.now", "sqlite3", "duckdb", "random"}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda p: p.name)
def test_a_page_is_a_short_script(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 30
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert not names(path) & {"pandas", "duckdb", "plotly", "pydeck"}
