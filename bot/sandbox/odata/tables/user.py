"""The user: by default Graph returns little more than a business card.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/user#properties
"""

USER = """
id                                 string!    default  eq in | ne not
# "single": kept by SharePoint or Exchange, and refused in a list.
aboutMe                            string     single
accountEnabled                     boolean    select   eq in | ne not
ageGroup                           string     select   eq in | ne not
assignedLicenses                   object[]   select   | $count
assignedLicenses/skuId             guid       -        eq in | ne not
assignedPlans                      object[]   select
assignedPlans/capabilityStatus     string     -        | eq in ne not
assignedPlans/service              string     -        | eq in ne not
assignedPlans/servicePlanId        guid       -        | eq in ne not
authorizationInfo                  object     select
birthday                           dateTime!  single
businessPhones                     string[]   default  eq ge le startsWith | not
city                               string     select   eq in ge le startsWith | null ne not
companyName                        string     select   | eq in ge le startsWith null ne not
consentProvidedForMinor            string     select   eq in | ne not
country                            string     select   eq in ge le startsWith | null ne not
createdDateTime                    dateTime   select   | eq in ge le ne not
creationType                       string     select   eq in | ne not
customSecurityAttributes           object     select   eq in startsWith | ne not
deletedDateTime                    dateTime   select
department                         string     select   eq in ge le startsWith | null ne not
deviceEnrollmentLimit              integer!   single
directReports                      nav[]      expand
displayName                        string     default  eq in ge le startsWith | null ne not
employeeHireDate                   dateTime   select   | eq in ge le ne not
employeeId                         string     select   eq in ge le startsWith | null ne not
employeeLeaveDateTime              dateTime   select   eq in ge le | ne not
employeeOrgData                    object     select   eq in ge le | ne not
employeeType                       string     select   | eq in ge le startsWith ne not
externalUserState                  string     select   eq in | ne not
externalUserStateChangeDateTime    dateTime   select   eq in ge le | ne not
faxNumber                          string     select   | eq in ge le startsWith null ne not
givenName                          string     default  eq in ge le startsWith | null ne not
hireDate                           dateTime!  single
identities                         object[]   select
identities/issuer                  string     -        eq in null | ne
identityParentId                   string     select
imAddresses                        string[]   select   eq ge le startsWith | not
interests                          string[]   single
isManagementRestricted             boolean    select
isResourceAccount                  boolean    select   eq in | ne
jobTitle                           string     default  eq in ge le startsWith | null ne not
lastPasswordChangeDateTime         dateTime   select
legalAgeGroupClassification        string     select
licenseAssignmentStates            object[]   select
mail                               string     default  eq in ge le startsWith | null ne not endsWith
mailNickname                       string     select   eq in ge le startsWith | null ne not
mailboxSettings                    object     single
manager                            nav        expand
memberOf                           nav[]      expand
mobilePhone                        string     default  | eq in ge le startsWith null ne not
mySite                             string     single
officeLocation                     string     default  | eq in ge le startsWith null ne not
onPremisesDistinguishedName        string     select
onPremisesDomainName               string     select
onPremisesExtensionAttributes      object     select   eq in | ne not
onPremisesImmutableId              string     select   eq in ge le | ne not
onPremisesLastSyncDateTime         dateTime   select   eq in ge le | ne not
onPremisesProvisioningErrors       object[]   select
# Entra PowerShell asks for `category ne null` without an advanced query, and is answered.
onPremisesProvisioningErrors/category string     -        eq in notNull | ne not
onPremisesProvisioningErrors/propertyCausingError string     -        eq in | ne not
onPremisesSamAccountName           string     select   | eq in ge le startsWith ne not
onPremisesSecurityIdentifier       string     select   | null
onPremisesSyncEnabled              boolean    select   eq in | null ne not
onPremisesUserPrincipalName        string     select   eq in ge le startsWith | ne not
otherMails                         string[]   select   eq in ge le startsWith | not endsWith $count
ownedObjects                       nav[]      expand
passwordPolicies                   string     select   | null not
passwordProfile                    object     select   eq in null | ne not
pastProjects                       string[]   single
postalCode                         string     select   | eq in ge le startsWith null ne not
preferredDataLocation              string     select
preferredLanguage                  string     default  | eq in ge le startsWith null ne not
preferredName                      string     single
print                              object     select
provisionedPlans                   object[]   select
provisionedPlans/provisioningStatus string     -        | eq in ne not
provisionedPlans/service           string     -        | eq in ne not
proxyAddresses                     string[]   select   eq ge le startsWith | not endsWith $count
responsibilities                   string[]   single
schools                            string[]   single
# Unverified: Microsoft's text says by default, no recorded answer has it, so a reader must name it.
securityIdentifier                 string     select   eq in ge le startsWith | not
serviceProvisioningErrors          object[]   select
showInAddressList                  boolean    select   | eq in ne
signInActivity                     object     select   eq in ge le | ne not
signInSessionsValidFromDateTime    dateTime   select
skills                             string[]   single
state                              string     select   eq in ge le startsWith | null ne not
streetAddress                      string     select   | eq in ge le startsWith null ne not
surname                            string     default  eq in ge le startsWith | null ne not
transitiveMemberOf                 nav[]      expand
usageLocation                      string     select   eq in ge le startsWith | null ne not
userPrincipalName                  string     default  eq in ge le startsWith | ne not endsWith
userType                           string     select   eq in | null ne not
"""
