"""Hostile words in every field of a dossier, read back from every page and format."""
