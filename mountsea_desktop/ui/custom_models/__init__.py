"""The list of models, and the chosen model's way from its first song to its identifier."""
