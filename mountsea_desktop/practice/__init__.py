"""The embedded practice gateway: the real program runs against it without sending or spending anything."""
