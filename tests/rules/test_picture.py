"""The picture of who relies on whom, and its words."""

import struct
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bot.facts import EvidenceFacts, Provenance
from bot.picture import _layout, _svg, _text, alt, draw
from bot.picture._layout import Captions, Layout, lay_out
from bot.provenance import trace
from bot.words.provenance import DUTCH, ENGLISH, ProvenanceWords
from storage.vocabulary import SourceKind
from tests.builders import a_denial, a_piece, a_source

TIMES = a_source("The New York Times")
OFFICIALS = [a_source(f"officials {number}", unnamed=True) for number in range(3)]
ECHOES = [a_source(f"echo {number}") for number in range(9)]
RELAYED = trace(
    [
        a_piece(TIMES, *OFFICIALS),
        *(a_piece(echo, TIMES) for echo in ECHOES),
        a_piece(a_source("last"), ECHOES[0]),
    ]
)
RING = trace([a_piece(ECHOES[0], ECHOES[1]), a_piece(ECHOES[1], ECHOES[0]), a_piece(ECHOES[2], ECHOES[0])])

VOID = trace([a_piece(ECHOES[0], TIMES), a_denial(TIMES)])


def placed(provenance: Provenance) -> Layout:
    return lay_out(provenance, 0, Captions(dict.fromkeys(provenance.sources, ("label",)), "+ {count}"))


def drawn(provenance: Provenance) -> ElementTree.Element:
    return ElementTree.fromstring(_svg.page(provenance, placed(provenance), "title", ENGLISH))


def written(page: ElementTree.Element) -> str:
    return " ".join(text for text in page.itertext() if text.strip())


def size_of(image: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", image[16:24])
    return width, height


@pytest.mark.parametrize("words", [ENGLISH, DUTCH], ids=["English", "Dutch"])
@pytest.mark.parametrize(
    "provenance", [trace([]), RELAYED, RING, VOID], ids=["nothing", "relayed", "a ring", "void"]
)
def test_draws_an_image_as_wide_as_a_phone_can_show(provenance: Provenance, words: ProvenanceWords) -> None:
    image = draw(provenance, words=words)

    assert image.startswith(b"\x89PNG")
    assert size_of(image)[0] == _layout.PAGE


@pytest.mark.parametrize("name", ["Knack", "Українська правда", "Καθημερινή"])
def test_the_font_knows_the_letters(name: str) -> None:
    """A missing letter is drawn as an empty box, the same for every letter; a missing font as nothing."""
    images = {draw(trace([a_piece(a_source(name[:end], id=1))]), words=ENGLISH) for end in (1, 2, 3, 4)}
    hollow = draw(trace([a_piece(a_source("\ue000" * 4, id=1))]), words=ENGLISH)

    assert len(images | {hollow}) == 5


class TestLayout:
    def test_whoever_is_relied_on_stands_higher(self) -> None:
        groups = placed(RELAYED).groups
        top = {member: group.y for group in groups for member in group.members}

        for edge in RELAYED.edges:
            assert top[edge.upstream] < top[edge.source]

    def test_ends_that_hang_from_the_same_source_go_together_with_one_arrow(self) -> None:
        layout = placed(RELAYED)

        assert sorted(len(group.members) for group in layout.groups) == [1, 1, 1, 3, 8]
        assert len(layout.arrows) == 4

    @pytest.mark.parametrize("wide", [1, 2, 3, 4, 7])
    def test_nothing_overlaps_and_nothing_leaves_the_page(self, wide: int) -> None:
        papers = [a_source() for _ in range(wide)]
        pieces = [
            a_piece(paper, a_source(unnamed=True), *papers[:place]) for place, paper in enumerate(papers)
        ]
        pieces += [a_piece(a_source(), papers[place % wide]) for place in range(20)]

        groups = placed(trace(pieces)).groups

        for place, group in enumerate(groups):
            assert round(group.x) >= _layout.MARGIN
            assert round(group.x + group.width) <= _layout.PAGE - _layout.MARGIN
            for other in groups[:place]:
                beside = group.x >= other.x + other.width or other.x >= group.x + group.width
                assert beside or group.y >= other.y + other.height or other.y >= group.y + group.height

    def test_of_very_many_alike_the_last_box_says_how_many_more(self) -> None:
        crowd = trace([a_piece(a_source(), TIMES) for _ in range(100)])
        boxes = [box for group in placed(crowd).groups for box in group.boxes]

        assert len(boxes) == 1 + _layout.MOST_TOGETHER
        assert "+ 77" in written(drawn(crowd))

    def test_a_long_chain_is_laid_out_all_the_same(self) -> None:
        chain = [a_source() for _ in range(2000)]
        pieces: list[EvidenceFacts] = [a_piece(one, up) for one, up in pairwise(chain)]

        assert len(placed(trace(pieces)).groups) == 2000


class TestDrawing:
    def test_names_are_text_and_never_markup(self) -> None:
        page = drawn(trace([a_piece(a_source('<a&b> "x"\x00\u202e'))]))

        assert '<a&b> "x"' in written(page)

    def test_what_a_source_is_shows_without_colour(self) -> None:
        denier = a_source("denier", kind=SourceKind.PERSON)
        provenance = trace([a_piece(TIMES, OFFICIALS[0]), a_piece(ECHOES[0], denier), a_denial(denier)])
        page = _svg.page(provenance, placed(provenance), "title", ENGLISH)

        assert page.count("line-through") == 2
        assert page.count("stroke-dasharray") == 2
        assert page.count('fill="#f0b232"/>') == 2

    def test_a_ring_is_drawn_with_arrows_both_ways(self) -> None:
        groups = placed(RING).groups

        assert len(groups) == 3
        assert len(placed(RING).arrows) == 3


class TestText:
    def test_wraps_between_words(self) -> None:
        assert _text.lines("one two three", 60, 10, 9) == ["one two", "three"]

    def test_breaks_a_web_name_before_a_dot(self) -> None:
        assert _text.lines("somewhere.example", 80, 10, 9) == ["somewhere", ".example"]

    def test_a_hyphen_stays_with_what_is_before_it(self) -> None:
        assert _text.lines("twee oud-functionarissen", 95, 10, 9) == ["twee oud-", "functionarissen"]

    def test_breaks_a_word_that_has_no_better_place(self) -> None:
        broken = _text.lines("x" * 30, 60, 10, 9)

        assert "".join(broken) == "x" * 30
        assert all(_text.width(line, 10) <= 60 for line in broken)

    @pytest.mark.parametrize("text", ["one two three four five six seven", "x" * 99])
    def test_says_that_it_left_something_out(self, text: str) -> None:
        cut = _text.lines(text, 80, 10, 2)

        assert len(cut) == 2
        assert cut[-1].endswith("…")
        assert all(_text.width(line, 10) <= 80 for line in cut)

    def test_wide_and_combining_letters_take_their_own_room(self) -> None:
        assert _text.width("漢", 10) == 10
        assert _text.width("e\u0301", 10) == _text.width("e", 10)

    def test_phrases_are_never_broken(self) -> None:
        assert _text.packed(("origin", "unnamed", "not read"), 110, 10) == ["origin · unnamed", "not read"]


class TestAlt:
    def test_tells_the_same_in_words(self) -> None:
        denier = a_source("The denier")
        told = alt(
            trace([a_piece(TIMES, OFFICIALS[0]), a_piece(ECHOES[0], denier), a_denial(denier)]), words=ENGLISH
        )

        assert told == (
            "Who relies on whom: 2 outlets, what still stands goes through officials 0; 1 origin. "
            "Origins: officials 0 (unnamed). Supports nothing: echo 0, The denier. "
            "The New York Times → officials 0 (unnamed). echo 0 → The denier."
        )

    def test_has_something_to_say_when_there_is_nothing(self) -> None:
        assert alt(trace([]), words=DUTCH) == "Wie op wie steunt: nog niets ondersteunt dit."

    def test_stays_within_what_discord_takes(self) -> None:
        long = trace([a_piece(a_source("long " * 30), a_source("longer " * 25)) for _ in range(20)])

        told = alt(long, words=ENGLISH)

        assert len(told) <= 1000
        assert told.endswith(ENGLISH.left_out)
