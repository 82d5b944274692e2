"""The only way out to Microsoft Graph and SharePoint, and the tokens that open the door."""
