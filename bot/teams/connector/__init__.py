"""What goes to Teams: the Bot Connector, spoken to with the bot's own token."""
