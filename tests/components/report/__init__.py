"""Tests of what is handed out; one file per module."""
