"""The edges: what a person said or pressed goes in, a screen comes out; nothing is decided here."""
