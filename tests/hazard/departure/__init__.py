"""Leaving in time."""
