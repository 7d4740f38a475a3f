"""What an interaction costs in CPU time, beside a bare command in the same bot.

``make bench`` prints a line for each, with the raw figures of every round. The acts take turns, so
that a busy machine slows all of them alike. The database's own waiting for the disk costs no CPU.
"""

import argparse
import asyncio
import cProfile
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import discord
from discord import app_commands

from tests.world import Answer, World, vote_ids, world

TARGETS = {"claim show": 3.0, "claim add": 6.0, "vote": 5.0}
WARM_UP = 5


@app_commands.command(description="Answer at once")
async def ping(interaction: discord.Interaction) -> None:
    """The least that a command can do."""
    await interaction.response.send_message("pong", ephemeral=True)


class Acts:
    """Each act that is measured; each does one interaction and nothing else worth measuring."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.server = world.server
        self.filed = 0
        self.opened: Answer | None = None

    async def prepare(self) -> None:
        """A claim with some evidence, in review: what a card looks like on an ordinary day."""
        await self.server.submitter.slash("claim add", text="The bridge closes for two years from May.")
        for name, upstream in (("The Courier", "The Harbour Board"), ("Radio East", "-"), ("The Post", "-")):
            await self.server.checker.slash(
                "evidence add", claim="1", stance="supports", source=name, according_to=upstream
            )
        await self.server.checker.slash("review open", claim="1")

    async def ping(self) -> None:
        await self.server.outsider.slash("ping")

    async def show(self) -> None:
        await self.server.outsider.slash("claim show", claim="1")

    async def add(self) -> None:
        self.filed += 1
        await self.server.submitter.slash("claim add", text=f"Ship number {self.filed} sails on Monday.")

    async def open_form(self) -> None:
        """Press the button; the vote itself is what comes back with the form."""
        card = self.server.review_card()
        self.opened = await self.server.reviewers[0].press(card, vote_ids(card)["c"])

    async def vote(self) -> None:
        assert self.opened is not None
        await self.server.reviewers[0].submit(
            self.opened, reason="insufficient", why=f"Weighed {time.monotonic_ns()}", evidence="all"
        )


async def measure(rounds: int, each: int, profile: str | None) -> dict[str, list[float]]:
    """Milliseconds of CPU for one interaction, one figure a round."""
    figures: dict[str, list[float]] = {"ping": [], **{name: [] for name in TARGETS}}
    with tempfile.TemporaryDirectory() as folder:
        async with world(Path(folder)) as started:
            started.bot.tree.add_command(ping)
            await started.bot.tree.sync()
            acts = Acts(started)
            await acts.prepare()
            jobs = {"ping": acts.ping, "claim show": acts.show, "claim add": acts.add, "vote": acts.vote}
            before = {"vote": acts.open_form}
            for turn in range(rounds + 1):
                for name, job in jobs.items():
                    count = each if turn else WARM_UP
                    with _profiled(name == profile and bool(turn)):
                        spent = await _spend(job, before.get(name), count)
                    if turn:
                        figures[name].append(spent * 1000 / count)
    return figures


async def _spend(
    job: Callable[[], Awaitable[None]], before: Callable[[], Awaitable[None]] | None, count: int
) -> float:
    spent = 0.0
    for _ in range(count):
        if before is not None:
            await before()
        began = time.process_time()
        await job()
        spent += time.process_time() - began
    return spent


@contextmanager
def _profiled(wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    with cProfile.Profile() as profiler:
        yield
    pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumulative").print_stats(70)


def report(figures: dict[str, list[float]]) -> Iterator[str]:
    bare = statistics.median(figures["ping"])
    for name, values in figures.items():
        middle = statistics.median(values)
        target = f"  at most {TARGETS[name]:.0f}x" if name in TARGETS else ""
        raw = " ".join(f"{value:.2f}" for value in values)
        yield f"{name:<11} {middle:6.2f} ms  {middle / bare:5.2f}x{target:<14}  [{raw}]"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--each", type=int, default=20, help="interactions of each sort a round")
    arguments.add_argument("--profile", choices=["ping", *TARGETS], help="print what dominates this act")
    given = arguments.parse_args()
    figures = asyncio.run(measure(given.rounds, given.each, given.profile))
    print("\n".join(report(figures)))


if __name__ == "__main__":
    main()
