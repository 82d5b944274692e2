"""What only the beta endpoint knows: rows that come on top of the v1.0 table of the same name.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/photoupdatesettings?view=graph-rest-beta
"""

BETA_GROUP = """
cloudLicensing                     object     select
membershipRuleProcessingStatus     object     single
writebackConfiguration             object     select
"""

BETA_ORGANIZATION = """
onPremisesLastPasswordSyncDateTime dateTime   default
"""

PHOTO_UPDATE_SETTINGS = """
id                                 string!    default
allowedRoles                       string[]   default
source                             string     default
"""

# https://learn.microsoft.com/graph/api/resources/workposition
WORK_POSITION = """
id                                 string!    default
detail                             object     default
isCurrent                          boolean    default
source                             object     default
"""

# https://learn.microsoft.com/graph/api/resources/cloudlicensing-assignment?view=graph-rest-beta
CLOUD_ASSIGNMENT = """
id                                 string!    default
allotment                          nav        expand
assignedTo                         nav        expand
disabledServicePlanIds             guid[]     default
"""

# https://learn.microsoft.com/graph/api/resources/cloudlicensing-allotment?view=graph-rest-beta
ALLOTMENT = """
id                                 string!    default
allottedUnits                      integer!   default
assignableTo                       string!    default
consumedUnits                      integer!   default
services                           object[]   default
skuId                              guid       default
skuPartNumber                      string     default
"""
