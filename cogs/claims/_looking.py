"""Looking at claims: one, many, their past and where they come from."""

import asyncio
from io import BytesIO

import discord
from discord import app_commands
from discord.ext import commands

from bot import claims, picture
from bot.client import Corrobot
from cogs._asking import ClaimNumber, choices_of, described, guild_of, said, words_of
from cogs._drawing import claim_card, provenance_picture
from cogs._outbound import answer, finish
from cogs.claims._buttons import Filters, draw_history, draw_list
from storage.vocabulary import Kind, State


class Looking(commands.Cog):
    bot: Corrobot

    @app_commands.command(name=said("claim show"), description=said("claim show.about"))
    @described("claim")
    async def show(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        async with self.bot.database.reading() as session:
            found = await claims.get(session, claim, guild_id=guild_of(interaction))
        await answer(interaction, claim_card(found, words_of(interaction)))

    @app_commands.command(name=said("claim list"), description=said("claim list.about"))
    @described("state", "kind", "tag", "mine", "contested", "stale")
    @app_commands.choices(state=choices_of(State), kind=choices_of(Kind))
    async def list(
        self,
        interaction: discord.Interaction,
        state: State | None = None,
        kind: Kind | None = None,
        tag: str = "",
        mine: bool = False,
        contested: bool = False,
        stale: bool = False,
    ) -> None:
        filters = Filters(state=state, kind=kind, tag=tag, mine=mine, contested=contested, stale=stale)
        await answer(interaction, await draw_list(interaction, filters, page=1))

    @app_commands.command(name=said("claim history"), description=said("claim history.about"))
    @described("claim")
    async def history(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        await answer(interaction, await draw_history(interaction, claim, page=1))

    @app_commands.command(name=said("claim provenance"), description=said("claim provenance.about"))
    @described("claim")
    async def provenance(
        self, interaction: discord.Interaction, claim: app_commands.Transform[int, ClaimNumber]
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.reading() as session:
            found = await claims.get(session, claim, guild_id=guild_of(interaction))
        words = words_of(interaction)
        drawn = await asyncio.to_thread(picture.draw, found.provenance, words=words.provenance)
        alt = picture.alt(found.provenance, words=words.provenance)
        file = discord.File(BytesIO(drawn), filename=f"provenance-{found.number}.png", description=alt)
        shown = provenance_picture(found, words, name=file.filename, alt=alt)
        await finish(interaction, shown, files=[file])
