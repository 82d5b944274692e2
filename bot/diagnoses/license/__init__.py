"""Licences, and what they hold up."""
