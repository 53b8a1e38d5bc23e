"""A reader's own case: loaded, changed in tables and forms, decided and saved."""
