"""What an officer can say and press."""
