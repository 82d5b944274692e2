"""What Microsoft Graph knows about each kind of object: one table per type, read by `bot.sandbox.odata.entity`."""
