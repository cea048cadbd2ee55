"""Starting, running and ending the program in its window."""
