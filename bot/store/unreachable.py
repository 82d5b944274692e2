"""Why a database can't be used, in words of ours: drivers' own quote addresses, and with them passwords."""

import re
from collections.abc import Mapping


class DatabaseUnreachable(Exception):
    """The database can't be used; the message says why and what to do, and holds nothing of its address."""


DRIVER_MISSING = "psycopg isn't installed: uv sync --extra postgresql, or pip install 'syncdoctor[postgresql]'"
NEWER = "a newer version of the bot has changed its tables: start that version, or restore the backup of before"
SQLITE: Mapping[str, str] = {
    "SQLITE_CANTOPEN": "the file can't be opened: its folder must exist, and the bot's user may write in it",
    "SQLITE_NOTADB": "the file is no SQLite database: name another, or restore the backup",
    "SQLITE_CORRUPT": "the file is damaged: restore the backup",
    "SQLITE_READONLY": "the file can't be written: let the bot's user own it and its folder",
    "SQLITE_BUSY": "another process holds the file: end that, a backup perhaps",
    "SQLITE_LOCKED": "another process holds the file: end that, a backup perhaps",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk can't be read or written: the file belongs on a local disk, not on a network share",
}
"""By SQLite's own names; the more special ones begin with these. https://www.sqlite.org/rescode.html"""
POSTGRESQL: Mapping[str, str] = {
    "28P01": "the password is wrong",
    "28000": "the server doesn't let this user in: look at pg_hba.conf",
    "3D000": "the server has no database of this name: create it",
    "42501": "the user may not create tables: GRANT CREATE ON SCHEMA public, or make it the database's owner",
    "53300": "the server has no connection left",
}
"""By SQLSTATE. https://www.postgresql.org/docs/current/errcodes-appendix.html"""
REFUSED: tuple[tuple[str, str], ...] = (
    ("password authentication failed|no password supplied", POSTGRESQL["28P01"]),
    ("no pg_hba.conf entry", POSTGRESQL["28000"]),
    ('database ".*" does not exist', POSTGRESQL["3D000"]),
    ('role ".*" does not exist', "the server has no such user: create the role"),
    ("too many (connections|clients)", POSTGRESQL["53300"]),
    ("resolve host|translate host name", "the server's name isn't known: look at the host in the address"),
    ("Connection refused|No such file", "no server listens there: start it, or look at host and port"),
    ("timeout|timed out", "the server doesn't answer: look at host, port and firewall"),
    ("SSL|certificate", "no encrypted connection comes about: look at sslmode and the server's certificate"),
)
"""By what a refused connection says, which carries no SQLSTATE."""


def why(failure: BaseException) -> str:
    """The reason for a person, from what SQLAlchemy, its driver or Alembic raised."""
    driver = getattr(failure, "orig", None) or failure
    name = str(getattr(driver, "sqlite_errorname", None) or "")
    for known, words in SQLITE.items():
        if name.startswith(known):
            return words
    state = getattr(driver, "sqlstate", None)
    if state in POSTGRESQL:
        return POSTGRESQL[str(state)]
    if "locate revision" in str(failure):
        return NEWER
    said = str(driver)
    return next((words for sign, words in REFUSED if re.search(sign, said)), "the database's own log says why")
