"""The web page (HTML): one file, its drawings and its style."""
