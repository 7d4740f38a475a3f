from hypothesis import given
from hypothesis import strategies as st

from bot import chains
from bot.folding import fold
from bot.refusals import Refusal


def names(text: str, *known: str) -> list[list[str]]:
    hops = chains.parse(text, known={fold(name) for name in known})
    return [[name.name + ("?" if name.unnamed else "") for name in hop] for hop in hops]


def test_hops_go_up_and_commas_stand_side_by_side() -> None:
    assert names("The New York Times > two former officials?, US officials?") == [
        ["The New York Times"],
        ["two former officials?", "US officials?"],
    ]


def test_the_longest_known_name_wins_over_its_commas() -> None:
    known = ("The New York Times, 23 Dec 2023", "US sources (doubters)")
    text = "the new york times, 23 Dec 2023 > A, US sources (doubters)?"
    assert names(text, *known) == [["the new york times, 23 Dec 2023"], ["A", "US sources (doubters)?"]]
    assert {fold(name) for name in known} <= chains.candidates(text)


def test_quotation_marks_hold_a_new_name_together() -> None:
    assert names('"Peskov, spokesman" > “the Kremlin, Moscow”?') == [
        ["Peskov, spokesman"],
        ["the Kremlin, Moscow?"],
    ]


def test_a_dash_says_nobody() -> None:
    assert chains.parse("-") == chains.parse(" — ") == []


@given(st.text(alphabet=st.sampled_from('ab >,?"“” '), max_size=60))
def test_any_text_is_a_chain_or_a_refusal(text: str) -> None:
    chains.candidates(text)
    try:
        hops = chains.parse(text)
    except Refusal:
        return
    assert all(name.name for hop in hops for name in hop)
