"""Statements as cards: the phrase, who said it, when, where it is printed, and how it was coded."""
