"""Tests of the measures, one file per measure."""
