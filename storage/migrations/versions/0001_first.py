"""First."""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("actor_ref", sa.String(length=32), nullable=False),
        sa.Column("commit", sa.String(length=64), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "seq", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "audit_private",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "seq", name=op.f("pk_audit_private")),
    )
    op.create_table(
        "person",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "user_id", name=op.f("pk_person")),
    )
    op.create_table(
        "server",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("claims_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("review_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("digest_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("log_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("checker_role_id", sa.BigInteger(), nullable=True),
        sa.Column("reviewer_role_id", sa.BigInteger(), nullable=True),
        sa.Column("lead_role_id", sa.BigInteger(), nullable=True),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("min_origins", sa.Integer(), nullable=False),
        sa.Column("recheck_days", sa.Integer(), nullable=False),
        sa.Column("digest_weekday", sa.Integer(), nullable=False),
        sa.Column("digest_hour", sa.Integer(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("last_claim", sa.Integer(), nullable=False),
        sa.Column("last_evidence", sa.Integer(), nullable=False),
        sa.Column("last_article", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_server")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "person",
                "group",
                "outlet",
                "organisation",
                "record",
                name="sourcekind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "naming", sa.Enum("named", "unnamed", name="naming", native_enum=False, length=32), nullable=False
        ),
        sa.Column("party", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column(
            "reliability",
            sa.Enum("A", "B", "C", "D", "E", "F", name="reliability", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("notes", sa.String(length=1000), nullable=True),
        sa.Column("merged_into", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["source.id"], name=op.f("fk_source_merged_into_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_guild_id"), ["guild_id"], unique=False)

    op.create_table(
        "article",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("publisher_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("link", sa.String(length=2000), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["publisher_id"], ["source.id"], name=op.f("fk_article_publisher_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("guild_id", "number", name=op.f("uq_article_guild_id_number")),
    )
    op.create_table(
        "overlap",
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["source.id"], name=op.f("fk_overlap_other_id_source")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_overlap_source_id_source")),
        sa.PrimaryKeyConstraint("source_id", "other_id", name=op.f("pk_overlap")),
    )
    with op.batch_alter_table("overlap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_overlap_guild_id"), ["guild_id"], unique=False)

    op.create_table(
        "source_name",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_name_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_name")),
        sa.UniqueConstraint("guild_id", "key", name=op.f("uq_source_name_guild_id_key")),
    )
    with op.batch_alter_table("source_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_name_source_id"), ["source_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_key", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "event",
                "statement",
                "intent",
                "absence",
                "forecast",
                "opinion",
                name="kind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("speaker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "state",
            sa.Enum("unverified", "corroborated", "denied", name="state", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "closed",
            sa.Enum("withdrawn", "duplicate", "not_checkable", name="closed", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("duplicate_of", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("submitter_id", sa.BigInteger(), nullable=False),
        sa.Column("assignee_id", sa.BigInteger(), nullable=True),
        sa.Column("due_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column(
            "priority",
            sa.Enum("low", "normal", "high", "urgent", name="priority", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("split", sa.Boolean(), nullable=False),
        sa.Column("overridden", sa.Boolean(), nullable=False),
        sa.Column("override_reason", sa.String(length=1000), nullable=True),
        sa.Column(
            "stale",
            sa.Enum(
                "new_evidence",
                "retraction",
                "newly_read",
                "source_changed",
                "contradiction",
                "recheck_due",
                name="stalereason",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("decided_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("recheck_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("created_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_claim_article_id_article")),
        sa.ForeignKeyConstraint(["duplicate_of"], ["claim.id"], name=op.f("fk_claim_duplicate_of_claim")),
        sa.ForeignKeyConstraint(["parent_id"], ["claim.id"], name=op.f("fk_claim_parent_id_claim")),
        sa.ForeignKeyConstraint(["speaker_id"], ["source.id"], name=op.f("fk_claim_speaker_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("guild_id", "number", name=op.f("uq_claim_guild_id_number")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index("ix_claim_guild_state", ["guild_id", "state"], unique=False)
        batch_op.create_index("ix_claim_guild_text_key", ["guild_id", "text_key"], unique=False)

    op.create_table(
        "appearance",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("link", sa.String(length=2000), nullable=True),
        sa.Column("context", sa.Text(), nullable=True),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_appearance_claim_id_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearance")),
    )
    with op.batch_alter_table("appearance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appearance_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appearance_guild_id"), ["guild_id"], unique=False)

    op.create_table(
        "claim_link",
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "relation",
            sa.Enum(
                "part_of",
                "contradicts",
                "repeats",
                "supersedes",
                name="relation",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_link_claim_id_claim")),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"], name=op.f("fk_claim_link_other_id_claim")),
        sa.PrimaryKeyConstraint("claim_id", "other_id", "relation", name=op.f("pk_claim_link")),
    )
    with op.batch_alter_table("claim_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_link_guild_id"), ["guild_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_link_other_id"), ["other_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "stance",
            sa.Enum("supports", "denies", "queries", "context", name="stance", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("cited", sa.Boolean(), nullable=False),
        sa.Column("read", sa.Boolean(), nullable=False),
        sa.Column("first_hand", sa.Boolean(), nullable=False),
        sa.Column("on_record", sa.Boolean(), nullable=False),
        sa.Column("party", sa.Boolean(), nullable=False),
        sa.Column("scope", sa.String(length=500), nullable=True),
        sa.Column("link", sa.String(length=2000), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("credibility", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("active", "retracted", "superseded", name="standing", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("status_reason", sa.String(length=1000), nullable=True),
        sa.Column("superseded_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_evidence_claim_id_claim")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_evidence_source_id_source")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["evidence.id"], name=op.f("fk_evidence_superseded_by_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("guild_id", "number", name=op.f("uq_evidence_guild_id_number")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index("ix_evidence_claim_source", ["claim_id", "source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_source_id"), ["source_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("opened_version", sa.Integer(), nullable=False),
        sa.Column("closed_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "corroborated",
                "denied",
                "split",
                "undecided",
                "withdrawn",
                name="outcome",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_review_claim_id_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_review_guild_id"), ["guild_id"], unique=False)
        batch_op.create_index(
            "uq_review_open",
            ["claim_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "tag",
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tag", sa.String(length=50), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_tag_claim_id_claim")),
        sa.PrimaryKeyConstraint("claim_id", "tag", name=op.f("pk_tag")),
    )
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.create_index("ix_tag_guild_tag", ["guild_id", "tag"], unique=False)

    op.create_table(
        "translation",
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("translator_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_translation_claim_id_claim")),
        sa.PrimaryKeyConstraint("claim_id", "language", name=op.f("pk_translation")),
    )
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_translation_guild_id"), ["guild_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=127), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_attachment_claim_id_claim")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_attachment_evidence_id_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_evidence_id"), ["evidence_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_guild_id"), ["guild_id"], unique=False)

    op.create_table(
        "post",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("claim_card", "review_card", name="postkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("dedupe_key", sa.String(length=100), nullable=False),
        sa.Column("claim_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("review_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "sending",
                "posted",
                "removed",
                "uncertain",
                "failed",
                name="poststate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("dirty", sa.Boolean(), nullable=False),
        sa.Column("first_try_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("last_try_at", storage.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_post_claim_id_claim")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_post_review_id_review")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_post_dedupe_key")),
    )
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_post_dirty"), ["dirty"], unique=False)
        batch_op.create_index(batch_op.f("ix_post_guild_id"), ["guild_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_post_state"), ["state"], unique=False)

    op.create_table(
        "reliance",
        sa.Column("evidence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_reliance_evidence_id_evidence")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_reliance_source_id_source")),
        sa.PrimaryKeyConstraint("evidence_id", "source_id", name=op.f("pk_reliance")),
    )
    with op.batch_alter_table("reliance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reliance_guild_id"), ["guild_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reliance_source_id"), ["source_id"], unique=False)

    op.create_table(
        "vote",
        sa.Column("review_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("voter_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "ballot",
            sa.Enum("corroborated", "denied", "cannot_tell", name="ballot", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "code",
            sa.Enum(
                "independent",
                "record",
                "refuted",
                "insufficient",
                "other",
                name="reasoncode",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("evidence", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cast_at", storage.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_vote_review_id_review")),
        sa.PrimaryKeyConstraint("review_id", "voter_id", name=op.f("pk_vote")),
    )
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_guild_id"), ["guild_id"], unique=False)

    _guard_the_audit_trail()


def downgrade() -> None:
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vote_guild_id"))

    op.drop_table("vote")
    with op.batch_alter_table("reliance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reliance_source_id"))
        batch_op.drop_index(batch_op.f("ix_reliance_guild_id"))

    op.drop_table("reliance")
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_state"))
        batch_op.drop_index(batch_op.f("ix_post_guild_id"))
        batch_op.drop_index(batch_op.f("ix_post_dirty"))
        batch_op.drop_index(batch_op.f("ix_post_claim_id"))

    op.drop_table("post")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachment_guild_id"))
        batch_op.drop_index(batch_op.f("ix_attachment_evidence_id"))
        batch_op.drop_index(batch_op.f("ix_attachment_claim_id"))

    op.drop_table("attachment")
    with op.batch_alter_table("translation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_translation_guild_id"))

    op.drop_table("translation")
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.drop_index("ix_tag_guild_tag")

    op.drop_table("tag")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_review_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_review_guild_id"))
        batch_op.drop_index(batch_op.f("ix_review_claim_id"))

    op.drop_table("review")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_source_id"))
        batch_op.drop_index("ix_evidence_claim_source")

    op.drop_table("evidence")
    with op.batch_alter_table("claim_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_link_other_id"))
        batch_op.drop_index(batch_op.f("ix_claim_link_guild_id"))

    op.drop_table("claim_link")
    with op.batch_alter_table("appearance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appearance_guild_id"))
        batch_op.drop_index(batch_op.f("ix_appearance_claim_id"))

    op.drop_table("appearance")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index("ix_claim_guild_text_key")
        batch_op.drop_index("ix_claim_guild_state")

    op.drop_table("claim")
    with op.batch_alter_table("source_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_name_source_id"))

    op.drop_table("source_name")
    with op.batch_alter_table("overlap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_overlap_guild_id"))

    op.drop_table("overlap")
    op.drop_table("article")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_guild_id"))

    op.drop_table("source")
    op.drop_table("setting")
    op.drop_table("server")
    op.drop_table("person")
    op.drop_table("audit_private")
    op.drop_table("audit_head")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entry_subject"))

    op.drop_table("audit_entry")


def _guard_the_audit_trail() -> None:
    """Entries are never altered or deleted; this stops a bug, not whoever owns the database."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_entry_no_{act.lower()} BEFORE {act} ON audit_entry "
                "BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION 'the audit trail is never changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()"
    )
