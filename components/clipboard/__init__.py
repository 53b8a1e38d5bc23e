"""Buttons that copy: a text, or the address of the view."""
