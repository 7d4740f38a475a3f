"""The audit trail: what happened, by whom and why, in a chain that shows tampering.

Each entry's hash covers the one before it and a salted commitment to the private part, so that a person's
words can be erased later without breaking the chain. Canonical JSON is RFC 8785.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import rfc8785
from sqlalchemy import bindparam, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.facts import EventFacts
from storage.events import AuditEntry, AuditHead, AuditPrivate, Person
from storage.types import table_of

GENESIS = "0" * 64
_PRIVATE = b"corrobot.audit.private.v1\0"
_ENTRY = b"corrobot.audit.entry.v1\0"

_HEAD, _PERSON = table_of(AuditHead), table_of(Person)
_ONE_ROW = select(literal(1).label("one")).subquery()
_WHERE_WE_ARE = (
    select(_HEAD.c.size, _HEAD.c.hash, _PERSON.c.ref)
    .select_from(_ONE_ROW)
    .outerjoin(_HEAD, _HEAD.c.guild_id == bindparam("guild"))
    .outerjoin(_PERSON, (_PERSON.c.guild_id == bindparam("guild")) & (_PERSON.c.user_id == bindparam("user")))
)
_NEW_PERSON, _NEW_HEAD = insert(_PERSON), insert(_HEAD)
_NEW_ENTRY, _NEW_PRIVATE = insert(table_of(AuditEntry)), insert(table_of(AuditPrivate))
_MOVE_HEAD = (
    update(_HEAD)
    .where(_HEAD.c.guild_id == bindparam("guild"), _HEAD.c.size == bindparam("was"))
    .values(size=bindparam("is"), hash=bindparam("new_hash"))
)


@dataclass(frozen=True, slots=True)
class Tampered:
    """The first entry that does not fit, and what is wrong with it."""

    seq: int
    what: str


async def record(
    session: AsyncSession,
    *,
    guild_id: int,
    actor_id: int,
    now: datetime,
    type: str,
    subject: str,
    body: Mapping[str, object],
    entropy: Callable[[int], bytes] = secrets.token_bytes,
) -> None:
    """Write one entry at the end of a server's chain, in the caller's transaction."""
    size, prev, ref = (await session.execute(_WHERE_WE_ARE, {"guild": guild_id, "user": actor_id})).one()
    if ref is None:
        ref = entropy(8).hex()
        await session.execute(_NEW_PERSON, {"guild_id": guild_id, "user_id": actor_id, "ref": ref})
    seq = (size or 0) + 1
    salt = entropy(32)
    text = _canonical({"actor": str(actor_id), **body})
    entry: dict[str, object] = {
        "guild_id": guild_id,
        "seq": seq,
        "at": now,
        "type": type,
        "subject": subject,
        "actor_ref": ref,
        "commit": commitment(salt, text),
        "prev": prev or GENESIS,
    }
    entry["hash"] = entry_hash(entry)
    await _move_head(session, guild_id=guild_id, size=size, hash=str(entry["hash"]))
    await session.execute(_NEW_ENTRY, entry)
    await session.execute(_NEW_PRIVATE, {"guild_id": guild_id, "seq": seq, "salt": salt, "body": text})


async def of_subject(
    session: AsyncSession, subject: str, *, guild_id: int, hidden: frozenset[str] = frozenset()
) -> list[EventFacts]:
    """What happened to one thing, newest first; ``hidden`` types are left out."""
    rows = await session.execute(
        select(col(AuditEntry.seq), col(AuditEntry.at), col(AuditEntry.type), col(AuditPrivate.body))
        .outerjoin(
            AuditPrivate,
            (col(AuditPrivate.guild_id) == AuditEntry.guild_id) & (col(AuditPrivate.seq) == AuditEntry.seq),
        )
        .where(
            col(AuditEntry.guild_id) == guild_id,
            col(AuditEntry.subject) == subject,
            col(AuditEntry.type).not_in(hidden),
        )
        .order_by(col(AuditEntry.seq).desc())
    )
    return [_event(*row) for row in rows]


async def verify(session: AsyncSession, *, guild_id: int) -> Tampered | None:
    """Walk a server's chain from its beginning; the first entry that does not fit, or None."""
    rows = await session.execute(
        select(AuditEntry, col(AuditPrivate.salt), col(AuditPrivate.body))
        .outerjoin(
            AuditPrivate,
            (col(AuditPrivate.guild_id) == AuditEntry.guild_id) & (col(AuditPrivate.seq) == AuditEntry.seq),
        )
        .where(col(AuditEntry.guild_id) == guild_id)
        .order_by(col(AuditEntry.seq))
    )
    prev, seq = GENESIS, 0
    for entry, salt, body in rows:
        seq += 1
        if entry.seq != seq:
            return Tampered(seq, "missing")
        if entry.prev != prev or entry.hash != entry_hash(entry.model_dump()):
            return Tampered(seq, "altered")
        if body is not None and commitment(salt, body) != entry.commit:
            return Tampered(seq, "private part altered")
        prev = entry.hash
    head = (
        await session.execute(
            select(col(AuditHead.size), col(AuditHead.hash)).where(col(AuditHead.guild_id) == guild_id)
        )
    ).one_or_none()
    if (head or (0, GENESIS)) != (seq, prev):
        return Tampered(seq + 1, "tail cut")
    return None


def commitment(salt: bytes, body: str) -> str:
    """What the chain keeps of a private part: its salted SHA-256."""
    return hashlib.sha256(_PRIVATE + salt + body.encode()).hexdigest()


def entry_hash(entry: Mapping[str, object]) -> str:
    """The hash of an entry's public fields and its predecessor."""
    at = entry["at"]
    assert isinstance(at, datetime)
    public = {key: entry[key] for key in ("seq", "type", "subject", "actor_ref", "commit")}
    # Ids are written as text: RFC 8785 numbers are IEEE doubles and would round a snowflake.
    public |= {"guild": str(entry["guild_id"]), "at": at.isoformat()}
    return hashlib.sha256(_ENTRY + str(entry["prev"]).encode() + _canonical(public).encode()).hexdigest()


async def _move_head(session: AsyncSession, *, guild_id: int, size: int | None, hash: str) -> None:
    if size is None:
        await session.execute(_NEW_HEAD, {"guild_id": guild_id, "size": 1, "hash": hash})
        return
    moved = await session.execute(
        _MOVE_HEAD, {"guild": guild_id, "was": size, "is": size + 1, "new_hash": hash}
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise RuntimeError("the audit chain moved under this transaction")


def _event(seq: int, at: datetime, type: str, body: str | None) -> EventFacts:
    private = json.loads(body) if body is not None else None
    actor = int(private.pop("actor")) if private else None
    return EventFacts(seq=seq, at=at, type=type, actor_id=actor, body=private)


def _canonical(value: Mapping[str, object]) -> str:
    return rfc8785.dumps(dict(value)).decode()  # type: ignore[arg-type]
