"""The command line, one module per command; it may import screen and positions alike."""
