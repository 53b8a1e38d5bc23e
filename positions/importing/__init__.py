"""Public tables in, a dossier out, by a mapping that says what each column and code means."""
