"""Every sentence and label that any output prints, each made in one place."""
