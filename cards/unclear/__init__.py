"""What could not be answered: not understood, not its business, not yet, or nothing there to take it up."""
