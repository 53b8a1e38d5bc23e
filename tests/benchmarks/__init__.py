"""Measurements that a person starts; they print, and assert no time."""
