"""The pages of the five central banks, and of Frankfurter, which passes them on: bytes in, rows out."""
