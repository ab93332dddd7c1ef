"""What a citizen can say and press."""
