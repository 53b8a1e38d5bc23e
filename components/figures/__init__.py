"""What is drawn, laid out once for every medium: strips of cells, marks on a scale, lines over time."""
