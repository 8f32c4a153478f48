"""Where people live: points, or cells of the standard mesh (JIS X 0410)."""
