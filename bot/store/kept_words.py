"""Words with a capital letter that are nobody's name: products, error codes, and the words sentences begin with."""

_PRODUCTS = """
Microsoft 365|Microsoft|M365|O365|Office 365|Office365|Office|Teams|Team|Outlook|Entra Connect|Entra ID|Entra
Connect Sync|Cloud Sync|Azure AD Connect|Azure AD|AzureAD|Azure|AADC|AAD|Active Directory|AD|Exchange Online|Exchange
EXO|EAC|EAS|OWA|SharePoint|MySite|OneDrive|OneNote|Planner|Yammer|Viva Engage|Viva|Delve|Bookings|Intune|Copilot
Defender|Power BI|Power Automate|Power Apps|PowerApps|PowerPoint|PowerShell|Excel|Visio|Skype|Graph|Windows|iPhone|iPad
iOS|macOS|Android|Chrome|Edge|Safari|Firefox|Zoom|Slack|Jira|ServiceNow|Workday|Citrix|VPN|MFA|SSO|SSPR|PIM|RMAU|AU|RBAC
GA|OU|DL|DLs|DC|DN|UPN|UPNs|UPA|GAL|OAB|SOA|SKU|SKUs|E1|E3|E5|F1|F3|A1|A3|A5|P1|P2|GPO|ADUC|ADFS|PHS|SID|GUID|ID|API|URL
HTTP|CSV|PDF|PC|PCs|IT|OK|GET|POST|PUT|PATCH|DELETE|SQL|DNS|LDAP|SMTP|DirSync|MailNickname|ImmutableId|ManagedBy
displayName|userPrincipalName|sAMAccountName|proxyAddresses|legacyExchangeDN|userCertificate|isAssignableToRole
onPremisesSyncEnabled|onPremisesSyncBehavior|SetPhotoEnabled|SyncCycleEnabled|OwaMailboxPolicy
Authorization_RequestDenied|Request_BadRequest|Request_ResourceNotFound|Directory_QuotaExceeded|ErrorAccessDenied
AccessDenied|ImageNotFound|AttributeValueMustBeUnique|InvalidSoftMatch|InvalidHardMatch|ObjectTypeMismatch|LargeObject
DataValidationFailed|FederatedDomainChangeError|DependencyViolation|MutuallyExclusiveViolation|CountViolation
ProhibitedInUsageLocationViolation|IdentitySynchronizationNotEnabled|Insufficient privileges|Global Administrator
User Administrator|Groups Administrator|License Administrator|Hybrid Identity Administrator|Global Admin|Admin
Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|I'm|I've|I'd|I'll|I’m|I’ve|I’d|I’ll
"""
PRODUCTS = tuple(_PRODUCTS.strip().replace("\n", "|").split("|"))
"""What tells the next training what was asked about. Abbreviations are meant in capitals only: Sid is somebody."""

CODES = (
    r"AADSTS\d{5,7}|0x[0-9A-F]{8}|[A-Z][A-Za-z-]{1,60}\.(?:Read|ReadWrite)(?:\.All)?"
    r"|(?:Get|Set|New|Add|Remove|Update|Start|Connect|Enable|Disable|Restore)-"
    r"(?:Mg|Entra|AD|AzureAD|Msol|Exo|Unified|Distribution|Dynamic|Mailbox|Mail|User|CsUser|Organization)[A-Za-z]*"
)
"""Expressions for Microsoft's codes, permissions and commands."""

_OPENERS = """
a about access add adding after again all already also although an and another any anybody anyone anything are as at
because been before both but by can can't cannot cant changed changing check could couldn't create created delete
deleted deleting did didn't do does doesn't don't dont each error every everybody everyone everything following for
forgot from get getting give got group groups had half has hasn't have haven't he hello help her here hey hi his how
however i'm if in insufficient is isn't it it's its ive just last licence license links list look looking made manager
maybe me member members mine moved must my need needs new no nobody none not nothing now of old on once one only or
other our ours owner owners people permission photo photos picture please post press problem profile put question quick
reading remove removed removing restore right same saving she should since so some somebody someone something sometimes
sorry still such sync synced team teams thank thanks that that's the their them then there there's these they they're
this those three to today tried trying two unable until update updated updating user users was wasn't we we're we've
were what what's when where which while who who's whoever whose why wish with without won't would wrong yes yesterday
yet you your
adgang af aldrig alle alt altså anden andre at bare begge beklager billede billeder billedet blev bliver bruger brugere
brugeren brugerne burde da de dem den denne der deres derfor det dette din disse du efter eftersom ejer ejere ejeren en
er et farvel fejl fejlen fik findes fjerne fjernet flere for foto fordi forkert fra før får først glemt goddag godmorgen
gruppe gruppen grupper grupperne gør gælder ham han har havde hej hejsa hele hende hendes her hjælp hun hva hvad hvem
hver hverken hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i igen ikke ind ingen ingenting intet ja jeg kan
knappen kom kommer kræver kun kunne kære leder lederen licens licenser liste listen man mange med medlem medlemmer
medlemmerne meddelelsen men mens mig min mine mit mon måske må nej nogen nogle noget nu nyt når ny nye og også om op os
overalt problem problemet profil profilbillede prøver på selv selvom siden sidste skal skulle slet slette slettet
sletter som start stop stadig står synes synkronisering tak teamet tilføj tilføje to tre ud uden undskyld venligst vi
vil ville virker vores vær være ændre ændrer ændret år
"""
OPENERS = frozenset(_OPENERS.split())
"""What a sentence may begin with, written with a capital for that alone; in lower case, English and Danish.

Anything else there is taken for a name: a word too few in the next training is better than somebody's name in it.
"""
