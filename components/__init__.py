"""What the reader sees; imports positions, never the reverse."""
