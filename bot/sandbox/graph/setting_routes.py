"""Operations on the settings of groups; beta calls them otherwise."""

from bot.sandbox.graph.reads import group_settings
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.route import Route

SETTING_ROUTES = (
    Route("GET", "groupSettings", scopes.READ_TENANT_SETTINGS, group_settings.tenant_settings, version="v1.0"),
    Route("GET", "groupSettings/{setting}", scopes.READ_TENANT_SETTINGS, group_settings.tenant_setting, version="v1.0"),
    Route("GET", "groups/{id}/settings", scopes.READ_GROUP_SETTINGS, group_settings.settings_of_group, version="v1.0"),
    Route(
        "GET",
        "groups/{id}/settings/{setting}",
        scopes.READ_GROUP_SETTINGS,
        group_settings.setting_of_group,
        version="v1.0",
    ),
)
