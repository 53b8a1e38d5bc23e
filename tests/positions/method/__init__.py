"""Tests of what the Method page says."""
