"""Measures of a whole view beyond its cells and gaps: moves, lines over time, other words, variants."""
