"""What must survive: reports, people and messages, sealed, behind stores that speak the domain."""
