"""Pages for a browser that need no sign-in."""
