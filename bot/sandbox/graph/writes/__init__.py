"""Everything that can be changed. Every write replaces the object's dictionary, so that photographs stay true."""
