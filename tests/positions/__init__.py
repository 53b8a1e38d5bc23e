"""Tests of what is known and what follows from it; one file per module."""
