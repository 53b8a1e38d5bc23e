"""Tests of the rules for dossiers."""
