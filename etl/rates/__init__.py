"""Currency rates: a page's ticker, five central banks, Frankfurter, Yahoo Finance."""
