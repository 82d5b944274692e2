"""What Exchange or SharePoint said when it refused an object."""

from typing import Literal

from pydantic import Field

from bot.sandbox.graph_objects.wire import ComplexValue, Timestamp


class ServiceProvisioningXmlError(ComplexValue):
    """The one kind of service provisioning error v1.0 has; `errorDetail` is XML.

    The property's declared type is abstract, so Graph names the real one beside it.
    https://learn.microsoft.com/graph/api/resources/serviceprovisioningxmlerror
    """

    odata_type: Literal["#microsoft.graph.serviceProvisioningXmlError"] = Field(
        default="#microsoft.graph.serviceProvisioningXmlError", alias="@odata.type"
    )
    created_date_time: Timestamp
    error_detail: str
    is_resolved: bool
    service_instance: str
