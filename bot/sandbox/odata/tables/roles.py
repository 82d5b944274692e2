"""Role assignments, what a person is eligible for, and the roles themselves.

How to read a row: `bot.sandbox.odata.entity`.

https://learn.microsoft.com/graph/api/resources/rolemanagement
"""

UNIFIED_ROLE_ASSIGNMENT = """
id                                 string!    default  eq
appScopeId                         string     default  eq in
condition                          string     default
directoryScopeId                   string     default  eq in
principal                          nav        expand
principalId                        string     default  eq in
principalOrganizationId            string     default
roleDefinition                     nav        expand
roleDefinitionId                   string     default  eq in
"""

UNIFIED_ROLE_ELIGIBILITY_SCHEDULE_INSTANCE = """
# The three ids: the page of the base type says eq and ne; the machine-readable description is silent.
id                                 string!    default  eq
appScopeId                         string     default
directoryScopeId                   string     default  eq in | ne
endDateTime                        dateTime   default
memberType                         string     default  eq in | ne
principal                          nav        expand
principalId                        string     default  eq in | ne
roleDefinition                     nav        expand
roleDefinitionId                   string     default  eq in | ne
roleEligibilityScheduleId          string     default  eq in | ne
startDateTime                      dateTime   default
"""

UNIFIED_ROLE_ASSIGNMENT_SCHEDULE_INSTANCE = """
id                                 string!    default  eq
appScopeId                         string     default
assignmentType                     string     default  eq in | ne
directoryScopeId                   string     default  eq in | ne
endDateTime                        dateTime   default
memberType                         string     default  eq in | ne
principal                          nav        expand
principalId                        string     default  eq in | ne
roleAssignmentOriginId             string     default  eq in | ne
roleAssignmentScheduleId           string     default  eq in | ne
roleDefinition                     nav        expand
roleDefinitionId                   string     default  eq in | ne
startDateTime                      dateTime   default
"""

UNIFIED_ROLE_DEFINITION = """
id                                 string!    default  eq
description                        string     default
displayName                        string     default  eq in
isBuiltIn                          boolean    default  eq in
isEnabled                          boolean    default
resourceScopes                     string[]   default
rolePermissions                    object[]   default
templateId                         string     default
version                            string     default
"""
