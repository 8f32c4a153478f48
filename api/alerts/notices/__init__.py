"""From a change of the world to notices: who is concerned, why, and in which words; each told once."""
