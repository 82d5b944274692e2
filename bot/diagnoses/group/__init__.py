"""Why a group can or can't be changed: rights, kind, source of authority."""
