"""Sites.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/site#properties
"""

SITE = """
id                                 string!    default
createdDateTime                    dateTime!  default
description                        string     default
displayName                        string     default
lastModifiedDateTime               dateTime!  default
name                               string     default
root                               object     default
siteCollection                     object     default
webUrl                             string     default
"""
