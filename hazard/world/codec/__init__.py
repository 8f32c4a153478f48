"""Events and worlds to and from JSON: strict, versioned, canonical."""
