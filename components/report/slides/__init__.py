"""The parts of the slides: look, tables, and what stands on each slide; native objects throughout."""
