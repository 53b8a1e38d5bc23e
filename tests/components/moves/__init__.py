"""Tests of what the page draws of a movement."""
