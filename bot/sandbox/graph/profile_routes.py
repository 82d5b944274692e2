"""Operations on people's details, and on where they come from."""

from bot.sandbox.graph.reads import people_data
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.writes import user_properties

PROFILE_ROUTES = (
    Route("PATCH", "me", scopes.CHANGE_ME, user_properties.change_user),
    Route("PATCH", "users/{id}", scopes.CHANGE_USER, user_properties.change_user),
    Route("GET", "users/{id}/manager", scopes.READ_MANAGER, people_data.manager),
    Route("GET", "users/{id}/profile/positions", scopes.READ_POSITIONS, people_data.positions, version="beta"),
    Route(
        "GET",
        "admin/people/profilePropertySettings",
        scopes.READ_PEOPLE_SETTINGS,
        people_data.profile_property_settings,
    ),
)
