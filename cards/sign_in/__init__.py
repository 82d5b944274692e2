"""Who asks, and what they let the bot see and do."""
