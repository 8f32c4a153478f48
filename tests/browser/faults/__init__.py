"""What can go wrong, and what a person sees then: clock, position, network, signatures, tabs, notices."""
