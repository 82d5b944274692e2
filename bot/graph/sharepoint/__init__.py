"""SharePoint as one person: another host, another token, no batches."""
