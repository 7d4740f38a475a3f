"""A claim's whole life against a model that is simple enough to be believed."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot import claims, events, evidence
from bot.facts import ClaimFacts
from bot.people import Person
from bot.refusals import (
    ClaimNotSealed,
    ClaimSealed,
    NoEvidence,
    Refusal,
    ReviewOpen,
    ReviewOver,
    VerdictMissing,
)
from storage.database import Database
from storage.vocabulary import Ballot, Stance, State
from tests.desk import CHECKER, LEAD, REVIEWERS, SUBMITTER, Desk

QUORUM = MIN_ORIGINS = 2
# The submitter and the checker are in it too: their votes must never count.
VOTERS = (*REVIEWERS, CHECKER, Person(id=SUBMITTER.id, manages_messages=True))
FORBIDDEN = {CHECKER.id, SUBMITTER.id}


class ClaimLife(RuleBasedStateMachine):
    """One claim. Every piece of evidence is a named outlet of its own, so that counting is plain."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "corrobot.db"
        shutil.copy(self.template, path)
        self.runner = asyncio.Runner()
        self.database = Database(f"sqlite+aiosqlite:///{path}")
        self.desk = Desk(self.database)
        self.supports: set[int] = set()
        self.denials: set[int] = set()
        self.ever = 0
        self.state = State.UNVERIFIED
        self.sealed = self.stale = self.split = False
        self.version = 1
        self.opened: ClaimFacts | None = None
        self.last: ClaimFacts | None = None
        self.votes: dict[int, tuple[Ballot, int]] = {}

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    def refused(self, work: Coroutine[Any, Any, Any], refusal: type[Refusal]) -> None:
        with pytest.raises(refusal):
            self.run(work)

    def the_trail_is_whole(self) -> None:
        async def verify() -> events.Tampered | None:
            async with self.database.reading() as session:
                return await events.verify(session, guild_id=self.desk.guild_id)

        assert self.run(verify()) is None

    def teardown(self) -> None:
        self.the_trail_is_whole()
        self.run(self.database.aclose())
        self.runner.close()
        self.folder.cleanup()

    @initialize(in_review=st.booleans())
    def file(self, in_review: bool) -> None:
        """Most of what can go wrong does so in a review, so half of the lives begin in one."""
        self.run(self.desk.claim())
        if in_review:
            for stance in (Stance.SUPPORTS, Stance.SUPPORTS, Stance.DENIES):
                self.add_evidence(stance)
            self.open_review()

    def ground_moved(self) -> None:
        self.version += 1
        self.stale = self.stale or self.state is not State.UNVERIFIED

    @rule(stance=st.sampled_from([Stance.SUPPORTS, Stance.DENIES]))
    def new_evidence(self, stance: Stance) -> None:
        self.add_evidence(stance)

    def add_evidence(self, stance: Stance) -> None:
        self.ever += 1
        recorded = self.run(self.desk.add(1, f"Outlet {self.ever}", stance=stance))
        (self.supports if stance is Stance.SUPPORTS else self.denials).add(recorded.evidence.number)
        self.ground_moved()

    @precondition(lambda self: self.supports | self.denials)
    @rule(data=st.data())
    def retract_evidence(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.supports | self.denials)))
        self.run(self.desk.do(evidence.retract, number, reason="Wrong"))
        self.supports.discard(number)
        self.denials.discard(number)
        self.ground_moved()

    @rule()
    def edit(self) -> None:
        work = self.desk.do(claims.edit, 1, text=f"Version {self.version + 1} of it")
        if self.sealed:
            self.refused(work, ClaimSealed)
            return
        self.run(work)
        self.version += 1

    @rule()
    def review(self) -> None:
        self.open_review()

    def open_review(self) -> None:
        work = self.desk.review(1)
        if self.opened is not None:
            self.refused(work, ReviewOpen)
        elif self.sealed and not self.stale:
            self.refused(work, ClaimSealed)
        elif not self.supports | self.denials:
            self.refused(work, NoEvidence)
        else:
            self.opened = self.last = self.run(work)
            self.votes, self.split = {}, False

    @precondition(lambda self: self.opened is not None)
    @rule(voter=st.sampled_from(VOTERS), ballot=st.sampled_from(Ballot), late=st.booleans())
    def vote(self, voter: Person, ballot: Ballot, late: bool) -> None:
        version = self.version - 1 if late else self.version
        work = self.desk.vote(self.opened, voter, ballot, version=version)  # type: ignore[arg-type]
        if not self.carries(ballot):
            self.refused(work, VerdictMissing)
            return
        cast = self.run(work)
        self.votes[voter.id] = (ballot, version)
        assert cast.counts == (voter.id not in FORBIDDEN and not late)
        if cast.counts:
            self.conclude()
        assert (cast.decided is None) == (self.opened is not None)

    def carries(self, ballot: Ballot) -> bool:
        if ballot is Ballot.CORROBORATED:
            return len(self.supports) >= MIN_ORIGINS
        return ballot is Ballot.CANNOT_TELL or bool(self.denials)

    def conclude(self) -> None:
        eligible = [
            ballot
            for voter, (ballot, version) in self.votes.items()
            if voter not in FORBIDDEN and version == self.version
        ]
        up, down = eligible.count(Ballot.CORROBORATED), eligible.count(Ballot.DENIED)
        if up and down:
            self.split, self.opened = True, None
        elif max(up, down) >= QUORUM:
            self.state = State.CORROBORATED if up else State.DENIED
            self.sealed, self.stale, self.opened = True, False, None
        elif eligible.count(Ballot.CANNOT_TELL) >= QUORUM:
            self.opened = None

    @precondition(lambda self: self.opened is None and self.last is not None)
    @rule(voter=st.sampled_from(REVIEWERS))
    def vote_when_it_is_over(self, voter: Person) -> None:
        self.refused(self.desk.vote(self.last, voter, version=self.version), ReviewOver)  # type: ignore[arg-type]

    @rule()
    def reopen(self) -> None:
        work = self.desk.do(claims.reopen, 1, reason="New facts")
        if not self.sealed:
            self.refused(work, ClaimNotSealed)
            return
        self.run(work)
        self.sealed = self.stale = False
        self.state, self.opened = State.UNVERIFIED, None

    @rule(state=st.sampled_from(State))
    def override(self, state: State) -> None:
        self.run(self.desk.do(claims.override, 1, by=LEAD, state=state, reason="The lead knows"))
        self.state, self.sealed = state, state is not State.UNVERIFIED
        self.stale, self.split, self.opened = False, False, None

    @invariant()
    def the_claim_is_as_the_model_says(self) -> None:
        claim = self.run(self.desk.look(1))
        assert (
            claim.state,
            claim.sealed,
            claim.stale is not None,
            claim.split,
            claim.version,
            claim.in_review,
        ) == (
            self.state,
            self.sealed,
            self.stale,
            self.split,
            self.version,
            self.opened is not None,
        )
        assert claim.contested == (bool(self.denials) and self.state is not State.DENIED)
        assert (claim.provenance.origins.low, claim.provenance.origins.high) == (len(self.supports),) * 2


@pytest.mark.parametrize(
    "lives", [15, pytest.param(500, marks=[pytest.mark.long, pytest.mark.timeout(1800)])]
)
def test_a_claim_lives_as_the_model_says(migrated_sqlite: Path, lives: int) -> None:
    ClaimLife.template = migrated_sqlite
    run_state_machine_as_test(
        ClaimLife,
        settings=settings(
            max_examples=lives,
            stateful_step_count=25,
            suppress_health_check=[HealthCheck.too_slow],
            # Shrinking a life of database work takes minutes; the blob says how to see it again.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            print_blob=True,
        ),
    )
