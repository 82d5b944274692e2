"""The group: most of it comes by default, what Exchange keeps only for one group at a time.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/group#properties
"""

GROUP = """
id                                 string!    default  eq in | ne not
accessType                         string     single
allowExternalSenders               boolean    single
assignedLabels                     object[]   select
assignedLicenses                   object[]   select
assignedLicenses/skuId             guid       -        eq in | ne
autoSubscribeNewMembers            boolean    single
classification                     string     default  eq in ge le startsWith | ne not
createdDateTime                    dateTime   default
deletedDateTime                    dateTime   default
description                        string     default  | eq in ge le startsWith ne not
displayName                        string     default  eq in ge le startsWith | null ne not
expirationDateTime                 dateTime   default  | eq in ge le ne not
groupTypes                         string[]   default  eq | not
hasMembersWithLicenseErrors        boolean    never    eq in null | ne
hideFromAddressLists               boolean    single
hideFromOutlookClients             boolean    single
infoCatalogs                       string[]   select
# Told by the team: /teams/{id}?$select=isArchived.
isArchived                         boolean    never
isAssignableToRole                 boolean    default  eq in | ne not
isFavorite                         boolean    single
isManagementRestricted             boolean    select
isSubscribedByMail                 boolean    single
licenseProcessingState             object     select
mail                               string     default  eq in ge le startsWith | null ne not
mailEnabled                        boolean    default  eq in | ne not
mailNickname                       string     default  eq in ge le startsWith | null ne not
memberOf                           nav[]      expand
members                            nav[]      expand
membershipRule                     string     default  eq in ge le startsWith | ne not
membershipRuleProcessingState      string     default  eq in | ne not
onPremisesDomainName               string     default
onPremisesExtensionAttributes      object     select   eq in | ne not
onPremisesLastSyncDateTime         dateTime   default  eq in ge le | ne not
onPremisesNetBiosName              string     default
onPremisesProvisioningErrors       object[]   default
# Entra PowerShell asks for `category ne null` without an advanced query, and is answered.
onPremisesProvisioningErrors/category string     -        eq in notNull | ne not
onPremisesProvisioningErrors/propertyCausingError string     -        eq in | ne not
onPremisesSamAccountName           string     default  | eq in ge le startsWith ne not
onPremisesSecurityIdentifier       string     default  | null
onPremisesSyncEnabled              boolean    default  eq in | null ne not
organizationId                     string     select
owners                             nav[]      expand
preferredDataLocation              string     default
preferredLanguage                  string     default  | eq in ge le startsWith null ne not
proxyAddresses                     string[]   default  eq ge le startsWith | not endsWith $count
renewedDateTime                    dateTime   default  eq in ge le | ne not
resourceBehaviorOptions            string[]   default
resourceProvisioningOptions        string[]   default  eq startsWith | not
securityEnabled                    boolean    default  eq in | ne not
securityIdentifier                 string     default
# Unverified: Microsoft's text is silent and its example lacks it, so a reader must name it.
serviceProvisioningErrors          object[]   select
theme                              string     default
transitiveMemberOf                 nav[]      expand
transitiveMembers                  nav[]      expand
uniqueName                         string     select
unseenConversationsCount           integer    single
unseenCount                        integer    single
unseenMessagesCount                integer    single
visibility                         string     default
welcomeMessageEnabled              boolean    select
"""
