"""The tables, as the newest migration leaves them. Times are UTC; ids are Microsoft's or ours, never names."""

from datetime import UTC, datetime

from sqlalchemy import JSON, Column, DateTime, Dialect, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime on every database; SQLite would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. Raises `ValueError` for a naive datetime, which could mean any moment of a day."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("stored times are aware")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


ID = String(200)
"""Long enough for Teams conversation ids; Entra's are 36 characters."""
WORD = String(64)

metadata = MetaData()

action = Table(
    "action",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("intended_at", UtcDateTime, nullable=False),
    Column("tenant", ID, nullable=False),
    Column("actor", ID, nullable=False),
    Column("conversation", ID, nullable=False),
    Column("diagnosis", WORD, nullable=False),
    Column("remedy", WORD, nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("subject_kind", WORD, nullable=False),
    Column("subject_id", ID, nullable=False),
    Column("undo_of", String(36), ForeignKey("action.id"), nullable=True),
    Index("action_by_actor", "tenant", "actor", "intended_at"),
    Index("action_by_subject", "tenant", "subject_kind", "subject_id", "intended_at"),
    Index("action_by_undo_of", "undo_of"),
)
"""What someone was about to do. Rows are added before the write and never changed: the database refuses it."""

action_outcome = Table(
    "action_outcome",
    metadata,
    Column("action_id", String(36), ForeignKey("action.id"), primary_key=True),
    Column("outcome_at", UtcDateTime, nullable=False),
    Column("outcome", WORD, nullable=False),
    Column("status", Integer, nullable=True),
    Column("code", WORD, nullable=True),
)
"""What became of it. No row means in flight, or a crash in between. Added once, and never changed either."""

action_lease = Table(
    "action_lease",
    metadata,
    Column("action_id", String(36), ForeignKey("action.id"), primary_key=True),
    Column("owner", WORD, nullable=False),
    Column("leased_until", UtcDateTime, nullable=False),
)
"""Which process has an action under way, and until when that is believed. The row goes when the outcome comes."""

spent_nonce = Table(
    "spent_nonce",
    metadata,
    Column("nonce", WORD, primary_key=True),
    Column("spent_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("action_id", String(36), ForeignKey("action.id"), nullable=True),
    Index("spent_nonce_by_expiry", "expires_at"),
)

owner_request = Table(
    "owner_request",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("tenant", ID, nullable=False),
    Column("asker", ID, nullable=False),
    Column("asker_conversation", ID, nullable=False),
    Column("group_id", ID, nullable=False),
    Column("wish", WORD, nullable=False),
    Column("note", Text, nullable=False),
    Column("state", WORD, nullable=False),
    Column("answered_by", ID, nullable=True),
    Column("answered_at", UtcDateTime, nullable=True),
    Index("owner_request_by_state", "state", "created_at"),
)

owner_request_card = Table(
    "owner_request_card",
    metadata,
    Column("request_id", String(36), ForeignKey("owner_request.id"), primary_key=True),
    Column("owner", ID, primary_key=True),
    Column("conversation", ID, nullable=False),
    Column("activity", ID, nullable=False),
)

conversation_reference = Table(
    "conversation_reference",
    metadata,
    Column("tenant", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("service_url", String(300), nullable=False),
    Column("conversation", ID, nullable=False),
    Column("mri", ID, nullable=False),
    Column("locale", WORD, nullable=True),
    Column("seen_at", UtcDateTime, nullable=True),
)
"""Where a person is reached. `seen_at` is when they last wrote, to within a week: a write for every message is much."""

misunderstanding = Table(
    "misunderstanding",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("language", WORD, nullable=False),
    Column("symptom_taken", WORD, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("symptom_meant", WORD, nullable=True),
    Column("text", Text, nullable=False),
)
"""Messages the bot misread, without names and without anybody's id: whoever reads them can't tell whose they are."""

follow_up = Table(
    "follow_up",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("tenant", ID, nullable=True),
    Column("person", ID, nullable=True),
    Column("state", JSON, nullable=False),
    Column("status", WORD, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("deadline", UtcDateTime, nullable=True),
    Column("ended_at", UtcDateTime, nullable=True),
    Column("home", WORD, nullable=True),
    Column("attempts", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("lease_owner", WORD, nullable=True),
    Column("leased_until", UtcDateTime, nullable=True),
    Column("telling_began_at", UtcDateTime, nullable=True),
    Column("told_activity", ID, nullable=True),
    Index("follow_up_by_due", "status", "due_at"),
    Index("follow_up_by_person", "tenant", "person", "status"),
)
"""What takes hours: looked at again when it is due, by whoever holds the lease.

`home` is the process that added it, which may hold tokens of its person. `attempts` counts the leases and so tells the
holder's writes from those of an earlier one. `state` holds ids, switches and words of ours. A null `person` is
nobody's: housekeeping.
"""
