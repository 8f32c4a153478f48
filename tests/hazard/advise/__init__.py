"""Decisions for positions."""
