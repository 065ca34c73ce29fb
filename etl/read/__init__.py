"""Files into documents: decode, tell ticker, date line, titles and headings apart."""
