"""A source text with every coded passage marked in its place, beside its statements."""
