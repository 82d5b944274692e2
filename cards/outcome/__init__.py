"""What a remedy would do, and how it went."""
