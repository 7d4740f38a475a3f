"""What can be done to a claim that stands: each act one guarded change, one event, one redrawn card."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot import events, languages, posting, servers
from bot.claims._facts import load
from bot.claims._filing import UNCHECKABLE, claim_text, recheck_at, speaker
from bot.facts import ClaimFacts, ServerFacts
from bot.folding import clean, text_key
from bot.people import Person, Right, may, require
from bot.refusals import (
    AlreadyClosed,
    AlreadyTaken,
    ClaimClosed,
    ClaimNotSealed,
    ClaimSealed,
    ClaimUnknown,
    LinkToItself,
    NotCheckable,
    NothingTyped,
    OnlySubmitterOrChecker,
    TextEmpty,
    TextTooLong,
    TooManyTags,
)
from storage.claims import Claim, ClaimLink, Tag, Translation
from storage.reviews import Review
from storage.vocabulary import Closed, Kind, Outcome, Relation, StaleReason, State

REASON_LIMIT = 1000
TAG_LIMIT = 50
TAGS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """A claim's row as it is while its transaction lasts, and the server it belongs to."""

    row: Claim
    server: ServerFacts

    @property
    def id(self) -> int:
        assert self.row.id is not None
        return self.row.id


async def hold(session: AsyncSession, number: int, *, guild_id: int) -> Held:
    """Lock a server and read one of its claims, to change it.

    Raises:
        ClaimUnknown: no such claim in this server.
    """
    server = await servers.hold(session, guild_id=guild_id)
    row = (
        await session.scalars(
            select(Claim).where(col(Claim.guild_id) == guild_id, col(Claim.number) == number)
        )
    ).one_or_none()
    if row is None:
        raise ClaimUnknown(given=number)
    return Held(row, server)


async def changed(
    session: AsyncSession,
    held: Held,
    *,
    person: Person,
    now: datetime,
    type: str,
    body: dict[str, object],
    **values: Any,
) -> ClaimFacts:
    """Write a claim's new values, the event that says so, and that its cards are out of date."""
    guild_id = held.row.guild_id
    if values:
        await session.execute(
            update(Claim)
            .where(col(Claim.id) == held.id, col(Claim.guild_id) == guild_id)
            .values(**values)
            .execution_options(synchronize_session=False)
        )
    await events.record(
        session,
        guild_id=guild_id,
        actor_id=person.id,
        now=now,
        type=type,
        subject=f"claim:{held.row.number}",
        body=body,
    )
    await posting.touch(session, guild_id=guild_id, claim_id=held.id)
    return await load(session, held.id, guild_id=guild_id)


async def edit(
    session: AsyncSession,
    number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    text: str,
    kind: Kind | None = None,
    said_by: str | None = None,
    language: str | None = None,
) -> ClaimFacts:
    """Change what a claim says; votes cast on the old version are void until confirmed.

    Raises:
        OnlySubmitterOrChecker, ClaimSealed, ClaimClosed: it is not theirs, or not now, to change.
        TextEmpty, TextTooLong, LanguageUnknown: an option is not what it should be.
    """
    held = await hold(session, number, guild_id=guild_id)
    if person.id != held.row.submitter_id and not may(person, Right.CHECK, held.server):
        raise OnlySubmitterOrChecker()
    _open_for_work(held)
    text = claim_text(text)
    said, _ = await speaker(session, said_by, guild_id=guild_id)
    kind = kind or held.row.kind
    closed = held.row.closed
    if kind is not held.row.kind:
        # What one cannot check is closed, and open again as something that one can.
        closed = Closed.NOT_CHECKABLE if kind in UNCHECKABLE else None
    if closed is not None:
        await end_review(session, held, now=now, outcome=Outcome.WITHDRAWN)
    values: dict[str, Any] = {
        "text": text,
        "text_key": text_key(text),
        "kind": kind,
        "speaker_id": said.id if said else None,
        "closed": closed,
        "version": Claim.version + 1,
    }
    if language:
        values["language"] = languages.parse(language)
    body: dict[str, object] = {"before": held.row.text, "after": text, "kind": kind.value}
    return await changed(session, held, person=person, now=now, type="claim.edited", body=body, **values)


async def translate(
    session: AsyncSession,
    number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    language: str,
    text: str,
) -> ClaimFacts:
    """Put a translation beside the original, or replace an earlier one in that language.

    Raises:
        RoleMissing: the person is no checker.
        TextEmpty, TextTooLong, LanguageUnknown: an option is not what it should be.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    code, text = languages.parse(language), claim_text(text)
    await session.execute(
        delete(Translation).where(
            col(Translation.claim_id) == held.id,
            col(Translation.guild_id) == guild_id,
            col(Translation.language) == code,
        )
    )
    await session.execute(
        insert(Translation).values(
            claim_id=held.id, guild_id=guild_id, language=code, text=text, translator_id=person.id
        )
    )
    body: dict[str, object] = {"language": code, "text": text}
    return await changed(session, held, person=person, now=now, type="claim.translated", body=body)


async def tag(
    session: AsyncSession, number: int, *, guild_id: int, person: Person, now: datetime, tags: str
) -> ClaimFacts:
    """Add comma-separated tags; a leading ``-`` removes one.

    Raises:
        RoleMissing: the person is no checker.
        NothingTyped: not one tag among them.
        TextTooLong: a tag is over 50 characters.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    added, removed = read_tags(tags)
    both = sorted(added | removed)
    await _room_for(session, held, added, both)
    await session.execute(
        delete(Tag).where(col(Tag.claim_id) == held.id, col(Tag.guild_id) == guild_id, col(Tag.tag).in_(both))
    )
    for name in sorted(added):
        await session.execute(insert(Tag).values(claim_id=held.id, guild_id=guild_id, tag=name))
    body: dict[str, object] = {"added": sorted(added), "removed": sorted(removed)}
    return await changed(session, held, person=person, now=now, type="claim.tagged", body=body)


async def link(
    session: AsyncSession,
    number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    relation: Relation,
    other: int,
) -> ClaimFacts:
    """Say how one claim relates to another. A contradiction makes verdicts on either side stale.

    Raises:
        RoleMissing: the person is no checker.
        LinkToItself, ClaimUnknown: the other claim is this one, or none of this server.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    second = await hold(session, other, guild_id=guild_id)
    if held.id == second.id:
        raise LinkToItself(number=number)
    there = (
        col(ClaimLink.claim_id) == held.id,
        col(ClaimLink.other_id) == second.id,
        col(ClaimLink.relation) == relation,
        col(ClaimLink.guild_id) == guild_id,
    )
    await session.execute(delete(ClaimLink).where(*there))
    await session.execute(
        insert(ClaimLink).values(claim_id=held.id, other_id=second.id, relation=relation, guild_id=guild_id)
    )
    if relation is Relation.CONTRADICTS:
        for one in (held, second):
            await make_stale(session, one, StaleReason.CONTRADICTION)
    await posting.touch(session, guild_id=guild_id, claim_id=second.id)
    body: dict[str, object] = {"relation": relation.value, "other": other}
    return await changed(session, held, person=person, now=now, type="claim.linked", body=body)


async def close(
    session: AsyncSession,
    number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    reason: Closed,
    note: str | None = None,
) -> ClaimFacts:
    """Stop work on a claim. Its submitter may withdraw it; the rest is for checkers.

    Raises:
        RoleMissing, OnlySubmitterOrChecker: the person may not.
        AlreadyClosed: closed, and for another reason.
        ClaimSealed: a verdict stands.
    """
    held = await hold(session, number, guild_id=guild_id)
    _may_close(held, person, reason)
    if held.row.sealed:
        raise ClaimSealed(number=number)
    if held.row.closed is not None and held.row.closed is not reason:
        raise AlreadyClosed(number=number)
    await end_review(session, held, now=now, outcome=Outcome.WITHDRAWN)
    body: dict[str, object] = {"reason": reason.value, "note": _note(note)}
    return await changed(session, held, person=person, now=now, type="claim.closed", body=body, closed=reason)


async def reopen(
    session: AsyncSession, number: int, *, guild_id: int, person: Person, now: datetime, reason: str
) -> ClaimFacts:
    """Unseal a verdict, or take up a closed claim again. The claim is unverified until a new verdict.

    Raises:
        RoleMissing: the person is no checker.
        ClaimNotSealed: it is open already.
        NotCheckable: its kind gets no verdict; change the kind instead.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    why = reason_text(reason)
    if held.row.closed is Closed.NOT_CHECKABLE and held.row.kind in UNCHECKABLE:
        raise NotCheckable(number=number)
    if not held.row.sealed and held.row.closed is None:
        raise ClaimNotSealed(number=number)
    await end_review(session, held, now=now, outcome=Outcome.WITHDRAWN)
    body: dict[str, object] = {"reason": why, "was": held.row.state.value}
    values = {"sealed": False, "closed": None, "duplicate_of": None, "state": State.UNVERIFIED, "stale": None}
    return await changed(
        session, held, person=person, now=now, type="claim.reopened", body=body, decided_at=None, **values
    )


async def override(
    session: AsyncSession,
    number: int,
    *,
    guild_id: int,
    person: Person,
    now: datetime,
    state: State,
    reason: str,
) -> ClaimFacts:
    """Set the state without the votes, on a lead's word. The card says so for good.

    Raises:
        RoleMissing: the person is no lead.
        NotCheckable, ClaimClosed: the claim can have no verdict.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.LEAD, held.server)
    why = reason_text(reason)
    if held.row.kind in UNCHECKABLE:
        raise NotCheckable(number=number)
    if held.row.closed is not None:
        raise ClaimClosed(number=number)
    await end_review(session, held, now=now, outcome=Outcome.WITHDRAWN)
    decided = state is not State.UNVERIFIED
    return await changed(
        session,
        held,
        person=person,
        now=now,
        type="claim.overridden",
        body={"was": held.row.state.value, "state": state.value, "reason": why},
        state=state,
        sealed=decided,
        split=False,
        stale=None,
        overridden=True,
        override_reason=why,
        decided_at=now if decided else None,
        recheck_at=recheck_at(held.server, now) if decided else None,
    )


async def take(
    session: AsyncSession, number: int, *, guild_id: int, person: Person, now: datetime
) -> ClaimFacts:
    """Make a claim one's own to work on. Only a lead takes one out of another's hands.

    Raises:
        RoleMissing: the person is no checker.
        AlreadyTaken: somebody else has it.
    """
    held = await hold(session, number, guild_id=guild_id)
    require(person, Right.CHECK, held.server)
    if held.row.assignee_id == person.id:
        return await load(session, held.id, guild_id=guild_id)
    if held.row.assignee_id is not None and not may(person, Right.LEAD, held.server):
        raise AlreadyTaken(number=number, member_id=held.row.assignee_id)
    return await changed(
        session, held, person=person, now=now, type="claim.taken", body={}, assignee_id=person.id
    )


async def make_stale(session: AsyncSession, held: Held, reason: StaleReason) -> None:
    """Mark a verdict whose ground moved; it stands, and is stale once however much moves."""
    await session.execute(
        update(Claim)
        .where(
            col(Claim.id) == held.id,
            col(Claim.guild_id) == held.row.guild_id,
            col(Claim.state) != State.UNVERIFIED,
            col(Claim.stale).is_(None),
        )
        .values(stale=reason)
        .execution_options(synchronize_session=False)
    )


async def end_review(session: AsyncSession, held: Held, *, now: datetime, outcome: Outcome) -> None:
    """Close the claim's open review, if there is one."""
    await session.execute(
        update(Review)
        .where(
            col(Review.claim_id) == held.id,
            col(Review.guild_id) == held.row.guild_id,
            col(Review.closed_at).is_(None),
        )
        .values(closed_at=now, outcome=outcome)
    )


def reason_text(reason: str) -> str:
    """A reason, which may not be empty.

    Raises:
        TextEmpty, TextTooLong: it is none, or over 1,000 characters.
    """
    why = clean(reason)
    if not why:
        raise TextEmpty()
    if len(why) > REASON_LIMIT:
        raise TextTooLong(limit=REASON_LIMIT, length=len(why), typed=why)
    return why


def _note(note: str | None) -> str:
    return reason_text(note) if clean(note or "") and note is not None else ""


def read_tags(typed: str) -> tuple[set[str], set[str]]:
    """Tags to add and tags to remove.

    Raises:
        NothingTyped: there is none.
        TextTooLong: one is over 50 characters.
    """
    added: set[str] = set()
    removed: set[str] = set()
    for part in typed.split(","):
        name = " ".join(clean(part).lower().split()).removeprefix("#")
        into = added
        if name.startswith("-"):
            name, into = name[1:].strip(), removed
        if len(name) > TAG_LIMIT:
            raise TextTooLong(limit=TAG_LIMIT, length=len(name), typed=typed)
        if name:
            into.add(name)
    if not added and not removed:
        raise NothingTyped(typed=typed)
    return added, removed


async def _room_for(session: AsyncSession, held: Held, added: set[str], both: list[str]) -> None:
    others = await session.scalar(
        select(func.count())
        .select_from(Tag)
        .where(
            col(Tag.claim_id) == held.id,
            col(Tag.guild_id) == held.row.guild_id,
            col(Tag.tag).not_in(both),
        )
    )
    if (others or 0) + len(added) > TAGS:
        raise TooManyTags(limit=TAGS)


def _open_for_work(held: Held) -> None:
    if held.row.sealed:
        raise ClaimSealed(number=held.row.number)
    if held.row.closed in (Closed.WITHDRAWN, Closed.DUPLICATE):
        raise ClaimClosed(number=held.row.number)


def _may_close(held: Held, person: Person, reason: Closed) -> None:
    if may(person, Right.CHECK, held.server):
        return
    if reason is not Closed.WITHDRAWN:
        require(person, Right.CHECK, held.server)
    if person.id != held.row.submitter_id:
        raise OnlySubmitterOrChecker()
