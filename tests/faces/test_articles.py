"""What people see of articles, and how claims are taken from them."""

from tests.world import Answer, World, buttons_of, text_of


async def added(world: World, **options: str) -> Answer:
    return await world.server.checker.slash("article add", title="The closed bridge", **options)


async def test_an_article_is_added_and_shown_again(world: World) -> None:
    answer = await added(
        world, publisher="The Gazette", link="https://gazette.example", language="en", published="2026-03-01"
    )
    assert answer.ephemeral
    for typed in ("1", "#1", "#1 The closed bridge"):
        shown = await world.server.outsider.slash("article show", article=typed)
        for word in ("The closed bridge", "The Gazette", "gazette.example", "2026-03-01"):
            assert word in shown.text


async def test_a_claim_is_taken_from_an_article_by_its_button_also_after_a_restart(world: World) -> None:
    card = (await added(world)).message
    await world.restart()
    opened = await world.server.checker.press(card, "article:1:claim")
    answer = await world.server.checker.submit(opened, text="The bridge was closed.", kind="event")
    assert "#1" in answer.text
    assert "The closed bridge" in text_of(world.server.card(1))
    shown = await world.server.submitter.slash("article show", article="1")
    assert "The bridge was closed" in shown.text
    assert "article:1:claim" in buttons_of(shown.message)


async def test_articles_are_suggested_to_a_claim_in_their_own_server_only(world: World) -> None:
    await added(world)
    suggested = await world.server.submitter.typing("claim add", "article", "bridge")
    assert suggested == ["#1 The closed bridge"]
    assert await world.another_server().submitter.typing("claim add", "article", "bridge") == []


async def test_an_unknown_article_is_refused_and_the_claims_text_is_given_back(world: World) -> None:
    answer = await world.server.submitter.slash("claim add", text="The bridge was closed.", article="7")
    assert "article 7" in answer.text
    assert "The bridge was closed." in answer.text
    assert world.server.cards() == []


async def test_who_is_no_checker_is_told_who_may_add_articles(world: World) -> None:
    answer = await world.server.outsider.slash("article add", title="The closed bridge")
    assert "checkers" in answer.text
    assert "The closed bridge" in answer.text
