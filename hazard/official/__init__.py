"""Readers of official data, each in the layout in which it is published."""
