"""Tests mirror the packages: one folder per package, one file per module."""
