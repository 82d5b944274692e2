"""Who may change profile photos, and where. https://learn.microsoft.com/graph/api/resources/photoupdatesettings"""

from bot.sandbox.graph_objects.wire import ComplexValue


class PhotoUpdateSettings(ComplexValue):
    """The tenant's settings, as loosely as Microsoft's own examples write them.

    `source` is "cloud" (photos from Active Directory don't flow), "onPremises" (nobody changes one in the cloud) or not
    there (either way). `allowedRoles` holds template ids of roles; null, `[]` and `{}` are everybody.
    https://learn.microsoft.com/graph/profilephoto-configure-settings
    """

    allowed_roles: tuple[str, ...] | dict[str, str] | None = ()
    source: str | None = None
