"""What each kind of claim needs for each verdict."""

from collections.abc import Sequence

import pytest

from bot.facts import Condition, EvidenceFacts, Missing, SourceFacts
from bot.provenance import trace
from bot.verdicts import contested, missing
from storage.vocabulary import Kind, SourceKind, Stance, State
from tests.builders import a_citation, a_denial, a_piece, a_retracted_piece, a_source

SPEAKER = a_source("The speaker", kind=SourceKind.PERSON)
UNNAMED = a_source("an official", unnamed=True)
RECORD = a_source("A transcript", kind=SourceKind.RECORD)
PARTY = a_source("The ministry", kind=SourceKind.ORGANISATION, party=True)
OTHER_PARTY = a_source("The other ministry", kind=SourceKind.ORGANISATION, party=True)
REFUTATION_NEEDED = (Condition(code="refutation_needed", need=1),)


def needs(kind: Kind, evidence: Sequence[EvidenceFacts] = (), speaker: SourceFacts | None = None) -> Missing:
    return missing(
        kind=kind,
        speaker=speaker,
        evidence=evidence,
        provenance=trace(evidence),
        quorum=2,
        min_origins=2,
    )


def codes(conditions: Sequence[Condition]) -> list[str]:
    return [condition.code for condition in conditions]


class TestEvent:
    def test_says_how_many_origins_there_are_and_how_many_it_takes(self) -> None:
        assert needs(Kind.EVENT, [a_piece()]).corroborated == (
            Condition(code="origins_too_few", have=1, need=2),
        )

    def test_enough_origins_corroborate(self) -> None:
        assert needs(Kind.EVENT, [a_piece(), a_piece()]).corroborated == ()

    def test_without_evidence_everything_is_missing(self) -> None:
        gone = needs(Kind.EVENT, [a_retracted_piece(a_source())])

        assert codes(gone.corroborated) == ["evidence_needed", "origins_too_few"]
        assert codes(gone.denied) == ["evidence_needed", "refutation_needed"]

    def test_unnamed_origins_take_one_vote_more_to_corroborate(self) -> None:
        unnamed = [a_piece(None, UNNAMED), a_piece(None, a_source(unnamed=True))]

        assert needs(Kind.EVENT, unnamed).votes_for_corroborated == 3
        assert needs(Kind.EVENT, unnamed).votes_for_denied == 2

    @pytest.mark.parametrize("origin", [a_source(), a_source(unnamed=True, kind=SourceKind.RECORD)])
    def test_a_named_origin_or_a_record_takes_the_quorum(self, origin: SourceFacts) -> None:
        found = needs(Kind.EVENT, [a_piece(None, UNNAMED), a_piece(origin)])

        assert found.votes_for_corroborated == 2

    def test_other_kinds_take_the_quorum(self) -> None:
        assert needs(Kind.STATEMENT, [a_piece(None, UNNAMED)]).votes_for_corroborated == 2


class TestStatement:
    def test_a_named_speaker_takes_one_read_first_hand_source(self) -> None:
        assert needs(Kind.STATEMENT, [a_piece(first_hand=True)], SPEAKER).corroborated == ()

    @pytest.mark.parametrize(
        "piece",
        [
            a_piece(),
            a_piece(first_hand=True, read=False),
            a_piece(first_hand=True, stance=Stance.CONTEXT),
        ],
        ids=["not first-hand", "not read", "not in support"],
    )
    def test_nothing_less_does_for_a_named_speaker(self, piece: EvidenceFacts) -> None:
        assert needs(Kind.STATEMENT, [piece], SPEAKER).corroborated == (
            Condition(code="first_hand_read_needed", need=1),
        )

    def test_a_source_that_denies_it_has_not_heard_it(self) -> None:
        outlet = a_source()
        found = needs(Kind.STATEMENT, [a_piece(outlet, first_hand=True), a_denial(outlet)], SPEAKER)

        assert codes(found.corroborated) == ["first_hand_read_needed"]

    @pytest.mark.parametrize("speaker", [UNNAMED, None], ids=["unnamed", "unknown"])
    def test_an_unnamed_speaker_takes_two(self, speaker: SourceFacts | None) -> None:
        outlet = a_source()
        first = [a_piece(outlet, first_hand=True), a_piece(outlet, UNNAMED, first_hand=True)]

        assert needs(Kind.STATEMENT, first, speaker).corroborated == (
            Condition(code="two_first_hand_needed", have=1, need=2),
        )
        assert needs(Kind.STATEMENT, [*first, a_piece(first_hand=True)], speaker).corroborated == ()

    def test_neither_the_speaker_nor_another_unnamed_source_is_a_publication(self) -> None:
        heard = [a_piece(each, first_hand=True) for each in (UNNAMED, a_source(unnamed=True), a_source())]

        assert needs(Kind.STATEMENT, heard, UNNAMED).corroborated[0].have == 1


class TestIntent:
    def test_takes_a_first_hand_record(self) -> None:
        assert needs(Kind.INTENT, [a_piece(RECORD, first_hand=True)]).corroborated == ()

    @pytest.mark.parametrize(
        "piece",
        [a_piece(first_hand=True), a_piece(RECORD), a_piece(RECORD, first_hand=True, read=False)],
        ids=["relayed", "not first-hand", "not read"],
    )
    def test_nothing_less_does(self, piece: EvidenceFacts) -> None:
        assert codes(needs(Kind.INTENT, [piece, a_piece()]).corroborated) == ["record_needed"]


class TestOtherKinds:
    def test_absence_cannot_be_corroborated_but_is_denied_like_an_event(self) -> None:
        assert codes(needs(Kind.ABSENCE, [a_piece(), a_piece()]).corroborated) == ["not_reachable"]
        assert needs(Kind.ABSENCE, [a_piece()]).denied == REFUTATION_NEEDED
        assert needs(Kind.ABSENCE, [a_denial()]).denied == ()

    @pytest.mark.parametrize("kind", [Kind.FORECAST, Kind.OPINION])
    def test_forecasts_and_opinions_get_no_verdict(self, kind: Kind) -> None:
        found = needs(kind, [a_piece(), a_denial()])

        assert codes(found.corroborated) == codes(found.denied) == ["not_checkable"]


class TestRefutation:
    def test_a_denial_by_somebody_without_a_stake_refutes(self) -> None:
        assert needs(Kind.EVENT, [a_denial(read=False)]).denied == ()

    @pytest.mark.parametrize(
        "denials",
        [
            [a_denial(PARTY)],
            [a_denial(party=True)],
            [a_denial(PARTY), a_denial(OTHER_PARTY), a_denial(party=True)],
            [a_denial(a_source("An outlet"), PARTY)],
            [a_denial(a_source("An outlet"), PARTY), a_denial(a_source("An echo"), OTHER_PARTY)],
            [a_denial(UNNAMED, party=True), a_denial(a_source("An outlet"), UNNAMED)],
            [a_piece()],
            [a_piece(), a_retracted_piece(a_source(), stance=Stance.DENIES)],
        ],
        ids=[
            "a party",
            "with a stake in this",
            "many parties",
            "relayed",
            "relayed by many",
            "relayed, with a stake in this",
            "no denial",
            "retracted",
        ],
    )
    def test_nothing_less_does_however_often_repeated(self, denials: list[EvidenceFacts]) -> None:
        assert needs(Kind.EVENT, denials).denied == REFUTATION_NEEDED

    def test_outlets_that_deny_on_each_others_word_refute_nothing(self) -> None:
        one, other = a_source(), a_source()

        assert needs(Kind.EVENT, [a_denial(one, other), a_denial(other, one)]).denied == REFUTATION_NEEDED

    def test_an_independent_source_behind_a_relayed_denial_refutes(self) -> None:
        assert needs(Kind.EVENT, [a_denial(a_source(), PARTY, RECORD)]).denied == ()

    def test_a_denier_that_was_only_cited_by_what_is_retracted_refutes_nothing(self) -> None:
        gone = a_retracted_piece(a_source(), RECORD, stance=Stance.DENIES)
        left = a_citation(RECORD, stance=Stance.DENIES)

        assert needs(Kind.EVENT, [gone, left]).denied == REFUTATION_NEEDED


class TestContested:
    def test_an_active_denial_contests_whoever_it_comes_from(self) -> None:
        assert contested([a_piece(), a_denial(PARTY, read=False)], State.UNVERIFIED)
        assert contested([a_denial()], State.CORROBORATED)

    def test_nothing_is_contested_once_denied(self) -> None:
        assert not contested([a_denial()], State.DENIED)

    def test_doubts_and_retracted_denials_do_not_contest(self) -> None:
        doubts = [
            a_piece(stance=Stance.QUERIES),
            a_retracted_piece(a_source(), stance=Stance.DENIES),
        ]

        assert not contested(doubts, State.UNVERIFIED)
