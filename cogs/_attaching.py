"""Copies of attached files, made at intake, because Discord's links to them expire."""

from collections.abc import Sequence

import discord

from bot import files
from bot.client import Corrobot
from bot.files import StoredFile
from bot.refusals import FileMissing


async def copied(bot: Corrobot, attachments: Sequence[discord.Attachment]) -> tuple[StoredFile, ...]:
    """Fetch each file and put it on disk, durably, before anybody is told that it is kept.

    Raises:
        FileTooLarge: it is over the limit; it is not fetched.
        FileMissing: Discord no longer has it, or does not answer.
    """
    kept = []
    for attachment in attachments:
        files.check_size(attachment.filename, attachment.size)
        kept.append(await files.keep(bot.data_dir, attachment.filename, await _bytes(attachment)))
    return tuple(kept)


async def _bytes(attachment: discord.Attachment) -> bytes:
    try:
        return await attachment.read()
    except discord.HTTPException:
        raise FileMissing(name=attachment.filename) from None
