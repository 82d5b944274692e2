"""What the company has bought, and what a person got of it.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/subscribedsku#properties
"""

SUBSCRIBED_SKU = """
id                                 string!    default
accountId                          string     default
accountName                        string     default
appliesTo                          string     default
capabilityStatus                   string     default
consumedUnits                      integer    default
prepaidUnits                       object     default
servicePlans                       object[]   default
skuId                              guid       default
skuPartNumber                      string     default
subscriptionIds                    string[]   default
"""

LICENSE_DETAILS = """
id                                 string!    default
servicePlans                       object[]   default
skuId                              guid       default
skuPartNumber                      string     default
"""
