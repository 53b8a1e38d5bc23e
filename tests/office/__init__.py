"""What is handed out, opened by another program."""
