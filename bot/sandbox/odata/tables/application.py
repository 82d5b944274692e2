"""Applications in the tenant and policies.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/serviceprincipal#properties
"""

SERVICE_PRINCIPAL = """
id                                 string!    default  eq in | ne not
accountEnabled                     boolean    default  eq in | ne not
addIns                             object[]   default
alternativeNames                   string[]   default  eq ge le startsWith | not
appDescription                     string     default
appDisplayName                     string     default
appId                              string     default  eq in startsWith | ne not
appOwnerOrganizationId             guid       default  eq in ge le | ne
appRoleAssignmentRequired          boolean!   default  eq in | ne
appRoles                           object[]   default
applicationTemplateId              string     default  eq in | ne not
createdByAppId                     string     default
customSecurityAttributes           object     select   eq in startsWith | ne not
deletedDateTime                    dateTime   default
description                        string     default  eq in ge le startsWith | ne not
disabledByMicrosoftStatus          string     default  eq in | ne not
displayName                        string     default  eq in ge le startsWith null | ne not
homepage                           string     default
info                               object     default  eq in ge le null | ne not
isDisabled                         boolean    default
keyCredentials                     object[]   default
loginUrl                           string     default
logoutUrl                          string     default
memberOf                           nav[]      expand
notes                              string     default
notificationEmailAddresses         string[]   default
oauth2PermissionScopes             object[]   default
ownedObjects                       nav[]      expand
owners                             nav[]      expand
passwordCredentials                object[]   default
preferredSingleSignOnMode          string     default
preferredTokenSigningKeyThumbprint string     default
replyUrls                          string[]   default
resourceSpecificApplicationPermissions object[]   default
samlSingleSignOnSettings           object     default
servicePrincipalNames              string[]   default  eq ge le startsWith | not
servicePrincipalType               string     default
signInAudience                     string     default
tags                               string[]   default  eq ge le startsWith | not
tokenEncryptionKeyId               guid       default
transitiveMemberOf                 nav[]      expand
verifiedPublisher                  object     default
"""

# https://learn.microsoft.com/graph/api/resources/application#properties
APPLICATION = """
id                                 string!    default
addIns                             object[]   default
api                                object     default
appId                              string     default
appRoles                           object[]   default
applicationTemplateId              string     default
authenticationBehaviors            object     select
certification                      object     default
createdByAppId                     string     default
createdDateTime                    dateTime   default
defaultRedirectUri                 string     default
deletedDateTime                    dateTime   default
description                        string     default
disabledByMicrosoftStatus          string     default
displayName                        string     default
groupMembershipClaims              string     default
identifierUris                     string[]   default
info                               object     default
isDeviceOnlyAuthSupported          boolean    default
isDisabled                         boolean    default
isFallbackPublicClient             boolean    default
keyCredentials                     object[]   default
logo                               string!    default
managerApplications                string[]   default
nativeAuthenticationApisEnabled    string[]   default
notes                              string     default
oauth2RequirePostResponse          boolean!   default
optionalClaims                     object     default
parentalControlSettings            object     default
passwordCredentials                object[]   default
publicClient                       object     default
publisherDomain                    string     default
requestSignatureVerification       object     default
requiredResourceAccess             object[]   default
samlMetadataUrl                    string     default
serviceManagementReference         string     default
servicePrincipalLockConfiguration  object     default
signInAudience                     string     default
spa                                object     default
tags                               string[]   default
tokenEncryptionKeyId               guid       default
uniqueName                         string     default
verifiedPublisher                  object     default
web                                object     default
"""

# https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant#properties
OAUTH2_PERMISSION_GRANT = """
id                                 string!    default
clientId                           string!    default  eq
consentType                        string     default  eq
principalId                        string     default  eq
resourceId                         string!    default  eq
scope                              string     default
"""

AUTHORIZATION_POLICY = """
id                                 string!    default
allowEmailVerifiedUsersToJoinOrganization boolean!   default
allowInvitesFrom                   string     default
allowUserConsentForRiskyApps       boolean    default
allowedToSignUpEmailBasedSubscriptions boolean!   default
allowedToUseSSPR                   boolean!   default
blockMsolPowerShell                boolean    default
defaultUserRolePermissions         object!    default
deletedDateTime                    dateTime   default
description                        string     default
displayName                        string     default
guestUserRoleId                    guid       default
"""

GROUP_SETTING = """
id                                 string!    default
displayName                        string     default
templateId                         string     default
values                             object[]   default
"""
