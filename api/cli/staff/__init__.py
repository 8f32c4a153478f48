"""`nigemichi staff …`: accounts."""
