"""The view in words on the page, to be read and copied."""
