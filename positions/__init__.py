"""What is known about stated positions, and what follows from it; nothing here draws."""
