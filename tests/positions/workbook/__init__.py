"""Tests of the workbook of a whole dossier."""
