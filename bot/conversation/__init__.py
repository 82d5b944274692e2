"""What the bot says: a message or a pressed button in, a card out.

Nothing here knows Teams or the Bot Framework; `bot.teams` carries what comes in and goes out.
"""
