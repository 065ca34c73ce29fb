"""Questions about the database itself."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.database import ask


def history() -> pd.DataFrame:
    """One row a build, the newest first: seq, built_at (UTC), extractor, counts of what it holds."""
    return ask(
        """
        select seq, built_at, extractor, articles, claims, rejections, rates, problems, content_hash
        from builds
        order by seq desc
        """
    )


def newest() -> dict[str, Any]:
    """The build that is served, with counts as whole numbers."""
    row = history().iloc[0]
    counts = {
        name: int(row[name]) for name in ("seq", "articles", "claims", "rejections", "rates", "problems")
    }
    return {"built_at": row.built_at.isoformat(), "extractor": row.extractor, **counts}
