"""One view alone at 16:9, for a screenshot or an iframe."""
