"""The question before a tab with unsaved changes is closed."""
