"""The form that a vote is cast with, and what its voter alone is told."""

import discord

from bot import reviews
from bot.reviews import EVIDENCE_LIMIT, WHY_LIMIT, BallotPaper, VoteCast
from bot.words import Words
from bot.words.cards import named
from cogs._asking import asked, bot_of, words_of
from cogs._forms import Form, options_of
from cogs._outbound import deliver, finish
from storage.vocabulary import Ballot, Outcome, ReasonCode


class VoteForm(Form):
    """Casts a vote, or changes one; a reviewer's own earlier words stand in it."""

    def __init__(
        self, words: Words, paper: BallotPaper, review_id: int, ballot: Ballot, version: int
    ) -> None:
        own = words.forms
        super().__init__(own.vote_title.format(number=paper.claim.number, ballot=named(words.cards, ballot)))
        self.review_id = review_id
        self.ballot = ballot
        self.version = version
        codes = options_of(ReasonCode, words, paper.code)
        self.reason = self.menu("reason", own.vote_reason, "", codes, required=True)
        self.why = self.line(
            "why", own.vote_why, own.vote_why_hint, paper.why, WHY_LIMIT, required=True, paragraph=True
        )
        self.evidence = self.line(
            "evidence", own.vote_evidence, own.vote_evidence_hint, paper.evidence, EVIDENCE_LIMIT
        )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        bot = bot_of(interaction)
        async with bot.database.unit_of_work() as session:
            cast = await reviews.vote(
                session,
                self.review_id,
                **asked(interaction),
                ballot=self.ballot,
                version=self.version,
                code=ReasonCode(self.reason.values[0]),
                why=self.why.value,
                evidence=self.evidence.value,
            )
        if cast.decided is not None:
            # Only a decision shows; a card that changed with every vote would give the number of votes away.
            await deliver(bot, guild_id=cast.claim.guild_id, claim_id=cast.claim.id)
        await finish(interaction, told(cast, self.ballot, words_of(interaction)))


def told(cast: VoteCast, ballot: Ballot, words: Words) -> str:
    """What became of a vote: kept, counted or not and why, and the decision if it completed one."""
    own, number = words.answers, cast.claim.number
    kept = own.vote_kept.format(number=number, ballot=named(words.cards, ballot))
    return f"{kept} {_what_came_of_it(cast, words)}"


def _what_came_of_it(cast: VoteCast, words: Words) -> str:
    own, number = words.answers, cast.claim.number
    match cast.decided:
        case Outcome.CORROBORATED | Outcome.DENIED:
            return own.review_decided.format(number=number, outcome=named(words.cards, cast.decided))
        case Outcome.SPLIT:
            return own.review_split.format(number=number)
        case Outcome.UNDECIDED:
            return own.review_undecided.format(number=number)
    match cast.why_not:
        case "submitter":
            return own.vote_of_submitter
        case "evidence":
            return own.vote_of_evidence_adder
        case "older_version":
            return own.vote_of_older_version
    return own.vote_counts
