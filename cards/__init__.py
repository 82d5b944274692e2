"""What people see: pure functions from the model to Adaptive Cards, one file per card."""
