"""Profile photos."""
