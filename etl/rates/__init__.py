"""Currency rates: a page's ticker, and Yahoo Finance."""
