"""Sound on this computer's own device: decoding and playing, without a window."""
