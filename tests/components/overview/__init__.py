"""Tests of all parties and issues at a glance."""
