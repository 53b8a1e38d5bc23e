"""Text of one dossier file in, plain values with their line numbers out."""
