"""Which group is meant, who owns it, and what is asked of its owners."""
