"""What Mountsea's gateway says and how it is asked: typed requests, answers and errors. No Qt, no disk."""
