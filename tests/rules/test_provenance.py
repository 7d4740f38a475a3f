"""Who relies on whom, and how many origins that leaves."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from bot.facts import Edge, EvidenceFacts, Provenance, SourceFacts
from bot.provenance import trace
from bot.words.provenance import DUTCH, ENGLISH, ProvenanceWords, in_words
from storage.vocabulary import SourceKind
from tests.builders import a_citation, a_denial, a_piece, a_retracted_piece, a_source

TIMES = a_source("The New York Times", language="en")
POST = a_source("The Washington Post", language="en")
KNACK = a_source("Knack", language="nl")
ECHO = a_source("Echo", language="nl")
FORMER = a_source("two former officials", unnamed=True)
AMERICAN = a_source("American officials", unnamed=True)
FOREIGN = a_source("foreign officials", unnamed=True)
ENVOYS = a_source("the envoys", unnamed=True)
SPEAKER = a_source("The speaker", kind=SourceKind.PERSON)

THREE_BEHIND_THE_TIMES = [a_piece(KNACK, TIMES), a_piece(TIMES, FORMER, AMERICAN, FOREIGN)]


def counted(evidence: Sequence[EvidenceFacts], *overlaps: tuple[SourceFacts, SourceFacts]) -> tuple[int, int]:
    pairs = [frozenset({one.id, other.id}) for one, other in overlaps]
    interval = trace(evidence, pairs).origins
    return interval.low, interval.high


def test_nothing_in_support_is_no_origin() -> None:
    found = trace([a_denial(KNACK)])

    assert found == trace([])
    assert (found.origins.low, found.origins.high, found.outlets) == (0, 0, 0)
    assert found.hinge is None


class TestOrigins:
    def test_an_outlet_that_relies_on_nobody_is_an_origin(self) -> None:
        assert counted([a_piece(KNACK)]) == (1, 1)

    def test_two_outlets_that_rely_on_nobody_are_two(self) -> None:
        assert counted([a_piece(KNACK), a_piece(TIMES)]) == (2, 2)

    def test_unnamed_sources_behind_one_outlet_cannot_be_told_apart(self) -> None:
        assert counted(THREE_BEHIND_THE_TIMES) == (1, 3)

    def test_a_source_cited_but_never_entered_is_still_there(self) -> None:
        assert counted([a_piece(KNACK, TIMES), a_piece(ECHO, TIMES)]) == (1, 1)

    def test_learning_that_all_speak_for_one_lowers_both_bounds(self) -> None:
        learnt = [a_piece(source, ENVOYS) for source in (FORMER, AMERICAN, FOREIGN)]

        assert counted([*THREE_BEHIND_THE_TIMES, *learnt]) == (1, 1)

    def test_a_named_and_an_unnamed_origin_are_two(self) -> None:
        assert counted([a_piece(KNACK, SPEAKER), a_piece(TIMES, FORMER)]) == (2, 2)

    def test_an_outlet_with_an_unnamed_source_of_its_own_raises_both_bounds(self) -> None:
        assert counted([*THREE_BEHIND_THE_TIMES, a_piece(POST, ENVOYS)]) == (2, 4)

    def test_an_echo_with_an_unnamed_source_besides_raises_both_bounds(self) -> None:
        assert counted([*THREE_BEHIND_THE_TIMES, a_piece(POST, TIMES, ENVOYS)]) == (2, 4)

    def test_a_matching_gives_way_for_a_larger_one(self) -> None:
        pieces = [a_piece(TIMES, FORMER, AMERICAN), a_piece(POST, AMERICAN)]

        assert counted(pieces) == (2, 2)
        assert counted([*pieces, a_piece(KNACK, FORMER)]) == (2, 2)

    def test_a_matching_of_very_many_needs_no_deep_search(self) -> None:
        papers = [a_source() for _ in range(1500)]
        shared = [(one, other, a_source(unnamed=True)) for one, other in pairwise(papers)]
        pieces = [a_piece(paper, origin) for one, other, origin in shared for paper in (one, other)]

        assert counted([*pieces, a_piece(papers[0], FORMER)]) == (1500, 1500)

    def test_the_gatekeeper_is_the_first_named_source_through_unnamed_ones(self) -> None:
        chain = [a_piece(KNACK, FORMER), a_piece(FORMER, AMERICAN), a_piece(ECHO, KNACK)]

        assert counted(chain) == (1, 1)

    def test_unnamed_sources_that_rely_on_each_other_on_the_way_end_the_search(self) -> None:
        ring = [a_piece(FORMER, AMERICAN, ENVOYS), a_piece(AMERICAN, FORMER), a_piece(KNACK, FORMER)]

        assert counted(ring) == (1, 1)

    def test_an_unnamed_source_that_nobody_vouches_for_is_possible_and_no_more(self) -> None:
        assert counted([a_piece(FORMER)]) == (0, 1)
        assert counted([a_piece(FORMER), a_piece(KNACK)]) == (1, 2)

    def test_a_source_that_relies_on_itself_relies_on_nobody_new(self) -> None:
        assert counted([a_piece(KNACK, KNACK)]) == (1, 1)


class TestOverlaps:
    TWO = (a_piece(TIMES, FORMER), a_piece(POST, AMERICAN))

    def test_two_that_could_be_the_same_people_count_as_one_at_least(self) -> None:
        assert counted(self.TWO) == (2, 2)
        assert counted(self.TWO, (FORMER, AMERICAN)) == (1, 2)

    def test_the_same_people_through_one_another(self) -> None:
        three = [*self.TWO, a_piece(KNACK, FOREIGN)]

        assert counted(three, (FORMER, AMERICAN), (AMERICAN, FOREIGN)) == (1, 3)
        assert counted(three, (FORMER, AMERICAN), (AMERICAN, FORMER)) == (2, 3)

    def test_somebody_who_is_no_origin_here_makes_no_difference(self) -> None:
        assert counted(self.TWO, (FORMER, ENVOYS)) == (2, 2)

    def test_an_unnamed_origin_that_could_be_a_named_one_adds_nothing_to_it(self) -> None:
        assert counted([a_piece(TIMES, FORMER), a_piece(POST, SPEAKER)], (FORMER, SPEAKER)) == (1, 2)

    def test_named_origins_count_one_each_whatever_is_said_of_them(self) -> None:
        assert counted([a_piece(TIMES), a_piece(POST)], (TIMES, POST)) == (2, 2)


class TestCycles:
    RING = (a_piece(TIMES, POST), a_piece(POST, KNACK), a_piece(KNACK, TIMES))

    def test_outlets_citing_each_other_have_no_origin(self) -> None:
        assert counted(self.RING) == (0, 0)
        assert trace(self.RING).outlets == 3
        assert trace(self.RING).hinge is None

    def test_whoever_relies_on_a_cycle_has_none_either(self) -> None:
        assert counted([*self.RING, a_piece(ECHO, POST)]) == (0, 0)

    def test_a_way_out_of_the_cycle_leads_to_its_origin(self) -> None:
        assert counted([*self.RING, a_piece(POST, FORMER)]) == (1, 1)


class TestVoid:
    def test_a_source_that_denies_once_read_supports_nothing_nor_does_what_rests_on_it(self) -> None:
        found = trace([a_piece(ECHO, KNACK), a_piece(KNACK, TIMES), a_denial(TIMES)])

        assert (found.origins.low, found.origins.high) == (0, 0)
        assert found.void == {TIMES.id, KNACK.id, ECHO.id}
        assert found.outlets == 2
        assert found.unread == set()

    def test_a_denial_only_heard_of_voids_nothing(self) -> None:
        assert counted([a_piece(KNACK, TIMES), a_denial(TIMES, read=False)]) == (1, 1)

    def test_what_also_rests_on_another_stands(self) -> None:
        found = trace([a_piece(KNACK, TIMES, POST), a_denial(TIMES)])

        assert found.origin_sources == (POST,)
        assert found.void == {TIMES.id}

    def test_two_roads_to_what_still_stands_count_it_once(self) -> None:
        roads = [a_piece(ECHO, KNACK, POST), a_piece(KNACK, SPEAKER), a_piece(POST, SPEAKER, TIMES)]

        assert counted([*roads, a_denial(TIMES)]) == (1, 1)

    def test_what_was_known_through_the_denier_alone_is_gone_with_it(self) -> None:
        found = trace([a_piece(KNACK, TIMES), a_piece(TIMES, FORMER), a_citation(FORMER), a_denial(TIMES)])

        assert (found.origins.low, found.origins.high) == (0, 0)
        assert FORMER.id in found.void

    def test_a_name_dropped_by_another_is_no_ground_of_its_own(self) -> None:
        cited = [a_piece(KNACK, TIMES), a_citation(TIMES), a_piece(TIMES, SPEAKER), a_denial(SPEAKER)]

        assert counted(cited) == (0, 0)

    def test_a_second_piece_that_rests_on_nobody_still_stands(self) -> None:
        assert counted([a_piece(TIMES, POST), a_piece(TIMES), a_denial(POST)]) == (1, 1)

    def test_a_ring_with_a_denier_in_it_is_void_altogether(self) -> None:
        found = trace([a_piece(TIMES, POST), a_piece(POST, TIMES), a_denial(POST)])

        assert found.void == {TIMES.id, POST.id}

    def test_a_denier_that_supports_nothing_here_changes_nothing(self) -> None:
        assert counted([*THREE_BEHIND_THE_TIMES, a_denial(SPEAKER)]) == (1, 3)


class TestRetraction:
    def test_a_retraction_recomputes(self) -> None:
        known = [a_piece(KNACK, TIMES), *(a_citation(each) for each in (TIMES, FORMER, AMERICAN))]

        assert counted([*known, a_piece(TIMES, FORMER, AMERICAN)]) == (1, 2)
        assert counted([*known, a_retracted_piece(TIMES, FORMER, AMERICAN)]) == (1, 1)

    def test_what_nobody_leads_to_any_more_is_left_out(self) -> None:
        found = trace([a_retracted_piece(KNACK, TIMES), a_citation(TIMES, FORMER), a_citation(FORMER)])

        assert not found.sources
        assert (found.origins.low, found.origins.high) == (0, 0)

    def test_a_retracted_denial_gives_the_support_back(self) -> None:
        assert counted([a_piece(KNACK, TIMES), a_retracted_piece(TIMES)]) == (1, 1)


class TestOutlets:
    def test_a_bare_citation_is_no_outlet_and_one_that_names_its_source_is(self) -> None:
        assert trace([a_piece(KNACK, TIMES), a_citation(TIMES)]).outlets == 1
        assert trace([a_piece(KNACK, TIMES), a_citation(TIMES, FORMER)]).outlets == 2

    def test_an_outlet_counts_once_and_other_kinds_never(self) -> None:
        assert trace([a_piece(KNACK, TIMES), a_piece(KNACK, POST), a_piece(SPEAKER)]).outlets == 1

    def test_languages_are_those_of_the_outlets_and_else_of_the_pieces(self) -> None:
        unknown = a_piece(a_source(), language="fr")
        pieces = [a_piece(KNACK, language="de"), a_piece(TIMES), a_piece(a_source()), unknown]

        assert trace(pieces).languages == ("en", "fr", "nl")


class TestHinge:
    @pytest.mark.parametrize(
        ("evidence", "hinge"),
        [
            pytest.param([*THREE_BEHIND_THE_TIMES, a_piece(ECHO, TIMES)], TIMES, id="all through one"),
            pytest.param([a_piece(KNACK, TIMES), a_piece(ECHO, KNACK)], TIMES, id="named, furthest up"),
            pytest.param([a_piece(KNACK, FORMER), a_piece(ECHO, FORMER)], FORMER, id="only an unnamed one"),
            pytest.param([a_piece(ECHO, KNACK), a_piece(KNACK, FORMER)], KNACK, id="rather a named one"),
            pytest.param([a_piece(KNACK)], None, id="one source alone"),
            pytest.param([a_piece(KNACK, TIMES), a_piece(ECHO, POST)], None, id="two roads"),
            pytest.param([a_piece(KNACK, TIMES, POST)], None, id="one outlet with two roads up"),
            pytest.param([a_piece(KNACK, TIMES), a_piece(POST)], None, id="an origin beside"),
            pytest.param(
                [a_piece(KNACK, ECHO), a_piece(ECHO, TIMES, POST), a_citation(TIMES), a_citation(POST)],
                ECHO,
                id="two roads from one junction",
            ),
        ],
    )
    def test_is_what_every_way_to_an_origin_passes(
        self, evidence: list[EvidenceFacts], hinge: SourceFacts | None
    ) -> None:
        assert trace(evidence).hinge == hinge

    def test_a_source_not_read_and_known_through_another_opens_no_way_of_its_own(self) -> None:
        entered = [a_piece(each, read=False) for each in (FORMER, AMERICAN, FOREIGN)]

        assert trace([*THREE_BEHIND_THE_TIMES, *entered]).hinge == TIMES


def test_the_graph_holds_every_source_and_link_and_what_was_read() -> None:
    found = trace([a_piece(KNACK, TIMES), a_citation(TIMES, FORMER), a_citation(FORMER)])

    assert found.sources == {KNACK.id: KNACK, TIMES.id: TIMES, FORMER.id: FORMER}
    assert set(found.edges) == {
        Edge(source=KNACK.id, upstream=TIMES.id),
        Edge(source=TIMES.id, upstream=FORMER.id),
    }
    assert found.unread == {TIMES.id, FORMER.id}
    assert found.origin_sources == (FORMER,)
    assert not found.has_named_origin
    assert trace([a_piece(KNACK)]).has_named_origin


class TestInWords:
    @pytest.mark.parametrize(
        ("evidence", "english", "dutch"),
        [
            ([], "nothing supports it yet", "nog niets ondersteunt dit"),
            (
                [*THREE_BEHIND_THE_TIMES, a_piece(ECHO, TIMES)],
                "3 outlets in 2 languages, all through «The New York Times»; 1 to 3 origins",
                "3 media in 2 talen, allemaal via «The New York Times»; 1 tot 3 oorspronkelijke bronnen",
            ),
            (
                [a_piece(KNACK, SPEAKER)],
                "1 outlet, through «The speaker»; 1 origin",
                "1 medium, via «The speaker»; 1 oorspronkelijke bron",
            ),
            (
                [a_piece(a_source()), a_piece(a_source())],
                "2 outlets; 2 origins",
                "2 media; 2 oorspronkelijke bronnen",
            ),
            (
                [a_piece(TIMES), a_piece(POST)],
                "2 outlets in one language; 2 origins",
                "2 media in één taal; 2 oorspronkelijke bronnen",
            ),
            (
                [a_piece(KNACK, TIMES), a_piece(ECHO, SPEAKER), a_denial(SPEAKER)],
                "2 outlets in one language, what still stands goes through «The New York Times»; 1 origin",
                "2 media in één taal, wat overeind blijft, loopt via «The New York Times»; "
                "1 oorspronkelijke bron",
            ),
            (
                [a_piece(FORMER)],
                "no outlets; at most 1 origin",
                "geen media; hoogstens 1 oorspronkelijke bron",
            ),
            (
                [a_piece(TIMES, KNACK), a_piece(KNACK, TIMES)],
                "2 outlets in 2 languages; no origin",
                "2 media in 2 talen; geen oorspronkelijke bron",
            ),
        ],
    )
    def test_says_it_in_one_line(self, evidence: list[EvidenceFacts], english: str, dutch: str) -> None:
        found = trace(evidence)

        assert self.said(found, ENGLISH) == english
        assert self.said(found, DUTCH) == dutch

    def said(self, found: Provenance, words: ProvenanceWords) -> str:
        return in_words(found, words, quoted=lambda name: f"«{name}»")
