"""What people see: domain objects put into words, buttons and pictures."""
