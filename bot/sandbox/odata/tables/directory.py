"""The other directory objects: contact, administrative unit, directory role, organization.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/directoryobject
"""

ORG_CONTACT = """
id                                 string!    default  eq in | ne not
addresses                          object[]   default
companyName                        string     default  | eq in ge le startsWith null ne not
deletedDateTime                    dateTime   default
department                         string     default  eq in ge le startsWith | null ne not
directReports                      nav[]      expand
displayName                        string     default  eq in ge le startsWith | null ne not
givenName                          string     default  eq in ge le startsWith | null ne not
jobTitle                           string     default  eq in ge le startsWith | null ne not
mail                               string     default  eq in ge le startsWith | null ne not
mailNickname                       string     default  eq in ge le startsWith | null ne not
manager                            nav        expand
memberOf                           nav[]      expand
onPremisesLastSyncDateTime         dateTime   default  eq in ge le | ne not
onPremisesProvisioningErrors       object[]   default  | $count
# Entra PowerShell asks for `category ne null` without an advanced query, and is answered.
onPremisesProvisioningErrors/category string     -        eq in notNull | ne not
onPremisesProvisioningErrors/propertyCausingError string     -        eq in | ne not
onPremisesSyncEnabled              boolean    default  eq in | null ne not
phones                             object[]   default
proxyAddresses                     string[]   default  eq ge le startsWith | not $count
serviceProvisioningErrors          object[]   default
surname                            string     default  eq in ge le startsWith | null ne not
transitiveMemberOf                 nav[]      expand
"""

ADMINISTRATIVE_UNIT = """
id                                 string!    default  eq in | ne not
deletedDateTime                    dateTime   default
description                        string     default  eq in startsWith | ne
displayName                        string     default  eq in ge le startsWith null | ne not
isMemberManagementRestricted       boolean    default
members                            nav[]      expand
membershipRule                     string     default
membershipRuleProcessingState      string     default
membershipType                     string     default
visibility                         string     default
"""

DIRECTORY_ROLE = """
id                                 string!    default  eq in
deletedDateTime                    dateTime   default
description                        string     default  eq in
displayName                        string     default  eq in
members                            nav[]      expand
roleTemplateId                     string     default  eq in
"""

ORGANIZATION = """
id                                 string!    default
assignedPlans                      object[]   default
businessPhones                     string[]   default
city                               string     default
country                            string     default
countryLetterCode                  string     default
createdDateTime                    dateTime   default
defaultUsageLocation               string     default
deletedDateTime                    dateTime   default
displayName                        string     default
marketingNotificationEmails        string[]   default
mobileDeviceManagementAuthority    string!    default
onPremisesLastSyncDateTime         dateTime   default
onPremisesSyncEnabled              boolean    default
partnerTenantType                  string     default
postalCode                         string     default
preferredLanguage                  string     default
privacyProfile                     object     default
provisionedPlans                   object[]   default
securityComplianceNotificationMails string[]   default
securityComplianceNotificationPhones string[]   default
state                              string     default
street                             string     default
technicalNotificationMails         string[]   default
tenantType                         string     default
verifiedDomains                    object[]   default
"""
