"""Asking a group's owners for something, and what becomes of it."""
