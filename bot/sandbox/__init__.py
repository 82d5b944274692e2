"""A simulated company on loopback: the one fake, at the HTTP edge.

Every Microsoft host is a folder: `https://graph.microsoft.com/v1.0/me` is served at
`http://127.0.0.1:<port>/graph.microsoft.com/v1.0/me`. Nothing outside tests and `bot.cli` knows this package.
"""
