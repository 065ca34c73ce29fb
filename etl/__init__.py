"""From articles to a database: read, extract, normalise, check, store, publish."""
