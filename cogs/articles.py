"""``/article``: documents out of which several claims are taken."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import articles
from bot.client import Corrobot
from cogs._asking import ArticleNumber, SourceName, asked, described, guild_of, said, words_of
from cogs._drawing import article_card
from cogs._outbound import answer, finish


@app_commands.guild_only()
class Articles(commands.GroupCog, group_name=said("article"), group_description=said("article.about")):
    def __init__(self, bot: Corrobot) -> None:
        self.bot = bot

    @app_commands.command(name=said("article add"), description=said("article add.about"))
    @described("title", "publisher", "link", "language", "published")
    async def add(
        self,
        interaction: discord.Interaction,
        title: str,
        publisher: app_commands.Transform[str, SourceName] | None = None,
        link: str | None = None,
        language: str | None = None,
        published: str | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        async with self.bot.database.unit_of_work() as session:
            added = await articles.add(
                session,
                **asked(interaction),
                title=title,
                publisher=publisher,
                link=link,
                language=language,
                published=published,
            )
        await finish(interaction, article_card(added, words_of(interaction)))

    @app_commands.command(name=said("article show"), description=said("article show.about"))
    @described("article")
    async def show(
        self, interaction: discord.Interaction, article: app_commands.Transform[int, ArticleNumber]
    ) -> None:
        async with self.bot.database.reading() as session:
            found = await articles.get(session, article, guild_id=guild_of(interaction))
        await answer(interaction, article_card(found, words_of(interaction)))


async def setup(bot: Corrobot) -> None:
    await bot.add_cog(Articles(bot))
