"""The page without a script: the same answer in under 10 kB, for old phones, bad networks and paper."""
