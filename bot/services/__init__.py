"""What a person can want, one method each, inside the unit of work that is open."""
