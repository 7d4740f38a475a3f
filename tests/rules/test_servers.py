import pytest

from bot import servers
from bot.facts import ServerFacts
from bot.people import Person, Right, may, require
from bot.refusals import RoleMissing, ValueOutOfRange, ZoneUnknown
from tests.desk import CHECKER, GUILD, LEAD, OUTSIDER, Desk

PLAIN = ServerFacts(guild_id=GUILD)
ROLES = ServerFacts(guild_id=GUILD, checker_role_id=1, reviewer_role_id=2, lead_role_id=3)


async def test_a_server_that_was_never_set_up_has_defaults(desk: Desk) -> None:
    async with desk.database.reading() as session:
        assert await servers.get(session, guild_id=GUILD) == PLAIN
        assert await servers.everywhere(session) == []


async def test_settings_are_changed_by_who_manages_the_server(desk: Desk) -> None:
    changed = await desk.do(servers.change, by=LEAD, quorum=3, zone="Europe/Brussels", language="nl")

    assert (changed.quorum, changed.zone, changed.language) == (3, "Europe/Brussels", "nl")
    with pytest.raises(RoleMissing):
        await desk.do(servers.change, by=CHECKER, quorum=1)
    async with desk.database.reading() as session:
        assert await servers.everywhere(session) == [GUILD]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"quorum": 0}, ValueOutOfRange),
        ({"min_origins": 11}, ValueOutOfRange),
        ({"zone": "Europe/Nowhere"}, ZoneUnknown),
        ({"zone": "../etc/passwd"}, ZoneUnknown),
    ],
)
async def test_a_setting_out_of_range_is_refused(
    desk: Desk, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await desk.do(servers.change, by=LEAD, **changes)


@pytest.mark.parametrize(
    ("person", "server", "rights"),
    [
        (OUTSIDER, PLAIN, set()),
        (CHECKER, PLAIN, {Right.CHECK, Right.REVIEW}),
        (LEAD, PLAIN, {Right.CHECK, Right.REVIEW, Right.LEAD, Right.SET_UP}),
        (CHECKER, ROLES, set()),
        (LEAD, ROLES, {Right.SET_UP}),
        (Person(id=1, role_ids=frozenset({1})), ROLES, {Right.CHECK}),
        (Person(id=1, role_ids=frozenset({2})), ROLES, {Right.REVIEW}),
        (Person(id=1, role_ids=frozenset({3})), ROLES, {Right.CHECK, Right.REVIEW, Right.LEAD}),
    ],
)
def test_who_may_do_what(person: Person, server: ServerFacts, rights: set[Right]) -> None:
    assert {right for right in Right if may(person, right, server)} == rights


@pytest.mark.parametrize(
    ("right", "role"), [(Right.CHECK, 1), (Right.REVIEW, 2), (Right.LEAD, 3), (Right.SET_UP, None)]
)
def test_a_refusal_names_the_role_that_may(right: Right, role: int | None) -> None:
    with pytest.raises(RoleMissing) as refused:
        require(OUTSIDER, right, ROLES)
    assert refused.value.blanks == {"right": right.value, "role_id": role}
