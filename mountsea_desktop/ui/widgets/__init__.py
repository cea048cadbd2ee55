"""Widgets that know nothing of songs and models."""
