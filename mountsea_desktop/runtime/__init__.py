"""What every layer stands on: tasks, time, threads, and keeping secrets out of texts."""
