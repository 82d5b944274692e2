"""SharePoint Online, as far as people's photos go; its hosts are the company's own."""
