"""Tests of what turns the text of a dossier file into values with lines."""
