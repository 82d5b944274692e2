"""What keeps a person's details wrong, and where they are changed."""
