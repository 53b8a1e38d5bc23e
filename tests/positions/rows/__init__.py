"""Tests of the rows that leave the screen; one file per module."""
