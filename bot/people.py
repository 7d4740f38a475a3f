"""Who somebody is here, and what that lets them do."""

from dataclasses import dataclass
from enum import StrEnum

from bot.facts import ServerFacts
from bot.refusals import RoleMissing


class Right(StrEnum):
    CHECK = "check"
    REVIEW = "review"
    LEAD = "lead"
    SET_UP = "set_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as Discord described them in this very interaction; never older than that."""

    id: int
    role_ids: frozenset[int] = frozenset()
    manages_messages: bool = False
    manages_server: bool = False
    locale: str = "en"


def may(person: Person, right: Right, server: ServerFacts) -> bool:
    """Whether this person holds that right here.

    A right without a role falls back on a Discord permission. A lead is also checker and reviewer.
    """
    match right:
        case Right.SET_UP:
            return person.manages_server
        case Right.LEAD:
            return _holds(person, server.lead_role_id, otherwise=person.manages_server)
        case Right.CHECK:
            own = _holds(person, server.checker_role_id, otherwise=person.manages_messages)
        case Right.REVIEW:
            own = _holds(person, server.reviewer_role_id, otherwise=person.manages_messages)
    return own or may(person, Right.LEAD, server)


def require(person: Person, right: Right, server: ServerFacts) -> None:
    """Refuse whoever lacks the right, saying which role would do.

    Raises:
        RoleMissing: the person may not.
    """
    if not may(person, right, server):
        raise RoleMissing(right=right.value, role_id=_role_for(right, server))


def _holds(person: Person, role_id: int | None, *, otherwise: bool) -> bool:
    return otherwise if role_id is None else role_id in person.role_ids


def _role_for(right: Right, server: ServerFacts) -> int | None:
    match right:
        case Right.CHECK:
            return server.checker_role_id
        case Right.REVIEW:
            return server.reviewer_role_id
        case Right.LEAD:
            return server.lead_role_id
        case Right.SET_UP:
            return None
