"""The song list: its rows, how they look, and what is said about the selected ones."""
