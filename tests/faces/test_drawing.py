"""Drawings are pure, fit Discord's limits whatever people wrote, and say nothing of votes too early."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import provenance, verdicts
from bot.articles import ArticleFacts
from bot.claims import HistoryPage, Page
from bot.facts import (
    ClaimFacts,
    ClaimLine,
    EventFacts,
    EvidenceFacts,
    FileFacts,
    RelatedClaim,
    ReviewFacts,
    ServerFacts,
    VoteFacts,
)
from bot.people import Right
from bot.quoting import length
from bot.sources import SourcePage
from bot.status import StatusFacts
from bot.words import LANGUAGES
from cogs._drawing import (
    article_card,
    claim_card,
    claim_label,
    claim_list,
    evidence_list,
    help_page,
    history_page,
    provenance_picture,
    review_card,
    setup_page,
    source_card,
    source_list,
    status_summary,
)
from cogs._limits import BUTTON_LABEL, CARD_PARTS, CARD_TEXT, CHOICE_NAME, CUSTOM_ID
from storage.vocabulary import (
    Ballot,
    Closed,
    Kind,
    Outcome,
    Priority,
    ReasonCode,
    Relation,
    Reliability,
    StaleReason,
    Stance,
    Standing,
    State,
)
from tests.builders import a_piece, a_source

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ENGLISH, DUTCH = LANGUAGES["en"], LANGUAGES["nl"]
# Every character of it is escaped, which doubles its length, and the last is two of Discord's characters.
LONG = "*👍"


def a_claim(evidence: tuple[EvidenceFacts, ...] = (), **given: Any) -> ClaimFacts:
    """An open claim about a ferry, with what the rules make of its evidence."""
    traced = provenance.trace(evidence)
    speaker = given.get("speaker")
    kind = given.setdefault("kind", Kind.EVENT)
    missing = verdicts.missing(
        kind=kind, speaker=speaker, evidence=evidence, provenance=traced, quorum=2, min_origins=2
    )
    return ClaimFacts(
        **{
            "id": 7,
            "guild_id": 1,
            "number": 42,
            "text": "The ferry stops running next month",
            "language": "en",
            "state": State.UNVERIFIED,
            "closed": None,
            "version": 3,
            "sealed": False,
            "contested": False,
            "split": False,
            "overridden": False,
            "override_reason": None,
            "stale": None,
            "submitter_id": 1001,
            "assignee_id": None,
            "priority": Priority.NORMAL,
            "created_at": NOW,
            "decided_at": None,
            "evidence": evidence,
            "provenance": traced,
            "missing": missing,
            **given,
        }
    )


def the_longest_claim(pieces: int = 40) -> ClaimFacts:
    """Everything at its limit and everything at once."""
    source = a_source(LONG * 100, unnamed=True, party=True)
    upstream = tuple(a_source(LONG * 100, unnamed=True) for _ in range(8))
    evidence = tuple(
        a_piece(
            source,
            *upstream,
            stance=list(Stance)[index % 4],
            status=Standing.ACTIVE if index % 5 else Standing.RETRACTED,
            status_reason=LONG * 500,
            first_hand=True,
            on_record=True,
            party=True,
            read=False,
            scope=LONG * 250,
            quote=LONG * 1000,
            link="https://vrt.example/" + "a" * 560,
            files=(FileFacts(name="a", sha256="b", size=1, media_type="c"),) * 9,
        )
        for index in range(pieces)
    )
    return a_claim(
        evidence,
        text=LONG * 1000,
        language="fy",
        translations={"nl": LONG * 1000},
        contested=True,
        split=True,
        overridden=True,
        override_reason=LONG * 500,
        stale=StaleReason.CONTRADICTION,
        assignee_id=2**63,
        submitter_id=2**63,
        priority=Priority.URGENT,
        speaker=source,
        duplicate_of=999_999_999,
        article=LONG * 150,
        link="https://vrt.example/" + "a" * 560,
        context=LONG * 500,
        tags=(LONG * 25,) * 25,
        related=tuple(
            RelatedClaim(relation=relation, number=999_999_999, text=LONG * 500, forward=forward)
            for relation in Relation
            for forward in (True, False)
        ),
        files=(FileFacts(name="a", sha256="b", size=1, media_type="c"),) * 9,
    )


def a_review(**given: Any) -> ReviewFacts:
    return ReviewFacts(
        **{"id": 5, "claim_id": 7, "opened_by": 1002, "opened_at": NOW, "opened_version": 3, **given}
    )


def a_vote(**given: Any) -> VoteFacts:
    return VoteFacts(
        **{
            "voter_id": 1003,
            "ballot": Ballot.CORROBORATED,
            "code": ReasonCode.INDEPENDENT,
            "why": "Two harbours say so",
            "evidence": "E1",
            "counted": True,
            **given,
        }
    )


def a_line(number: int = 42, **given: Any) -> ClaimLine:
    return ClaimLine(
        **{
            "number": number,
            "text": "The ferry stops",
            "kind": Kind.EVENT,
            "state": State.UNVERIFIED,
            "closed": None,
            "contested": False,
            "stale": False,
            "in_review": False,
            "priority": Priority.NORMAL,
            **given,
        }
    )


def text_of(view: ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def buttons_of(view: ui.LayoutView) -> dict[str, ui.Button[Any]]:
    return {str(item.custom_id): item for item in view.walk_children() if isinstance(item, ui.Button)}


def assert_fits(view: ui.LayoutView) -> None:
    assert length(text_of(view).replace("\n", "")) <= CARD_TEXT
    assert (
        sum(length(it.content) for it in view.walk_children() if isinstance(it, ui.TextDisplay)) <= CARD_TEXT
    )
    assert view.total_children_count <= CARD_PARTS
    for custom_id, button in buttons_of(view).items():
        assert len(custom_id) <= CUSTOM_ID
        assert 1 <= len(button.label or "") <= BUTTON_LABEL


def payload_of(view: Any) -> Any:
    """What would be sent; discord.py leaves this method untyped."""
    return view.to_components()


def turn(page: int) -> str:
    return f"page:{page}"


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_the_longest_claim_fits_and_still_says_what_matters(words: Any) -> None:
    claim = the_longest_claim()
    for drawn in (
        claim_card(claim, words),
        evidence_list(claim, words, page=1, turn=turn),
        review_card(replace(claim, review=a_review()), words, review_id=5),
        provenance_picture(claim, words, name="a.png", alt=LONG * 2000),
    ):
        assert_fits(drawn)
        assert "#42" in text_of(drawn)
    card = text_of(claim_card(claim, words))
    assert f"{words.cards.contested}" in card
    assert words.cards.needs_corroborated in card
    assert words.cards.needs_denied in card
    assert words.cards.and_more.of(2)[:1] in card
    assert "E" in card


@given(st.integers(0, 30), st.integers(1, 400), st.sampled_from("a*👍 \u0301é"), st.sampled_from(list(Kind)))
@settings(max_examples=40)
def test_every_claim_fits(pieces: int, size: int, letter: str, kind: Kind) -> None:
    text = (letter + "x") * size
    evidence = tuple(a_piece(a_source(text[:200]), quote=text, scope=text) for _ in range(pieces))
    claim = a_claim(evidence, text=text, kind=kind, context=text, tags=(text[:50],) * (pieces % 7))
    assert_fits(claim_card(claim, DUTCH))
    assert_fits(evidence_list(claim, DUTCH, page=1, turn=turn))


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_the_longest_review_fits(outcome: Outcome | None) -> None:
    votes = (a_vote(why=LONG * 250, evidence=LONG * 250, counted=False),) * 30 if outcome else ()
    claim = replace(the_longest_claim(), review=a_review(outcome=outcome, votes=votes))
    assert_fits(review_card(claim, DUTCH, review_id=5))


def test_the_same_facts_draw_the_same_card() -> None:
    claim = the_longest_claim(5)
    assert payload_of(claim_card(claim, DUTCH)) == payload_of(claim_card(claim, DUTCH))


def test_a_card_says_where_the_claim_stands_in_word_and_symbol() -> None:
    heads = [text_of(claim_card(a_claim(state=state), ENGLISH)).split("\n")[0] for state in State]
    assert heads == ["## #42 · ⚪ Unverified", "## #42 · ✅ Corroborated", "## #42 · ❌ Denied"]
    closed = claim_card(a_claim(closed=Closed.WITHDRAWN), DUTCH)
    assert text_of(closed).startswith("## #42 · 🗄️ Ingetrokken")


def test_a_card_tells_the_evidence_by_stance_with_numbers_and_links() -> None:
    times = a_source("The New York Times")
    knack = a_piece(a_source("Knack"), times, link="https://knack.example/a", id=901)
    denial = a_piece(a_source("The ministry", party=True), stance=Stance.DENIES, on_record=True, id=902)
    card = text_of(claim_card(a_claim((knack, denial)), ENGLISH))
    assert "🟢 Supports" in card
    assert "**E901** Knack, according to The New York Times · knack.example · [open](<" in card
    assert "🔻 Denies" in card
    assert "**E902** The ministry · on record · has a stake" in card


def test_a_card_says_what_is_missing_and_how_many_must_agree() -> None:
    card = text_of(claim_card(a_claim((a_piece(),)), ENGLISH))
    assert "at least 2 that can be told apart, now 1" in card
    assert "2 reviewers who agree" in card


def test_what_cannot_be_reached_asks_for_no_votes() -> None:
    card = text_of(claim_card(a_claim(kind=Kind.OPINION), ENGLISH))
    assert "not checkable" in card
    assert "who agree" not in card


def test_a_verdict_needs_nothing_more() -> None:
    card = text_of(claim_card(a_claim(state=State.DENIED, sealed=True), ENGLISH))
    assert ENGLISH.cards.needs_corroborated not in card
    assert ENGLISH.cards.sealed in card


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["evidence", "review", "take", "history"]),
        ({"review": a_review()}, ["evidence", "take", "history"]),
        ({"sealed": True, "state": State.DENIED}, ["evidence", "history"]),
        (
            {"sealed": True, "state": State.DENIED, "stale": StaleReason.RETRACTION},
            ["evidence", "review", "history"],
        ),
        ({"closed": Closed.DUPLICATE, "duplicate_of": 3}, ["history"]),
    ],
)
def test_a_card_offers_what_makes_sense(given: dict[str, Any], expected: list[str]) -> None:
    assert list(buttons_of(claim_card(a_claim(**given), ENGLISH))) == [f"claim:42:{it}" for it in expected]


def test_people_s_words_are_quoted_on_every_card() -> None:
    hostile = "@everyone [x](https://evil.example) <@1>"
    source = a_source(hostile)
    piece = a_piece(source, source, quote=hostile, scope=hostile)
    claim = a_claim((piece,), text=hostile, speaker=source, context=hostile, tags=(hostile,), article=hostile)
    for view in (
        claim_card(claim, ENGLISH),
        evidence_list(claim, ENGLISH, page=1, turn=turn),
        source_card(replace(source, notes=hostile, aliases=(hostile,), overlaps=(hostile,)), ENGLISH),
        claim_list(Page(lines=(a_line(text=hostile),), total=1, page=1, pages=1), ENGLISH, turn=turn),
        article_card(an_article(title=hostile, publisher=source), ENGLISH),
    ):
        shown = text_of(view)
        assert " @everyone" not in shown.replace("\\@", "")
        assert "<@1>" not in shown
        assert "https://evil" not in shown


def test_hidden_characters_are_pointed_out() -> None:
    assert ENGLISH.cards.hidden_characters in text_of(claim_card(a_claim(text="a\u202eb"), ENGLISH))


def test_a_translation_stands_beside_the_original() -> None:
    claim = a_claim(translations={"nl": "De veerboot stopt"})
    assert "In het Nederlands: De veerboot stopt" in text_of(claim_card(claim, DUTCH))
    assert "De veerboot" not in text_of(claim_card(claim, ENGLISH))


def test_an_open_review_shows_three_buttons_and_nothing_of_any_vote() -> None:
    claim = a_claim((a_piece(),), review=a_review(votes=(a_vote(),)))
    card = review_card(claim, ENGLISH, review_id=5)
    assert list(buttons_of(card)) == ["review:5:3:c", "review:5:3:d", "review:5:3:n"]
    assert ENGLISH.cards.blind in text_of(card)
    assert "1003" not in str(payload_of(card))
    assert "Two harbours" not in str(payload_of(card))


def test_a_decided_review_names_votes_and_reasons_and_has_no_buttons() -> None:
    votes = (a_vote(), a_vote(voter_id=1004, ballot=Ballot.CANNOT_TELL, counted=False, evidence=""))
    review = a_review(outcome=Outcome.CORROBORATED, votes=votes)
    card = review_card(a_claim(review=review, state=State.CORROBORATED), ENGLISH, review_id=5)
    assert not buttons_of(card)
    assert (
        "<@1003>: **Corroborated** · Independent sources agree · relies on E1\n> Two harbours say so"
        in text_of(card)
    )
    assert "<@1004>: **Cannot tell** · Independent sources agree · did not count" in text_of(card)


def test_a_split_tells_reasons_without_names() -> None:
    review = a_review(outcome=Outcome.SPLIT, votes=(a_vote(voter_id=0),))
    assert "A reviewer: **Corroborated**" in text_of(
        review_card(a_claim(review=review), ENGLISH, review_id=5)
    )


def test_an_older_review_s_card_has_ended() -> None:
    card = review_card(a_claim(review=a_review(id=6)), ENGLISH, review_id=5)
    assert not buttons_of(card)
    assert ENGLISH.cards.review_moved_on in text_of(card)


def test_pages_turn_where_there_is_somewhere_to_turn() -> None:
    lines = tuple(a_line(number, text=LONG * 500, contested=True, stale=True) for number in range(10))
    first = claim_list(Page(lines=lines, total=30, page=1, pages=3), DUTCH, turn=turn)
    assert_fits(first)
    assert {name: it.disabled for name, it in buttons_of(first).items()} == {"page:0": True, "page:2": False}
    assert not buttons_of(claim_list(Page(lines=lines, total=10, page=1, pages=1), DUTCH, turn=turn))
    assert DUTCH.cards.list_empty in text_of(
        claim_list(Page(lines=(), total=0, page=1, pages=1), DUTCH, turn=turn)
    )


def test_every_piece_of_evidence_is_on_some_page() -> None:
    pieces = tuple(
        a_piece(id=number, quote=LONG * 30, scope=LONG * 20, stance=list(Stance)[number % 4])
        for number in range(1, 136)
    )
    gone = a_piece(id=136, status=Standing.RETRACTED, status_reason="Another bridge")
    claim, seen, page = a_claim((*pieces, gone)), "", 1
    while page < 100:
        shown = evidence_list(claim, ENGLISH, page=page, turn=turn)
        assert_fits(shown)
        seen += text_of(shown)
        if buttons_of(shown)[f"page:{page + 1}"].disabled:
            break
        page += 1
    assert all(f"E{number}**" in seen for number in range(1, 136))
    assert seen.index("~~E136") > seen.index("E135**")
    assert "more" not in seen
    beyond = text_of(evidence_list(claim, ENGLISH, page=page + 7, turn=turn))
    assert beyond == text_of(evidence_list(claim, ENGLISH, page=page, turn=turn))


def test_a_list_marks_what_is_up() -> None:
    line = a_line(
        in_review=True, contested=True, stale=True, priority=Priority.URGENT, closed=Closed.DUPLICATE
    )
    shown = text_of(claim_list(Page(lines=(line,), total=1, page=1, pages=1), ENGLISH, turn=turn))
    assert "Duplicate · Event · in review · contested · stale · Priority: Urgent" in shown


@given(st.text(min_size=1, max_size=300))
def test_a_suggestion_fits(text: str) -> None:
    assert 1 <= length(claim_label(a_line(text=text))) <= CHOICE_NAME


def an_event(type: str, actor: int | None = 1001, body: dict[str, object] | None = None) -> EventFacts:
    return EventFacts(seq=1, at=NOW, type=type, actor_id=actor, body=body)


def test_history_tells_what_who_and_why() -> None:
    events = (
        an_event("claim.filed", body={"text": "The *ferry*", "kind": "event", "link": None}),
        an_event("claim.tagged", body={"added": ["sea"], "removed": ["land"]}),
        an_event("claim.linked", body={"relation": "contradicts", "other": 7}),
        an_event("claim.closed", body={"reason": "not_checkable", "note": "An opinion"}),
        an_event("claim.stale", actor=0, body={"reason": "recheck_due"}),
        an_event("claim.overridden", body={"state": "denied", "was": "unverified", "reason": "Because"}),
        an_event("evidence.added", body={"evidence": 3, "stance": "supports", "source": "Knack"}),
        an_event("review.decided", body={"outcome": "split", "review": 5}),
        an_event("something.new", actor=None, body=None),
    )
    shown = text_of(history_page(HistoryPage(number=42, events=events, page=1, pages=1), ENGLISH, turn=turn))
    for said in (
        "**Filed**\nThe \\*ferry\\* · Event\n-# <@1001> · <t:1772355600:R>",
        "+sea · −land",
        "Contradicts · #7",
        "Not checkable · An opinion",
        "**Due for another check**\nIts re-check is due\n-# <t:1772355600:R>",
        "Denied · Because",
        "E3 · Supports · Knack",
        "Split: the reviewers disagreed",
        "**Something changed**\n(erased)\n-# <t:1772355600:R>",
    ):
        assert said in shown


def test_history_shows_of_a_reading_only_what_it_changed() -> None:
    body = {
        "evidence": 3,
        "source": "Knack",
        "before": ["The paper", "Two aides"],
        "after": ["The paper", "NRC"],
    }
    same = {"evidence": 4, "source": "VRT", "before": ["The paper"], "after": ["The paper"]}
    events = (an_event("evidence.read", body=body), an_event("evidence.read", body=same))
    shown = text_of(history_page(HistoryPage(number=42, events=events, page=1, pages=1), ENGLISH, turn=turn))
    assert "E3 · Knack · +NRC · −Two aides\n" in shown
    assert "E4 · VRT\n" in shown


def test_no_text_runs_on_into_a_quote_or_a_list() -> None:
    pieces = (a_piece(a_source("Knack")), a_piece(a_source("VRT"), stance=Stance.DENIES, quote="No"))
    claim = a_claim(pieces, speaker=a_source("Jan"), translations={"nl": "De boot"}, contested=True)
    decided = replace(claim, review=a_review(outcome=Outcome.DENIED, votes=(a_vote(), a_vote(voter_id=9))))
    for view in (
        claim_card(claim, DUTCH),
        evidence_list(claim, DUTCH, page=1, turn=turn),
        review_card(decided, DUTCH, review_id=5),
        provenance_picture(claim, DUTCH, name="a.png", alt="A"),
    ):
        for text in (item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)):
            lines = text.split("\n")
            for line, after in pairwise(lines):
                assert after.startswith(("- ", "> ")) or not line.startswith(("- ", "> ")), text


def test_the_longest_history_fits() -> None:
    events = (an_event("claim.edited", body={"after": LONG * 1000, "reason": LONG * 500}),) * 10
    page = HistoryPage(number=42, events=events, page=2, pages=3)
    assert_fits(history_page(page, DUTCH, turn=turn))
    empty = HistoryPage(number=42, events=(), page=1, pages=1)
    assert DUTCH.cards.history_empty in text_of(history_page(empty, DUTCH, turn=turn))


def test_retracted_evidence_comes_last_with_its_reason() -> None:
    gone = a_piece(a_source("Knack"), status=Standing.RETRACTED, status_reason="A hoax", id=903)
    shown = text_of(evidence_list(a_claim((gone,)), ENGLISH, page=1, turn=turn))
    assert ENGLISH.cards.no_evidence in shown
    assert "~~E903 Knack~~ · Retracted: A hoax" in shown


def test_a_source_card_tells_all_and_fits() -> None:
    source = a_source(
        "Two officials",
        unnamed=True,
        language="nl",
        party=True,
        notes="Careful",
        aliases=("Officials",),
        overlaps=("US officials",),
        reliability=Reliability.B,
    )
    shown = text_of(source_card(source, ENGLISH))
    for said in ("Unnamed", "Dutch", "Has a stake", "B · usually", "Officials", "US officials", "Careful"):
        assert said in shown
    longest = replace(
        source, name=LONG * 100, notes=LONG * 500, aliases=(LONG * 100,) * 50, overlaps=(LONG * 100,) * 50
    )
    assert_fits(source_card(longest, DUTCH))
    page = SourcePage(sources=(longest,) * 10, total=30, page=2, pages=3)
    assert_fits(source_list(page, DUTCH, turn=turn))
    empty = SourcePage(sources=(), total=0, page=1, pages=1)
    assert DUTCH.cards.sources_empty in text_of(source_list(empty, DUTCH, turn=turn))


def an_article(**given: Any) -> ArticleFacts:
    return ArticleFacts(
        **{
            "number": 3,
            "title": "Ferry in doubt",
            "publisher": None,
            "link": None,
            "language": None,
            "published": None,
            **given,
        }
    )


def test_an_article_offers_the_next_claim() -> None:
    card = article_card(an_article(), DUTCH)
    assert list(buttons_of(card)) == ["article:3:claim"]
    assert DUTCH.cards.article_no_claims in text_of(card)
    longest = an_article(
        title=LONG * 150,
        publisher=a_source(LONG * 100),
        link="https://vrt.example/" + "a" * 560,
        language="nl",
        published=LONG * 20,
        claims=tuple(a_line(number, text=LONG * 500) for number in range(60)),
    )
    assert_fits(article_card(longest, DUTCH))


def test_the_summary_has_a_figure_for_everything() -> None:
    figures = dict.fromkeys(StatusFacts.__dataclass_fields__, 0)
    status = StatusFacts(**{**figures, "oldest_open": None, "oldest_open_at": None})  # type: ignore[arg-type]
    assert ENGLISH.cards.status_empty in text_of(status_summary(status, ENGLISH))
    busy = replace(status, total=9, unverified=4, contested=2, filed_this_week=3)
    assert "Unverified: **4**" in text_of(status_summary(busy, ENGLISH))
    assert "3 filed" in text_of(status_summary(busy, ENGLISH))
    waiting = replace(busy, oldest_open=a_line(text=LONG * 500), oldest_open_at=NOW)
    assert "Langst open: #42" in text_of(status_summary(waiting, DUTCH))
    assert_fits(status_summary(waiting, DUTCH))


def test_help_tells_what_these_rights_add() -> None:
    nobody = text_of(help_page(frozenset(), ENGLISH))
    assert ENGLISH.cards.help_only_anyone in nobody
    assert ENGLISH.cards.help_check not in nobody
    lead = help_page(frozenset(Right), DUTCH)
    assert_fits(lead)
    assert "factchecker, beoordelaar, eindredacteur, serverbeheerder" in text_of(lead)


def test_setup_shows_what_is_chosen_and_what_is_missing() -> None:
    server = ServerFacts(guild_id=1, claims_channel_id=11, lead_role_id=12, language="nl")
    screen = setup_page(server, DUTCH, lacking={11: ["Berichten sturen"], 13: []})
    assert_fits(screen)
    assert "Berichten sturen" in text_of(screen)
    menus = str(payload_of(screen))
    assert "'id': 11" in menus or "'id': '11'" in menus
    assert "'default': True" in menus
    assert DUTCH.cards.setup_fine in text_of(setup_page(server, DUTCH, lacking={11: []}))
    assert DUTCH.cards.setup_fine not in text_of(setup_page(server, DUTCH))
