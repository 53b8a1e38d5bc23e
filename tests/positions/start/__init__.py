"""Tests of what a new case begins with."""
