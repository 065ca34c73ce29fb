"""Batches, ledger, publish: what was extracted becomes a database that readers see whole."""
