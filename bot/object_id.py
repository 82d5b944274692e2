"""How Microsoft writes the id of a directory object.

https://learn.microsoft.com/graph/api/resources/directoryobject
"""

OBJECT_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
"""A GUID as a pattern, to be matched whatever the case; what may stand around it is for whoever looks."""
