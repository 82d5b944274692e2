"""The first tables. What is written here stays as it is; a change is a new file beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(200)
WORD = sa.String(64)
OURS = sa.String(36)
TIME = sa.DateTime(timezone=True)

APPEND_ONLY = ("action", "action_outcome")


def upgrade() -> None:
    """From nothing."""
    _create_audit()
    _create_owner_requests()
    op.create_table(
        "conversation_reference",
        sa.Column("tenant", ID, primary_key=True),
        sa.Column("person", ID, primary_key=True),
        sa.Column("service_url", sa.String(300), nullable=False),
        sa.Column("conversation", ID, nullable=False),
        sa.Column("mri", ID, nullable=False),
        sa.Column("locale", WORD),
    )
    _refuse_rewriting()


def downgrade() -> None:
    """There is no way back: an audit isn't dropped by a command."""
    raise NotImplementedError


def _create_audit() -> None:
    op.create_table(
        "action",
        sa.Column("id", OURS, primary_key=True),
        sa.Column("intended_at", TIME, nullable=False),
        sa.Column("tenant", ID, nullable=False),
        sa.Column("actor", ID, nullable=False),
        sa.Column("conversation", ID, nullable=False),
        sa.Column("diagnosis", WORD, nullable=False),
        sa.Column("remedy", WORD, nullable=False),
        sa.Column("arguments", sa.JSON, nullable=False),
        sa.Column("subject_kind", WORD, nullable=False),
        sa.Column("subject_id", ID, nullable=False),
        sa.Column("undo_of", OURS, sa.ForeignKey("action.id")),
    )
    op.create_index("action_by_actor", "action", ["tenant", "actor", "intended_at"])
    op.create_index("action_by_subject", "action", ["tenant", "subject_kind", "subject_id", "intended_at"])
    op.create_index("action_by_undo_of", "action", ["undo_of"])
    _create_outcomes_and_nonces()


def _create_outcomes_and_nonces() -> None:
    op.create_table(
        "action_outcome",
        sa.Column("action_id", OURS, sa.ForeignKey("action.id"), primary_key=True),
        sa.Column("outcome_at", TIME, nullable=False),
        sa.Column("outcome", WORD, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("code", WORD),
    )
    op.create_table(
        "spent_nonce",
        sa.Column("nonce", WORD, primary_key=True),
        sa.Column("spent_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("action_id", OURS, sa.ForeignKey("action.id")),
    )
    op.create_index("spent_nonce_by_expiry", "spent_nonce", ["expires_at"])


def _create_owner_requests() -> None:
    op.create_table(
        "owner_request",
        sa.Column("id", OURS, primary_key=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("tenant", ID, nullable=False),
        sa.Column("asker", ID, nullable=False),
        sa.Column("asker_conversation", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("wish", WORD, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("answered_by", ID),
        sa.Column("answered_at", TIME),
    )
    op.create_index("owner_request_by_state", "owner_request", ["state", "created_at"])
    op.create_table(
        "owner_request_card",
        sa.Column("request_id", OURS, sa.ForeignKey("owner_request.id"), primary_key=True),
        sa.Column("owner", ID, primary_key=True),
        sa.Column("conversation", ID, nullable=False),
        sa.Column("activity", ID, nullable=False),
    )


def _refuse_rewriting() -> None:
    """Triggers, so that not even our own code, or a hand on the SQL prompt, changes the audit by accident."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$"
        )
        for table in APPEND_ONLY:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()"
            )
        return
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END"
            )
