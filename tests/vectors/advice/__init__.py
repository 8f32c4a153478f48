"""Decisions for positions: questions, answers, other ways, and what a newer layer makes of them."""
