"""What is only said of people: their photos."""
