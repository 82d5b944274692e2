"""Directory synchronisation of the whole tenant."""
