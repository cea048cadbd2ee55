"""What the job is: songs, models, their states, queue, polling, recovery. No Qt, no network library."""
