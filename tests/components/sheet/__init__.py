"""The sheet of positions over time."""
