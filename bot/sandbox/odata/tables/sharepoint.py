"""Sites.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/site#properties
"""

SITE = """
id                                 string!    default
createdBy                          object     default
createdDateTime                    dateTime!  default
description                        string     default
displayName                        string     default
eTag                               string     default
error                              object     default
isPersonalSite                     boolean    default
lastModifiedBy                     object     default
lastModifiedDateTime               dateTime!  default
name                               string     default
parentReference                    object     default
root                               object     default
sharepointIds                      object     default
siteCollection                     object     default
webUrl                             string     default
"""

# https://learn.microsoft.com/graph/api/resources/profilepropertysetting
PROFILE_PROPERTY_SETTING = """
id                                 string!    default
displayName                        string     default
name                               string     default
prioritizedSourceUrls              string[]   default
"""
