"""The overview of a wide dossier: all parties and issues at a glance."""
