"""What the pages show: questions to the database, figures, maps, words. Reads only; never imports etl."""
