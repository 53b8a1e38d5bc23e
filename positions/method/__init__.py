"""How a dossier was made and is counted: premises, worked examples, agreement of coders, provenance."""
