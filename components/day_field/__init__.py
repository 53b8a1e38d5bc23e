"""A field in which the as-of day is read and typed."""
