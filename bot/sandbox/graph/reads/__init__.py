"""Everything that can be read."""
