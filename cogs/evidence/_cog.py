"""The ``/evidence`` group, and the message menu's *Add as evidence*."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import claims
from bot import evidence as pieces
from bot.client import Corrobot
from bot.evidence import NewEvidence
from cogs._asking import (
    ClaimNumber,
    EvidenceNumber,
    SourceName,
    asked,
    choices_of,
    described,
    guild_of,
    said,
    words_of,
)
from cogs._drawing import told
from cogs._limits import SELECT_OPTIONS
from cogs._outbound import answer, deliver, finish, show_form
from cogs.evidence._adding import add_evidence, refuse_outsiders
from cogs.evidence._buttons import draw_list
from cogs.evidence._forms import AttachForm
from cogs.evidence._telling import read as told_of_reading
from storage.vocabulary import Stance


@app_commands.guild_only()
class Evidence(commands.GroupCog, group_name=said("evidence"), group_description=said("evidence.about")):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name=said("attach"), callback=self.attach)
        app_commands.guild_only(self.menu)

    async def cog_load(self) -> None:
        # A menu entry cannot be declared inside a class, so it is added by hand and taken away again.
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(name=said("evidence add"), description=said("evidence add.about"))
    @described(
        "claim",
        "stance",
        "source",
        "according_to",
        "link",
        "file",
        "quote",
        "first_hand",
        "on_record",
        "party",
    )
    @described("only_cited", "scope")
    @app_commands.choices(stance=choices_of(Stance))
    async def add(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Transform[int, ClaimNumber],
        stance: Stance,
        source: app_commands.Transform[str, SourceName],
        according_to: str | None = None,
        link: str | None = None,
        file: discord.Attachment | None = None,
        quote: str | None = None,
        first_hand: bool = False,
        on_record: bool = False,
        party: bool | None = None,
        only_cited: bool = False,
        scope: str | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        given = NewEvidence(
            stance=stance,
            source=source,
            according_to=according_to,
            link=link,
            quote=quote,
            first_hand=first_hand,
            on_record=on_record,
            party=party,
            only_cited=only_cited,
            scope=scope,
        )
        await add_evidence(interaction, claim, given, () if file is None else (file,))

    async def attach(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The message menu's entry: which claim, then the form; the message fills in the rest."""
        await refuse_outsiders(interaction)
        async with self.bot.database.reading() as session:
            lines = await claims.suggest(
                session, guild_id=guild_of(interaction), typed="", limit=SELECT_OPTIONS + 1
            )
        await show_form(interaction, AttachForm(words_of(interaction), message, lines))

    @app_commands.command(name=said("evidence list"), description=said("evidence list.about"))
    @described("claim")
    async def list(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        await answer(interaction, await draw_list(interaction, claim, page=1))

    @app_commands.command(name=said("evidence retract"), description=said("evidence retract.about"))
    @described("evidence", "reason")
    async def retract(
        self,
        interaction: discord.Interaction,
        evidence: app_commands.Transform[int, EvidenceNumber],
        reason: str,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            gone = await pieces.retract(session, evidence, **asked(interaction), reason=reason)
        await deliver(self.bot, guild_id=gone.claim.guild_id, claim_id=gone.claim.id)
        sentence = words_of(interaction).answers.evidence_retracted
        await finish(interaction, sentence.format(evidence=evidence, number=gone.claim.number))

    @app_commands.command(name=said("evidence read"), description=said("evidence read.about"))
    @described("evidence", "according_to")
    async def read(
        self,
        interaction: discord.Interaction,
        evidence: app_commands.Transform[int, EvidenceNumber],
        according_to: str | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            seen = await pieces.read(session, evidence, **asked(interaction), according_to=according_to)
        await deliver(self.bot, guild_id=seen.claim.guild_id, claim_id=seen.claim.id)
        words = words_of(interaction)
        await finish(interaction, told(told_of_reading(seen, words), seen.created, words))
