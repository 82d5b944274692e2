"""Who may see and change what: the token's permissions, then the person's roles, ownership and kind."""
