"""What is looked up, judged and done for a message or a button, and the card that says so."""
