"""Enters the case through the rules, as the people of the demonstration would have done it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot import articles, claims, evidence, reviews, servers, sources
from bot.claims import NewClaim
from bot.demo._case import Case, CaseChange, CaseEvidence, Moment
from bot.demo._words import LANGUAGES
from bot.evidence import NewEvidence
from bot.people import Person
from storage.database import Database
from storage.vocabulary import Ballot, ReasonCode, Relation

SHOWN = (Moment.T0, Moment.T1)
# How long ago the article came in, and how long the team then took for each step.
BEGAN = timedelta(days=12)
STEP = timedelta(minutes=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    submitter: Person
    reviewers: tuple[Person, Person, Person]
    lead: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the case is entered."""

    guild_id: int
    channel_id: int
    checker_role_id: int
    lead_role_id: int
    language: str


class Desk:
    """The team at work: one step after another, each at its own time."""

    def __init__(self, case: Case, cast: Cast, place: Place, *, now: datetime) -> None:
        self.case = case
        self.cast = cast
        self.place = place
        self.clock = now - BEGAN
        self.numbers: dict[str, int] = {}

    def next_moment(self) -> datetime:
        self.clock += STEP
        return self.clock

    def names(self, source_ids: Sequence[str]) -> str | None:
        """Sources side by side, as *according to* takes them."""
        return ", ".join(self.case.name(it, self.place.language) for it in source_ids) or None

    async def set_up(self, session: AsyncSession) -> None:
        place = self.place
        await servers.change(
            session,
            guild_id=place.guild_id,
            person=self.cast.lead,
            now=self.next_moment(),
            language=place.language,
            claims_channel_id=place.channel_id,
            review_channel_id=place.channel_id,
            checker_role_id=place.checker_role_id,
            reviewer_role_id=place.checker_role_id,
            lead_role_id=place.lead_role_id,
        )

    async def register_sources(self, session: AsyncSession) -> None:
        for source in self.case.sources:
            overlaps = [self.case.name(it, self.place.language) for it in source.may_overlap]
            await sources.add(
                session,
                guild_id=self.place.guild_id,
                person=self.cast.lead,
                now=self.next_moment(),
                name=source.name[self.place.language],
                kind=source.kind,
                naming=source.naming,
                party=source.party,
                language=source.language,
                overlaps=overlaps[0] if overlaps else None,
            )

    async def file_claims(self, session: AsyncSession) -> None:
        language, guild_id = self.place.language, self.place.guild_id
        article = await articles.add(
            session,
            guild_id=guild_id,
            person=self.cast.lead,
            now=self.next_moment(),
            title=self.case.article.title[language],
            publisher=self.case.name(self.case.article.publisher, language),
            language=self.case.article.language,
            published=self.case.article.published,
        )
        for claim in self.case.claims:
            given = NewClaim(
                text=claim.text[language],
                kind=claim.kind,
                said_by=None if claim.speaker is None else self.case.name(claim.speaker, language),
                language=language,
                article=article.number,
            )
            added = await claims.add(
                session,
                given,
                guild_id=guild_id,
                person=self.cast.submitter,
                now=self.next_moment(),
                channel_id=self.place.channel_id,
            )
            assert added.claim.number == self.case.number(claim.id), "the server was empty"
        for claim in self.case.claims:
            if claim.parent is not None:
                await claims.link(
                    session,
                    self.case.number(claim.id),
                    guild_id=guild_id,
                    person=self.cast.lead,
                    now=self.next_moment(),
                    relation=Relation.PART_OF,
                    other=self.case.number(claim.parent),
                )

    async def gather(self, session: AsyncSession, moment: Moment) -> None:
        """Add what came to light at this moment, and read what could be read."""
        for piece in self.case.evidence:
            if piece.since is moment:
                await self._add(session, piece)
        for piece in self.case.evidence:
            if piece.read_from is moment and piece.since is not moment:
                await self._read(session, piece.id, ())
        for change in self.case.changes:
            if change.since is moment:
                await self._change(session, change)

    async def judge(self, session: AsyncSession) -> None:
        """Two verdicts, one review that lacks a vote, and one that nobody has voted in yet."""
        first, second, _ = self.cast.reviewers
        await self._review(session, "C1", Ballot.CORROBORATED, ReasonCode.RECORD, first, second)
        await self._review(session, "C9b", Ballot.DENIED, ReasonCode.REFUTED, first, second)
        await self._review(session, "C10", Ballot.CORROBORATED, ReasonCode.RECORD, first)
        await self._review(session, "C9a", Ballot.CORROBORATED, ReasonCode.RECORD)

    async def _add(self, session: AsyncSession, piece: CaseEvidence) -> None:
        language = self.place.language
        given = NewEvidence(
            stance=piece.stance,
            source=self.case.name(piece.source, language),
            according_to=self.names(piece.according_to),
            first_hand=piece.first_hand,
            on_record=piece.on_record,
            only_cited=piece.read_from is not piece.since,
            scope=None if piece.scope is None else piece.scope[language],
        )
        recorded = await evidence.add(
            session,
            self.case.number(piece.claim),
            given,
            guild_id=self.place.guild_id,
            person=self.cast.lead,
            now=self.next_moment(),
        )
        self.numbers[piece.id] = recorded.evidence.number

    async def _change(self, session: AsyncSession, change: CaseChange) -> None:
        await self._read(session, change.evidence, change.according_to)

    async def _read(self, session: AsyncSession, piece_id: str, now_according_to: Sequence[str]) -> None:
        await evidence.read(
            session,
            self.numbers[piece_id],
            guild_id=self.place.guild_id,
            person=self.cast.lead,
            now=self.next_moment(),
            according_to=self.names(now_according_to),
        )

    async def _review(
        self, session: AsyncSession, claim_id: str, ballot: Ballot, code: ReasonCode, *voters: Person
    ) -> None:
        guild_id = self.place.guild_id
        opened = await reviews.open(
            session,
            self.case.number(claim_id),
            guild_id=guild_id,
            person=self.cast.lead,
            now=self.next_moment(),
            channel_id=self.place.channel_id,
        )
        assert opened.review is not None, "it was opened just now"
        for voter in voters:
            await reviews.vote(
                session,
                opened.review.id,
                guild_id=guild_id,
                person=voter,
                now=self.next_moment(),
                ballot=ballot,
                version=opened.version,
                code=code,
                why=LANGUAGES[self.place.language].why_voted,
                evidence="",
            )


async def load(database: Database, case: Case, cast: Cast, place: Place, *, now: datetime) -> None:
    """Enter the case as far as its second moment, with verdicts and open reviews."""
    desk = Desk(case, cast, place, now=now)
    async with database.unit_of_work() as session:
        await desk.set_up(session)
        await desk.register_sources(session)
        await desk.file_claims(session)
    for moment in SHOWN:
        async with database.unit_of_work() as session:
            await desk.gather(session, moment)
    async with database.unit_of_work() as session:
        await desk.judge(session)
