"""What people see of the summary and of the help."""

from tests.world import World


async def test_an_empty_server_is_told_how_to_begin(world: World) -> None:
    answer = await world.server.outsider.slash("status")
    assert answer.ephemeral
    assert "/claim add" in answer.text


async def test_the_summary_counts_by_state_and_names_what_is_open_longest(world: World) -> None:
    await world.server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    await world.server.submitter.slash("claim add", text="It will stay closed.", kind="forecast")
    await world.server.lead.slash("claim add", text="It was open.", kind="event")
    await world.server.lead.slash("claim override", claim="3", state="denied", reason="I was there.")
    answer = await world.server.outsider.slash("status")
    for word in ("3 claims", "Unverified: **1**", "Denied: **1**", "Not checkable: **1**", "#1", "3 filed"):
        assert word in answer.text


async def test_help_tells_each_what_they_can_do_here(world: World) -> None:
    for person, may, may_not in (
        (world.server.outsider, "/claim add", "/review open"),
        (world.server.checker, "/review open", "/claim override"),
        (world.server.lead, "/setup", "nothing that is missing"),
    ):
        answer = await person.slash("help")
        assert answer.ephemeral
        assert may in answer.text
        assert may_not not in answer.text


async def test_help_speaks_dutch(world: World) -> None:
    answer = await world.server.outsider.speaks("nl").slash("help")
    assert "Wat je hier kunt doen" in answer.text
