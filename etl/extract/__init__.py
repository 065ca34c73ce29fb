"""Documents into claims. Knows language; knows nothing of files, clocks or databases."""
