"""The company's Microsoft Graph: routes, who may see and change what, and how the company changes by itself."""
