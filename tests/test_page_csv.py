"""The button under a page saves the figures behind what it shows, each with its sentence."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import export
from dashboard.queries import country, snapshots

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("page", ["region", "country", "places", "evidence"])
def test_a_page_with_figures_offers_them_as_csv(
    page: str, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.switch_page(f"pages/{page}.py").run()
    labels = [button.proto.label for button in app.get("download_button")]
    assert any(label.startswith("CSV of this page: ") for label in labels), labels


def test_the_file_holds_the_claims_asked_for_and_no_others(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OXUS_STORE", str(bundled))
    wanted = {row.claim_id for row in country.figures("KGZ")[:5]}
    written = list(csv.DictReader(io.StringIO(export.csv_text(snapshots.these(sorted(wanted))))))
    assert {row["claim_id"] for row in written} == wanted
    assert all(row["sentence"] and row["publisher"] for row in written)
