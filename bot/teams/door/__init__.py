"""What comes from Teams: who may speak to the bot, what they told it, and the turn that is run for it."""
