"""What directory sync leaves on a user or group."""

from typing import Literal

from bot.sandbox.graph_objects.wire import ComplexValue, Timestamp


class OnPremisesProvisioningError(ComplexValue):
    """A value quarantined because another object already has it.

    https://learn.microsoft.com/graph/api/resources/onpremisesprovisioningerror
    """

    category: Literal["PropertyConflict"]
    occurred_date_time: Timestamp
    property_causing_error: Literal["UserPrincipalName", "ProxyAddress"]
    value: str


class OnPremisesExtensionAttributes(ComplexValue):
    """The fifteen attributes Exchange added to Active Directory.

    https://learn.microsoft.com/graph/api/resources/onpremisesextensionattributes
    """

    extension_attribute1: str | None = None
    extension_attribute2: str | None = None
    extension_attribute3: str | None = None
    extension_attribute4: str | None = None
    extension_attribute5: str | None = None
    extension_attribute6: str | None = None
    extension_attribute7: str | None = None
    extension_attribute8: str | None = None
    extension_attribute9: str | None = None
    extension_attribute10: str | None = None
    extension_attribute11: str | None = None
    extension_attribute12: str | None = None
    extension_attribute13: str | None = None
    extension_attribute14: str | None = None
    extension_attribute15: str | None = None
