"""Activities as Teams sends them to a bot, field for field.

https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conversations
"""

from dataclasses import dataclass
from html import escape
from typing import Any

from bot.sandbox.connector.conversations import THREAD, Conversation, Conversations
from bot.sandbox.world import Wire, World


@dataclass(frozen=True)
class Sender:
    """Who acts, from which client: a user id and the client's locale ("da-DK")."""

    user: str
    locale: str


class ActivityWriter:
    """Writes what a person's client sends; ids and timestamps of messages come from the board."""

    def __init__(self, world: World, conversations: Conversations, service_url: str) -> None:
        self._world, self._conversations, self._service_url = world, conversations, service_url

    def message(self, sender: Sender, place: Conversation, text: str, *, mention: bool, thread: str | None) -> Wire:
        """A message; `mention` puts the bot's name before it, `thread` (a root message id) makes it a channel reply."""
        bot = self._conversations.bot
        said = f"<at>{bot['name']}</at> {text}" if mention else text
        shown = f'<span itemtype="http://schema.skype.com/Mention">{escape(bot["name"])}</span> ' if mention else ""
        spoken = {"type": "mention", "mentioned": bot, "text": f"<at>{bot['name']}</at>"}
        activity: Wire = self._frame(sender, place, "message", thread)
        activity["entities"] = [*([spoken] if mention else []), *activity["entities"]]
        html = {"contentType": "text/html", "content": f"<p>{shown}{escape(text)}</p>"}
        return activity | {"text": said, "textFormat": "plain", "attachments": [html]}

    def submit(self, sender: Sender, place: Conversation, value: Any, reply_to: str, thread: str | None) -> Wire:
        """What Action.Submit becomes: a message without text whose `value` is the data and the inputs."""
        return self._frame(sender, place, "message", thread) | {"value": value, "replyToId": reply_to}

    def invoke(self, sender: Sender, place: Conversation, name: str, value: Any, thread: str | None) -> Wire:
        """An invoke such as `adaptiveCard/action` or `signin/tokenExchange`."""
        activity: Wire = self._frame(sender, place, "invoke", thread) | {"name": name, "value": value}
        activity["channelData"]["source"] = {"name": "message"}
        return activity

    def installation(self, sender: Sender, place: Conversation, action: str) -> list[Wire]:
        """What a bot hears when it is added ("add") or removed ("remove"): two activities for one event."""
        changed = "membersAdded" if action == "add" else "membersRemoved"
        update: Wire = self._frame(sender, place, "conversationUpdate", None) | {changed: [self._conversations.bot]}
        if place.team:
            event = "teamMemberAdded" if action == "add" else "teamMemberRemoved"
            update["channelData"] |= {"eventType": event, "team": self._team(place.team)}
        install = self._frame(sender, place, "installationUpdate", None) | {"action": action}
        return [update, install]

    def _frame(self, sender: Sender, place: Conversation, kind: str, thread: str | None) -> Wire:
        language, _, country = sender.locale.partition("-")
        client = {"type": "clientInfo", "locale": sender.locale, "country": country or language.upper()}
        now = self._world.clock.now()
        return {
            "type": kind,
            "timestamp": f"{now:%Y-%m-%dT%H:%M:%S.%f}0Z",
            "localTimestamp": f"{now:%Y-%m-%dT%H:%M:%S.%f}0+00:00",
            "channelId": "msteams",
            "serviceUrl": self._service_url,
            "from": self._conversations.account(sender.user),
            "conversation": self.conversation(place, thread),
            "recipient": self._conversations.bot,
            "entities": [client | {"platform": "Web", "timezone": "Europe/Copenhagen"}],
            "channelData": self._channel_data(place),
            "locale": sender.locale,
            "localTimezone": "Europe/Copenhagen",
        }

    def conversation(self, place: Conversation, thread: str | None) -> Wire:
        """The `conversation` of an activity, within a channel's thread when there is one."""
        account: Wire = {"conversationType": place.kind, "tenantId": self._world.tenant, "id": place.id}
        if place.kind != "personal":
            account["isGroup"] = True
        if place.kind == "channel" and thread:
            account["id"] = f"{place.id}{THREAD}{thread}"
        return account

    def _channel_data(self, place: Conversation) -> Wire:
        data: Wire = {"tenant": {"id": self._world.tenant}}
        if place.team:
            thread = self._conversations.team_thread(place.team)
            # `aadGroupId` comes with conversationUpdate only; for a message the bot must ask GET /v3/teams/{id}.
            data |= {"teamsChannelId": place.id, "teamsTeamId": thread}
            data |= {"channel": {"id": place.id}, "team": {"id": thread}}
        return data

    def _team(self, team: str) -> Wire:
        name = self._world.groups[team]["displayName"]
        return {"id": self._conversations.team_thread(team), "name": name, "aadGroupId": team}
