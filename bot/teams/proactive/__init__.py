"""Writing to people on the bot's own initiative, which Teams calls proactive messages.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""
