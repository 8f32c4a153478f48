"""What people set for themselves: settings and the first visit."""
