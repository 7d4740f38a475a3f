"""Adding a piece of evidence, wherever it was entered."""

from collections.abc import Sequence

import discord

from bot import evidence
from bot.evidence import NewEvidence
from bot.people import Right, require
from cogs._asking import asked, bot_of, guild_of, person_of, words_of
from cogs._attaching import copied
from cogs._drawing import told
from cogs._outbound import deliver, finish
from cogs.evidence._telling import added


async def refuse_outsiders(interaction: discord.Interaction) -> None:
    """Refuse before anybody fills in a form, or a file is fetched, in vain; the rule asks again.

    Raises:
        RoleMissing: the person is no checker.
    """
    server = await bot_of(interaction).server(guild_of(interaction))
    require(person_of(interaction), Right.CHECK, server)


async def add_evidence(
    interaction: discord.Interaction,
    number: int,
    given: NewEvidence,
    attachments: Sequence[discord.Attachment] = (),
) -> None:
    """Add evidence after a defer: bytes to disk, then its row, then the cards, then the answer."""
    bot = bot_of(interaction)
    await refuse_outsiders(interaction)
    whole = given.model_copy(update={"files": await copied(bot, attachments)})
    async with bot.database.unit_of_work() as session:
        recorded = await evidence.add(session, number, whole, **asked(interaction))
    await deliver(bot, guild_id=recorded.claim.guild_id, claim_id=recorded.claim.id)
    words = words_of(interaction)
    await finish(interaction, told(added(recorded, words), recorded.created, words))
