"""Figures of shapes and words that the browser draws itself, in one message for every width of a page."""
