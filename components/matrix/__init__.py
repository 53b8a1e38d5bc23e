"""The position matrix: a real table whose cells are buttons."""
