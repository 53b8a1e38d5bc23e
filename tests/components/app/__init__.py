"""Tests of what pages are drawn with, without a page."""
