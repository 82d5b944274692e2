"""What a group is called, for telling somebody about it later: the database keeps ids only."""

from collections.abc import Awaitable, Callable

from bot.graph.entra_errors import TokenProblem
from bot.ports import Graph, Person
from bot.reading import GraphDown, Ids, Plan
from bot.readings.group import Group
from bot.store.requests import OwnerRequest


def group_name_as(graph: Callable[[Person], Graph]) -> Callable[[OwnerRequest], Awaitable[str]]:
    """Looks it up as the asker, if this process still holds a token of theirs; else the name is empty."""

    async def name(request: OwnerRequest) -> str:
        wanted = request.wanted
        plan = Plan((Group,), Ids(subject=wanted.group_id, asker=wanted.asker, person=wanted.asker))
        try:
            (got,) = await graph(Person(wanted.tenant, wanted.asker)).read((plan,))
        except (GraphDown, TokenProblem):
            return ""
        group = got[Group]
        return (group.display_name or "") if isinstance(group, Group) else ""

    return name
