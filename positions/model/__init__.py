"""The records of a dossier: what a person may write into its files, and the faults that are found there."""
