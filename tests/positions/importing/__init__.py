"""Tests of tables that come in by a mapping."""
