"""Text and place in, ranked agencies with their reasons out: pure, and in memory."""
