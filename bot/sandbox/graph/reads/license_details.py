"""The products a person has, with their parts. https://learn.microsoft.com/graph/api/user-list-licensedetails"""

from bot.sandbox.graph.answering import many
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.reads.people import myself, somebody
from bot.sandbox.graph.rights import scopes
from bot.sandbox.world import Wire, World


def license_details(call: Call) -> Reply:
    """`/me/licenseDetails` and `/users/{id}/licenseDetails`."""
    person = somebody(call, scopes.READ_LICENSE_DETAILS) if "id" in call.keys else myself(call)
    found = [_detail(call.world, person, license) for license in person["assignedLicenses"]]
    return many(call, "licenseDetails", found, f"users('{person['id']}')/licenseDetails")


def _detail(world: World, person: Wire, license: Wire) -> Wire:
    """Unverified: that a part that is switched off is there, and disabled."""
    sku = next(each for each in world.subscribed_skus if each["skuId"] == license["skuId"])
    off = set(license["disabledPlans"])
    plans = [
        {
            "servicePlanId": plan["servicePlanId"],
            "servicePlanName": plan["servicePlanName"],
            "provisioningStatus": "Disabled" if plan["servicePlanId"] in off else "Success",
            "appliesTo": "User",
        }
        for plan in sku["servicePlans"]
    ]
    return {
        "id": f"{person['id']}_{sku['skuId']}",
        "skuId": sku["skuId"],
        "skuPartNumber": sku["skuPartNumber"],
        "servicePlans": plans,
    }
