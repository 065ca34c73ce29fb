"""What the program says now of the bundled articles, kept to be read as a difference."""
