"""What a writer of briefings asks, answered from the JSON of a view alone."""
