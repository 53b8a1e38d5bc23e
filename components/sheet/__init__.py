"""The sheet of positions over time: where its parts stand, how they are drawn, and what they say."""
