"""From pasted text to links that can work. Pure, but for the check of a link over the network."""
