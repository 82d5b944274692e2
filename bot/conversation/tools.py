"""What the conversation needs of the outside, handed in by the composition root."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.conversation.context import Contexts, following
from bot.conversation.owners.answer import GraphAs, OwnersAnswers
from bot.conversation.owners.ask import OwnersMessenger
from bot.conversation.owners.proactive_cards import Post
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.pictures.darkroom import Darkroom
from bot.pictures_in_hand import InHand
from bot.ports import Clock, Graph, Ledger, LooksAgain, Person
from bot.remediate import PATIENCE
from bot.second_opinion import SecondOpinion
from bot.store.misunderstandings import Misunderstandings
from bot.store.requests import OwnerRequests


@dataclass(frozen=True)
class Tools:
    """Everything the conversation may use."""

    graph: GraphAs
    ledger: Ledger
    requests: OwnerRequests
    post: Post
    clock: Clock
    nonce: Callable[[], str]
    sign_out: Callable[[Person], None]
    forget: Callable[[Person], Awaitable[None]]
    contexts: Contexts
    misunderstandings: Misunderstandings
    follow_ups: LooksAgain
    darkroom: Darkroom
    pictures: InHand
    second_opinion: SecondOpinion | None = None
    patience: Sequence[float] = PATIENCE

    def with_graph(self, graph: GraphAs) -> "Tools":
        """These tools with another way into Graph."""
        return replace(self, graph=graph)

    def remember(self, reply: Reply, speaker: Speaker) -> Reply:
        """The reply itself; what it is about takes the place of what was talked about before, unless it is an aside."""
        if not reply.aside:
            now = self.clock.now()
            self.contexts.remember(speaker, following(reply, self.contexts.of(speaker, now), speaker, now))
        return reply

    def messenger(self, speaker: Speaker, graph: Graph) -> OwnersMessenger:
        """Asks owners in this person's name."""
        return OwnersMessenger(self.requests, self.post, self.clock, self.nonce, graph, speaker.conversation)

    def owners_answers(self) -> OwnersAnswers:
        """Takes the owners' answers."""
        return OwnersAnswers(self.requests, self.post, self.ledger, self.clock, self.nonce, self.graph, self.patience)
