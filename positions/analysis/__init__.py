"""Tables in, tables out: one measure per module."""
