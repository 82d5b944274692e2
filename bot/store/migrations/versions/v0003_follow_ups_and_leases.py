"""What takes hours, and who has what under way."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(200)
WORD = sa.String(64)
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Two tables more, and when a person was last seen."""
    op.create_table(
        "action_lease",
        sa.Column("action_id", sa.String(36), sa.ForeignKey("action.id"), primary_key=True),
        sa.Column("owner", WORD, nullable=False),
        sa.Column("leased_until", TIME, nullable=False),
    )
    _lease_what_is_under_way()
    _create_follow_ups()
    op.add_column("conversation_reference", sa.Column("seen_at", TIME))
    # Nobody knows when they were last seen; counting from now forgets nobody too early.
    op.execute("UPDATE conversation_reference SET seen_at = CURRENT_TIMESTAMP")


def downgrade() -> None:
    """There is no way back, as before."""
    raise NotImplementedError


def _lease_what_is_under_way() -> None:
    """Whoever began an action before there were leases has an hour to settle it."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    in_an_hour = "CURRENT_TIMESTAMP + INTERVAL '1 hour'" if postgresql else "DATETIME('now', '+1 hour')"
    op.execute(
        f"INSERT INTO action_lease SELECT id, 'before leases', {in_an_hour} FROM action "  # noqa: S608 - our own words
        "WHERE NOT EXISTS (SELECT 1 FROM action_outcome WHERE action_id = action.id)"
    )


def _create_follow_ups() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("tenant", ID),
        sa.Column("person", ID),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("deadline", TIME),
        sa.Column("ended_at", TIME),
        sa.Column("home", WORD),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("lease_owner", WORD),
        sa.Column("leased_until", TIME),
        sa.Column("telling_began_at", TIME),
        sa.Column("told_activity", ID),
    )
    op.create_index("follow_up_by_due", "follow_up", ["status", "due_at"])
    op.create_index("follow_up_by_person", "follow_up", ["tenant", "person", "status"])
