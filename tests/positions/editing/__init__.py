"""Tests of editing; one file per module, and one for saving that is cut short."""
