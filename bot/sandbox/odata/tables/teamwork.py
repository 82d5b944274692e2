"""Teams: the team, its channels and members, installed apps.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/team#properties
"""

TEAM = """
id                                 string!    default
classification                     string     default
createdDateTime                    dateTime   default
description                        string     default
displayName                        string     default
firstChannelName                   string     default
funSettings                        object     default
guestSettings                      object     default
internalId                         string     default
isArchived                         boolean    default
memberSettings                     object     default
members                            nav[]      expand
messagingSettings                  object     default
specialization                     string     default
summary                            object     default
tenantId                           string     default
visibility                         string     default
webUrl                             string     default
"""

CHANNEL = """
id                                 string!    default
createdDateTime                    dateTime   default
description                        string     default
displayName                        string!    default
email                              string     default
isArchived                         boolean    default
isFavoriteByDefault                boolean    default
layoutType                         string     default
members                            nav[]      expand
membershipType                     string     default
migrationMode                      string     default
originalCreatedDateTime            dateTime   default
summary                            object     default
tenantId                           string     default
webUrl                             string     default
"""

AAD_USER_CONVERSATION_MEMBER = """
id                                 string!    default
displayName                        string     default
email                              string     default
roles                              string[]   default
tenantId                           string     default
userId                             string     default
visibleHistoryStartDateTime        dateTime   default
"""

USER_SCOPE_TEAMS_APP_INSTALLATION = """
id                                 string!    default
consentedPermissionSet             object     default
teamsApp                           nav        expand
teamsAppDefinition                 nav        expand
"""
