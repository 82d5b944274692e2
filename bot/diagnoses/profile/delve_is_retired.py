"""Delve is gone, and with it the page where people looked at profiles and changed their own.

Seen as   "Where did Delve go?", or an old address of Delve's opens something else.
Why       Microsoft retired Delve on 16 December 2024. Its addresses lead to the profile card's page.
Put right Change what one fills in oneself on the profile card, in Microsoft 365, Teams or Outlook.
"""

from bot.deep_links import in_profile_help
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import Place
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/delve-retirement"


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("whether it is about Delve"),
    before=(
        "own_contact_overrides",
        "web_part_keeps_copy",
        "profile_change_under_way",
        "cleared_value_not_synced",
        "property_not_synced",
        "mobile_phone_detached",
        "property_is_sensitive",
        "profile_source_precedence",
        "profile_managed_on_premises",
        "user_managed_on_premises_converted",
        "profile_user_editable",
    ),
)
def diagnose(question: Question) -> Verdict:
    """Speaks when Delve is named; nothing has to be read for that."""
    if question.detail is None or question.detail.place is not Place.DELVE:
        return NOT_APPLICABLE
    return Finding(
        severity=Severity.CAUSE,
        title=_("Delve is gone: Microsoft retired it on 16 December 2024."),
        advice=_(
            "What one fills in oneself is now on the profile card: open your own card in Microsoft 365, Teams or "
            "Outlook, and choose Update your profile."
        ),
        because=(
            Evidence(_("Delve"), _("retired on 16 December 2024")),
            Evidence(_("In its place"), _("the profile card; changes can take 48 hours to show")),
        ),
        by_hand=(in_profile_help(),),
        learn=LEARN,
    )
