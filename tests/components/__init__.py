"""Charts, theme and views without a screen."""
