"""Commands about what is in force now."""
