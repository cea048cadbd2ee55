"""What outlives the window: the journal, the token in the keyring, settings. No Qt, no network."""
