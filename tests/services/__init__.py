"""The services' rules that need no stage."""
