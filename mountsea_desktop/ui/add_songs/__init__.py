"""From what somebody pastes, types, drops or imports to songs in the list."""
