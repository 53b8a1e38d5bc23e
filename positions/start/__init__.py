"""What a new case begins with: an invented example that validates, to be replaced."""
