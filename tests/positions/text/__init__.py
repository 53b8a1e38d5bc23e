"""Tests of what is said in words; one file per module."""
