"""Acting as a person: the silent way through Teams, the page in the browser, and what waits meanwhile."""
