"""What moved, drawn by the browser from finished drawings: two days as arrows, and the record over time."""
