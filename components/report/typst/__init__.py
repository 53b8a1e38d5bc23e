"""Sheets and documents set by Typst: what templates are given, typefaces, and the process that sets them."""
