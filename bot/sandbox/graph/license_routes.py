"""Operations on the licences of people, and of groups in both stores; only beta knows the second."""

from bot.sandbox.graph.reads import cloud_licensing, license_details
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.writes import license_assignment

_IN_CLOUD_LICENSING = "groups/{id}/cloudLicensing/assignments"
LICENSE_ROUTES = (
    Route("GET", "me/licenseDetails", scopes.READ_MY_LICENSE_DETAILS, license_details.license_details),
    Route("GET", "users/{id}/licenseDetails", scopes.READ_LICENSE_DETAILS, license_details.license_details),
    Route("POST", "groups/{id}/assignLicense", scopes.CHANGE_LICENSES, license_assignment.assign_license),
    Route("GET", _IN_CLOUD_LICENSING, scopes.READ_CLOUD_LICENSES, cloud_licensing.assignments, version="beta"),
    Route(
        "GET",
        f"{_IN_CLOUD_LICENSING}/{{assignment}}",
        scopes.READ_CLOUD_LICENSES,
        cloud_licensing.assignment,
        version="beta",
    ),
    Route(
        "GET",
        f"{_IN_CLOUD_LICENSING}/{{assignment}}/allotment",
        scopes.READ_CLOUD_LICENSES,
        cloud_licensing.allotment,
        version="beta",
    ),
    Route(
        "DELETE",
        f"{_IN_CLOUD_LICENSING}/{{assignment}}",
        scopes.CHANGE_CLOUD_LICENSES,
        license_assignment.delete_assignment,
        version="beta",
    ),
)
