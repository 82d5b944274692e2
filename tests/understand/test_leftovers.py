"""What may be the subject's name when no sure one was found: looked up before anything is said."""

import pytest

from bot.understand import understand

FIRST = (
    ("why cant i add people to sales", "sales"),
    ("why cant i edit finance", "finance"),
    ("I can't edit 100% club", "100% club"),
    ("I can't edit 100% Club", "100% Club"),
    ("the marketing group won't let me", "marketing"),
    ("the sales team won't let me edit it", "sales"),
    ("kan ikke tilføje nogen til Alle medarbejdere", "Alle medarbejdere"),
    ("Alle medarbejdere", "Alle medarbejdere"),
    ("hvorfor kan jeg ikke redigere gruppen IT-administratorer", "IT-administratorer"),
    ("kan ikke tilføje folk i Gl. Havnekontor", "Gl. Havnekontor"),
    ("I can't add people in St. Anne Library", "St. Anne Library"),
    ("Lønadgang: add members doesn't work", "Lønadgang"),
    ("is Byrådssekretariatet cloud managed?", "Byrådssekretariatet"),
    ("slet Salg Danmark – arkiv", "Salg Danmark – arkiv"),
    ("I can't edit Contoso Academy: Salgsuddannelse 2026", "Contoso Academy: Salgsuddannelse 2026"),
    ("Licens Visio can't be deleted, error 113", "Licens Visio"),
    ("can't leave X", "X"),
    ("no, Sales", "Sales"),
    ("receptionen", "receptionen"),
    ("Add stays grey for AAD DC Helper Accounts, I have no rights on that group", "AAD DC Helper Accounts"),
    ("hvorfor kan jeg ikke redigere Direktionens enheder?", "Direktionens enheder"),
    ("why can't I edit HR Feed - nye medarbejdere?", "HR Feed - nye medarbejdere"),
    ("hvem ejer Licens Entra ID P2", "Licens Entra ID P2"),
    ("why cant i add people to all employees", "all employees"),
    ("cant delete hello", "hello"),
    ("who owns everyone", "everyone"),
    ("hvem ejer alle i danmark", "alle i danmark"),
    ("kan ikke slette listen nyhedsbrev", "nyhedsbrev"),
    ("why can't I rename the helpdesk operators group", "helpdesk operators"),
    ("why cant i edit lager og logistik", "lager og logistik"),
)
NONE = (
    "everybody in the trust seems to be in our little group of 12, how did that happen",
    "Jeg skal bruge en liste over medlemmer, kan du trække navnene ud",
    "sendte beskrivelsesændring for 2 timer siden, kun navnet er slået igennem",
    "why can't I edit it?",
    "hvorfor kan jeg ikke redigere den",
    "I can't edit this team",
    "the group is greyed out",
    "hvorfor kan jeg ikke tilføje nogen",
    "why can't I add people in Teams?",
    "the edit button is missing in Outlook",
    "gruppen er låst",
    "make Lee an owner",
    "who owns it?",
    "2",
    "?",
    "who am I?",
    "sign out",
    "is sync running?",
    "my photo is wrong",
    "(BadRequest) ErrorCode: Request_BadRequest",
    "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently"
    " undergoing migration.",
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation.",'
    '"innerError":{"date":"2026-11-20T10:00:00","request-id":"2b7d8e7c-3f52-4f0e-9b7e-1c1f2e9a8d55"}}}',
)
SURE = (
    "why can't I edit Marketing DK?",
    "slet Projekt Nord",
    'I can\'t rename "Board of Directors"',
    "edit SG-Lab-Access",
)


@pytest.mark.parametrize(("sentence", "name"), FIRST)
def test_the_likeliest_comes_first_exactly_as_typed(sentence: str, name: str) -> None:
    heard = understand(sentence)
    assert next(iter((*heard.leftovers, heard.entity))) == name
    assert len(heard.leftovers) <= 4
    assert all(each in sentence for each in heard.leftovers)
    assert heard.entity_kind in {None, "group"}


@pytest.mark.parametrize("sentence", NONE)
def test_words_that_name_nothing_are_not_looked_up(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.entity, heard.leftovers) == (None, ())


@pytest.mark.parametrize("sentence", SURE)
def test_a_sure_name_needs_no_others(sentence: str) -> None:
    heard = understand(sentence)
    assert heard.entity
    assert heard.leftovers == ()


@pytest.mark.parametrize(
    "text",
    [
        "https://portal.azure.com/#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/{} can't delete it",
        "I can't edit https://entra.microsoft.com/#blade/x/objectId/{}",
        "https://teams.microsoft.com/l/team/19%3aabc@thread.tacv2/conversations?groupId={}"
        "&tenantId=1b7d8e7c-3f52-4f0e-9b7e-1c1f2e9a8d55 kan ikke redigeres",
        "why can't I edit {}?",
        "slet {}",
        "hvem ejer {}",
        '"request-id":"2b7d8e7c-3f52-4f0e-9b7e-1c1f2e9a8d55" when I PATCH /groups/{}',
    ],
)
def test_the_id_in_a_pasted_address_is_the_subject(text: str) -> None:
    group = "0b7d8e7c-3f52-4f0e-9b7e-1c1f2e9a8d55"
    assert understand(text.format(group)).entity == group
