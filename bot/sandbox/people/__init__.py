"""Simulated people and their groups."""
