"""Questions to the database, one file a subject: each returns a table."""
