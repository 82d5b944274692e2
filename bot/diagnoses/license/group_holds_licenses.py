"""The group gives licences to its members, and can't be deleted while it does.

Seen as   "It isn't possible to delete a group with an active license assigned", Delete is greyed out, or the sync's
          export error 113: Active Directory has asked for the deletion, and the licence in the cloud holds it up.
Why       Deleting the group would take the licences from every member at once. Microsoft keeps them in two stores, and
          the newer one doesn't show among the group's assigned licences.
Put right Remove the licences from the group, wait until that has reached the members, then delete it.
"""

from bot.deep_links import in_licenses
from bot.model import CHANGES, Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group
from bot.readings.licenses import CloudLicenses, GroupLicenses, Products
from bot.remedies.remove_group_licenses import RemoveGroupLicenses
from bot.rule import Verdict, explains
from bot.texts import Text, Value, _

LEARN = "https://learn.microsoft.com/entra/identity/users/licensing-group-advanced"


@explains(
    Symptom.GROUP_DELETE,
    checks=_("whether it gives licences to its members"),
    before=(
        "asker_cannot_manage_group",
        "asker_is_guest",
        "asker_role_not_active",
        "group_in_restricted_unit",
        "group_is_role_assignable",
        "group_managed_in_exchange",
        "group_managed_on_premises",
    ),
    unless=("group_is_deleted",),
    operations=CHANGES | {Operation.DELETED_IN_AD},
)
def diagnose(
    question: Question,
    group: Group,
    licenses: GroupLicenses,
    cloud: CloudLicenses | Unreadable | None,
    products: Products | Unreadable,
) -> Verdict:
    """Speaks while either store holds a licence, or a removal is still under way."""
    skus = tuple(each.sku_id for each in licenses.assigned_licenses)
    second = cloud.value if isinstance(cloud, CloudLicenses) else ()
    if not skus and not second:
        if licenses.processing:
            return under_way(group)
        return cloud if isinstance(cloud, Unreadable) else None
    remove = RemoveGroupLicenses.of(group.id, group.name, skus, (each.id for each in second))
    return held(group, remove, names(licenses, cloud, products))


def held(group: Group, remove: RemoveGroupLicenses, products: Value) -> Finding:
    """Which licences, and how they come off."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} gives licences to its members, so it can't be deleted.", group=group.name),
        advice=advice(group),
        because=(Evidence(_("Licences on the group"), products),),
        # A group that can hold directory roles takes a permission that this bot doesn't ask for.
        remedies=() if group.is_assignable_to_role else (remove,),
        by_hand=(in_licenses(),),
        learn=LEARN,
        # Unverified: the second store is known from metadata and one tenant.
        probable=not remove.skus,
    )


def advice(group: Group) -> Text:
    """The way, and what Active Directory's own deletion waits for."""
    if group.on_premises_sync_enabled:
        return _(
            "Remove the licences from the group first. If the group has already been deleted in Active Directory, this "
            "is what holds the deletion up (error 113)."
        )
    return _("Remove the licences from the group, wait until that has reached its members, then delete the group.")


def names(licenses: GroupLicenses, cloud: CloudLicenses | Unreadable | None, products: Products | Unreadable) -> Value:
    """The products as Microsoft names them, by their ids where that can't be read."""
    skus = [each.sku_id for each in licenses.assigned_licenses]
    if isinstance(cloud, CloudLicenses):
        skus += [called for each in cloud.value if (called := product(each.allotment))]
    known = products if isinstance(products, Products) else Products(value=())
    found = tuple(dict.fromkeys(known.name(sku) for sku in skus))
    return found or _("one or more, whose names I can't see")


def product(allotment: object) -> str | None:
    """What the second store says the licence is."""
    return getattr(allotment, "sku_part_number", None) or getattr(allotment, "sku_id", None)


def under_way(group: Group) -> Finding:
    """The licences are off the group, but not yet off its members."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("The licences of {group} are still being processed, so it can't be deleted yet.", group=group.name),
        advice=_("Wait until that has reached the members: some minutes, in large groups up to 24 hours."),
        because=(Evidence(_("Licences"), _("change under way")),),
        by_hand=(in_licenses(),),
        learn=LEARN,
    )
