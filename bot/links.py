"""Links as people give them: web addresses, nothing else."""

from pydantic import AnyHttpUrl, TypeAdapter, ValidationError

from bot.folding import clean
from bot.refusals import NotALink, TextTooLong

LINK_LIMIT = 2000
_WEB = TypeAdapter(AnyHttpUrl)


def checked(given: str | None) -> str | None:
    """A web address, normalised; None where none was given.

    Raises:
        NotALink: no http or https address, or one that carries a password.
        TextTooLong: over 2,000 characters.
    """
    typed = clean(given or "").strip("<>")
    if not typed:
        return None
    if len(typed) > LINK_LIMIT:
        raise TextTooLong(limit=LINK_LIMIT, length=len(typed), typed=typed)
    try:
        link = _WEB.validate_python(typed)
    except ValidationError:
        raise NotALink(given=given, typed=typed) from None
    if link.username or link.password or not link.host:
        raise NotALink(given=given, typed=typed)
    return str(link)
