"""What an admin can say and press."""
