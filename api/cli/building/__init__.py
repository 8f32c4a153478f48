"""The options of `nigemichi build`: how they are written, read, and fetched."""
