"""The searches of the router on Porto: fields, one start, repairs, look-ups, start-up, a soak of events."""
