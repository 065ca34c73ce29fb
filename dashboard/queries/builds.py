"""Questions about the database itself."""

from __future__ import annotations

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
