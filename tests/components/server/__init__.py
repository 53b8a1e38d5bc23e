"""The app as a server."""
