"""What the bot can ask Graph: one class per GET; its fields are the `$select`, its scope stands beside it."""
