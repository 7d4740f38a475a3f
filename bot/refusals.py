"""Everything the bot can refuse, as types that carry data and no sentence.

A refusal rolls its transaction back and becomes one sentence in one place, ``bot.words.refusals``:
the field there has the class's name in snake case, or ``key`` where one class has several sentences.
"""

import re
from typing import ClassVar


class Refusal(Exception):
    """The rules say no, and a person can be told why.

    Keyword arguments fill the blanks of the sentence. ``typed`` is given back to the person.
    """

    key: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.key = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, *, typed: str | None = None, **blanks: object) -> None:
        super().__init__(self.key, blanks)
        self.blanks = blanks
        self.typed = typed


class ClaimUnknown(Refusal):
    """No such claim in this server; another server's claim answers exactly the same. (given)"""


class EvidenceUnknown(Refusal):
    """No such evidence in this server. (given)"""


class SourceUnknown(Refusal):
    """No such source in this server. (given)"""


class ArticleUnknown(Refusal):
    """No such article in this server. (given)"""


class ReviewUnknown(Refusal):
    """No such review in this server."""


class NotALink(Refusal):
    """What was given as a link is none. (given)"""


class TextEmpty(Refusal):
    """Nothing is left of the text once spaces are dropped."""


class TextTooLong(Refusal):
    """A text is over its limit. (limit, length)"""


class LanguageUnknown(Refusal):
    """Not a language code or name that we know. (given)"""


class RoleMissing(Refusal):
    """The person lacks the right. (right, role_id)"""


class OnlyOwnOrLead(Refusal):
    """Only whoever added it, or a lead, may."""


class OnlyOpenerOrLead(Refusal):
    """Only whoever opened the review, or a lead, may."""


class OnlySubmitterOrChecker(Refusal):
    """Only the submitter or a checker may."""


class ClaimSealed(Refusal):
    """A verdict stands; reopen first. (number)"""


class ClaimClosed(Refusal):
    """The claim is closed. (number)"""


class ClaimNotSealed(Refusal):
    """Nothing to reopen. (number)"""


class AlreadyClosed(Refusal):
    """Closed already. (number)"""


class NotCheckable(Refusal):
    """Forecasts and opinions get no verdict. (number)"""


class AlreadyTaken(Refusal):
    """Somebody else works on it. (number, member_id)"""


class TooManyTags(Refusal):
    """A claim carries no more tags than this. (limit)"""


class LinkToItself(Refusal):
    """A claim cannot be linked to itself. (number)"""


class EvidenceRepeated(Refusal):
    """The very same evidence is there already. (evidence, number)"""


class EvidenceNotActive(Refusal):
    """Retracted or superseded already. (evidence)"""


class SourceItself(Refusal):
    """A source cannot rely on itself. (name)"""


class ChainTooLong(Refusal):
    """More hops or sources than one chain takes. (hops, sources)"""


class ChainUnclear(Refusal):
    """The *according to* chain cannot be read. (given)"""


class SourceExists(Refusal):
    """That name is taken. (name)"""


class SourceMergedIntoItself(Refusal):
    """A source cannot be merged into itself. (name)"""


class ReviewOpen(Refusal):
    """A review is open already. (number)"""


class ReviewOver(Refusal):
    """The review has ended. (number)"""


class NotInReview(Refusal):
    """No review is open. (number)"""


class VerdictMissing(Refusal):
    """The evidence does not carry that verdict yet. (number, verdict, conditions)"""


class ClaimMoved(Refusal):
    """The claim changed since the card that was pressed. (number)"""


class NoEvidence(Refusal):
    """A review needs active evidence. (number)"""


class FileTooLarge(Refusal):
    """An attached file is over the limit. (name, limit)"""


class FileMissing(Refusal):
    """An attached file could not be fetched from Discord. (name)"""


class ValueOutOfRange(Refusal):
    """A setting is outside its range. (given, low, high)"""


class ZoneUnknown(Refusal):
    """Not an IANA time zone. (given)"""


class ChannelUnusable(Refusal):
    """The bot cannot post there. (channel_id)"""


class NothingTyped(Refusal):
    """A list of tags or the like came out empty."""


class DateUnclear(Refusal):
    """A date cannot be read. (given)"""
