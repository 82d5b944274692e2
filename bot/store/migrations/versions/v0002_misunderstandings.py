"""What people said wasn't what they meant."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORD = sa.String(64)


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "misunderstanding",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("symptom_taken", WORD, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("symptom_meant", WORD),
        sa.Column("text", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """There is no way back, as before."""
    raise NotImplementedError
