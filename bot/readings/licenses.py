"""Licences of groups, in both of Microsoft's stores, and of people."""

from bot.reading import GraphModel, Listing, Reading
from bot.texts import _

COMPLETE = "ProcessingComplete"


class AssignedLicense(GraphModel):
    """One product given to the group, by its id."""

    sku_id: str


class ProcessingState(GraphModel):
    """QueuedForProcessing, ProcessingInProgress or ProcessingComplete."""

    state: str | None = None


class GroupLicenses(Reading):
    """The licences on the group, and whether they have reached its members.

    https://learn.microsoft.com/graph/api/resources/group#properties
    """

    path = "/groups/{id}"
    scope = "GroupMember.Read.All"
    words = _("which licences the group holds")

    assigned_licenses: tuple[AssignedLicense, ...] = ()
    license_processing_state: ProcessingState | None = None

    @property
    def processing(self) -> bool:
        """Whether a change of the licences is still on its way to the members."""
        state = self.license_processing_state.state if self.license_processing_state else None
        return state not in {None, COMPLETE}


class Allotment(GraphModel):
    """Where an assignment takes its units from."""

    sku_id: str | None = None
    sku_part_number: str | None = None


class CloudAssignment(GraphModel):
    """One assignment in the second store."""

    id: str
    allotment: Allotment | None = None


class CloudLicenses(Listing[CloudAssignment]):
    """Licences in Microsoft's second store, which Graph doesn't show among the assigned ones.

    Unverified: known from Microsoft's metadata and from one tenant in which only this store held the licence.
    """

    path = "/groups/{id}/cloudLicensing/assignments"
    scope = "Group.Read.All"
    query = "$expand=allotment"
    version = "beta"
    words = _("which licences the group holds in Microsoft's second store")

    @classmethod
    def selected(cls) -> str:
        """Everything: what is expanded can't be selected."""
        return ""


class Product(GraphModel):
    """A product the organisation has bought."""

    sku_id: str
    sku_part_number: str | None = None


class Products(Listing[Product]):
    """The organisation's products, for their names. https://learn.microsoft.com/graph/api/subscribedsku-list"""

    path = "/subscribedSkus"
    scope = "LicenseAssignment.Read.All"
    words = _("what your organisation's products are called")

    def name(self, sku: str) -> str:
        """What Microsoft calls the product with this id; the id when it isn't among them."""
        return next((each.sku_part_number or sku for each in self.value if each.sku_id == sku), sku)


class ServicePlan(GraphModel):
    """A part of a product."""

    service_plan_name: str | None = None
    provisioning_status: str | None = None


class LicenseDetail(GraphModel):
    """A product the person has, with its parts."""

    service_plans: tuple[ServicePlan, ...] = ()


class LicenseDetails(Listing[LicenseDetail]):
    """The person's products. https://learn.microsoft.com/graph/api/user-list-licensedetails"""

    path = "/users/{id}/licenseDetails"
    scope = "LicenseAssignment.Read.All"
    words = _("which products the person has")

    @property
    def mailbox(self) -> bool:
        """Whether a product gives a mailbox in Exchange Online; `EXCHANGE_S_FOUNDATION` gives none.

        https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
        """
        return any(name.startswith("EXCHANGE_S_") and name != "EXCHANGE_S_FOUNDATION" for name in self.plans)

    @property
    def sharepoint(self) -> bool:
        """Whether a product has SharePoint in it."""
        return any(name.startswith("SHAREPOINT") for name in self.plans)

    @property
    def plans(self) -> frozenset[str]:
        """The names of the parts that have been set up."""
        plans = (plan for product in self.value for plan in product.service_plans)
        return frozenset(plan.service_plan_name or "" for plan in plans if plan.provisioning_status == "Success")
