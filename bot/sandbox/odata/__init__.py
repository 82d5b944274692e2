"""OData as Microsoft Graph's directory speaks it: pure functions from plain objects and a query to an answer."""
