"""Maps of the vectors: drawn ones with one idea each, and those under levels, weather and closures."""
