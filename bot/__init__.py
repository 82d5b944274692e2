"""Sync Doctor: why can't this person do this to that, and what puts it right."""
