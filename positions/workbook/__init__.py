"""A whole dossier as one workbook that a person can fill in, and the way back to files of a dossier."""
