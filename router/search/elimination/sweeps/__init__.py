"""The passes that turn new costs into a field: customise upward, search the core, sweep downward."""
