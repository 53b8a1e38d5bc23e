"""Statements and other tables of a dossier changed, decided, merged into its files and saved."""
