"""Source of authority, synchronization and provisioning errors.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/onpremisessyncbehavior
"""

ON_PREMISES_SYNC_BEHAVIOR = """
id                                 string!    default
isCloudManaged                     boolean!   default
"""

ON_PREMISES_DIRECTORY_SYNCHRONIZATION = """
id                                 string!    default
configuration                      object     default
features                           object!    default
"""

SERVICE_PROVISIONING_XML_ERROR = """
createdDateTime                    dateTime   default
errorDetail                        string     default
isResolved                         boolean    default
serviceInstance                    string     default
"""

PROFILE_PHOTO = """
id                                 string!    default
height                             integer    default
width                              integer    default
"""
