"""Hearing a song in the window: the bar with its wave, and what plays behind it."""
