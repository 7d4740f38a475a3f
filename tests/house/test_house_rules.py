"""The eleven rules of the house, each as a test that a new file cannot forget to be part of."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cogs
from bot.client import extensions
from cogs._durable import DurableButton, DurableMenu
from cogs._outbound import deliver
from tests.world import Server, buttons_of
from tests.world import world as running_world

ROOT = Path(__file__).parents[2]
FLOORS = ("cogs", "bot", "storage")
# In bot/, only these know Discord; every other file there is a rule.
CLIENT = {"bot/client.py", "bot/translator.py", "bot/__main__.py"}
DEMO = "bot/demo/"
SENDS = {
    "send",
    "send_message",
    "edit_message",
    "edit_original_response",
    "send_modal",
    "reply",
    "create_thread",
    "add_reaction",
}
# Where a send has no words of ours, so that there is nothing to allow.
NOTHING_TO_MENTION = {"send_modal"}
ERROR_HOOKS = {"on_error", "cog_app_command_error", "cog_command_error", "interaction_check", "callback"}
# Each is the one place for its sort of error, and hands it on to ``Corrobot.explain``.
EXPLAINS = {
    ("bot/client.py", "interaction_check"),
    ("bot/client.py", "on_error"),
    ("cogs/_durable.py", "callback"),
    ("cogs/_forms.py", "on_error"),
}
# What each loop waits for; that it is safe to do twice is shown where the loop is tested.
LOOPS = {
    "cogs/posting.py": {"await deliver(self.bot)"},
    "cogs/rechecking.py": {"await servers.everywhere(session)", "await self._look(guild_id)"},
}
CLOCKS = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|utc_?now|random|uuid|secrets)\b|^time\.")
# What is random here is a name that nobody reads, or handed down as an argument from here.
BY_CHANCE = {"bot/client.py", "bot/__main__.py", "bot/files.py"}
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")


def files(*folders: str) -> list[str]:
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found if "migrations" not in path.parts)


def rules() -> list[str]:
    """Every file down the stairs that is not the client: a new one is covered by itself."""
    return [name for name in files("bot", "storage") if name not in CLIENT and not name.startswith(DEMO)]


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def imported(name: str) -> Iterator[str]:
    for node in ast.walk(tree(name)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.split(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module)):
                yield module.split(".")[0]


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(node: ast.AST) -> Iterator[ast.Call]:
    return (part for part in ast.walk(node) if isinstance(part, ast.Call))


def called(call: ast.Call) -> str:
    """The last name of what is called: ``send`` of ``channel.send(…)``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


# 1. Imports go down.


@pytest.mark.parametrize("name", files(*FLOORS))
def test_the_stairs_only_go_down(name: str) -> None:
    floor = FLOORS.index(name.split("/")[0])
    assert not set(imported(name)) & set(FLOORS[:floor])


@pytest.mark.parametrize("name", files("bot", "cogs", "storage"))
def test_tests_and_the_simulator_stay_outside(name: str) -> None:
    allowed = {"simcord"} if name.startswith(DEMO) else set()
    assert set(imported(name)) & {"simcord", "tests"} <= allowed


@pytest.mark.parametrize("name", files("tests"))
def test_only_the_world_imports_the_simulator(name: str) -> None:
    assert name == "tests/world.py" or "simcord" not in imported(name)


# 2. Rules and storage import no Discord.


@pytest.mark.parametrize("name", rules())
def test_rules_know_nothing_of_discord(name: str) -> None:
    assert not set(imported(name)) & {"discord", "aiohttp"}


def test_the_facts_know_no_client_and_the_face_knows_no_sql() -> None:
    for name in files("cogs"):
        assert "sqlalchemy" not in imported(name), name
        assert "sqlmodel" not in imported(name), name


# 3. Every rule that touches rows takes the server.


@pytest.mark.parametrize("name", [name for name in rules() if name.startswith("bot/")])
def test_every_rule_asks_for_the_server(name: str) -> None:
    for function in functions(name):
        positional = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        by_keyword = {argument.arg for argument in function.args.kwonlyargs}
        if positional[:1] != ["session"] or (name, function.name) == ("bot/servers.py", "everywhere"):
            continue
        # A held row carries its server; a private part may be handed it in passing.
        handed = "held" in positional or (function.name.startswith("_") and "guild_id" in positional)
        assert "guild_id" in by_keyword or handed, function.name


# 4. No Discord, and no network, inside a unit of work.


@pytest.mark.parametrize("name", files("bot", "cogs"))
def test_inside_a_session_only_the_session_is_awaited(name: str) -> None:
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.AsyncWith):
            continue
        opened = " ".join(ast.unparse(item.context_expr) for item in node.items)
        if "unit_of_work()" not in opened and "reading()" not in opened:
            continue
        for awaited in (
            part.value for line in node.body for part in ast.walk(line) if isinstance(part, ast.Await)
        ):
            assert isinstance(awaited, ast.Call), ast.unparse(awaited)
            first = ast.unparse(awaited.args[0]) if awaited.args else ""
            assert first == "session" or ast.unparse(awaited.func).startswith("session."), ast.unparse(
                awaited
            )


@pytest.mark.parametrize("name", files("cogs"))
def test_whatever_writes_acknowledges_first(name: str) -> None:
    for function in functions(name):
        command = any("app_commands.command" in ast.unparse(each) for each in function.decorator_list)
        if not command and function.name not in ("pressed", "chosen", "on_submit"):
            continue
        if "unit_of_work()" not in ast.unparse(function):
            continue
        awaits = (node for node in ast.walk(function) if isinstance(node, ast.Await))
        first = min(awaits, key=lambda node: (node.lineno, node.col_offset))
        assert re.search(r"\.defer\(|show_form\(|^await turn\(", ast.unparse(first)), function.name


# 5. Time and chance are arguments.


@pytest.mark.parametrize("name", [name for name in files(*FLOORS) if not name.startswith(DEMO)])
def test_nobody_looks_at_the_clock_or_throws_dice(name: str) -> None:
    found = [ast.unparse(call) for call in calls(tree(name)) if CLOCKS.search(ast.unparse(call.func))]
    assert found == [] or name in BY_CHANCE


# 6. Every sentence that a person reads comes from the words files; their blanks are compared in test_words.


@pytest.mark.parametrize("name", files("cogs"))
def test_no_sentence_stands_in_a_cog(name: str) -> None:
    for node in ast.walk(tree(name)):
        for text, around in _strings(node):
            assert not SENTENCE.search(text), f"{text!r} in {around}"


def _strings(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The strings that a call is given or a name is set to.

    What goes into the log or beside a row of the outbox is for whoever runs the bot, and keys are no words.
    """
    match node:
        case ast.Call():
            if re.match(r"log\.|posting\.|said$", ast.unparse(node.func)):
                return
            given: list[ast.expr] = [*node.args, *(keyword.value for keyword in node.keywords)]
        case ast.Assign(value=value) | ast.Return(value=ast.expr() as value):
            given = [value]
        case _:
            return
    for part in given:
        pieces = part.values if isinstance(part, ast.JoinedStr) else [part]
        for piece in pieces:
            if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                yield piece.value, ast.unparse(node)


# 7. Views are fresh, and all-durable or all-short-lived.


def _template(kind: type[Any]) -> re.Pattern[str]:
    pattern = kind.__discord_ui_compiled_template__
    assert isinstance(pattern, re.Pattern)
    return pattern


def _durable() -> list[type[Any]]:
    for module in pkgutil.walk_packages(cogs.__path__, "cogs."):
        importlib.import_module(module.name)
    found: list[type[Any]] = [DurableButton, DurableMenu]
    for kind in found:
        found += kind.__subclasses__()
    return [kind for kind in found if _template(kind).pattern != "(?!)"]


# Every durable class there is; found once, because loading a cog makes its classes anew.
DURABLE = _durable()


@pytest.mark.parametrize("kind", DURABLE, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_a_custom_id_belongs_to_one_class(kind: type[Any], data: st.DataObject) -> None:
    custom_id = data.draw(st.from_regex(_template(kind), fullmatch=True))
    assert [other for other in DURABLE if _template(other).fullmatch(custom_id)] == [kind]


@pytest.mark.parametrize("name", files("cogs"))
def test_nobody_keeps_a_view_or_makes_a_dynamic_item_of_their_own(name: str) -> None:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ClassDef):
            bases = [ast.unparse(base) for base in node.bases]
            assert not any(base.endswith("View") for base in bases), node.name
            assert name == "cogs/_durable.py" or not any("DynamicItem" in base for base in bases), node.name
    assert not any(called(call) == "add_view" for call in calls(tree(name)))


async def busy_session(server: Server) -> list[Any]:
    """A bit of everything; what everybody, or only the person, was shown."""
    await server.submitter.slash("claim add", text="The bridge was closed.", kind="event")
    await server.checker.slash("article add", title="Closed bridges")
    added = await server.checker.slash("evidence add", claim="1", stance="supports", source="Knack")
    await server.checker.slash("review open", claim="1")
    for number in range(11):
        await server.checker.slash("source add", name=f"Paper {number}")
        await server.submitter.slash("claim add", text=f"Bridge {number} was closed.")
    shown = [added]
    for command, options in (
        ("claim show", {"claim": "1"}),
        ("claim list", {}),
        ("claim history", {"claim": "1"}),
        ("evidence list", {"claim": "1"}),
        ("source list", {}),
        ("article show", {"article": "1"}),
    ):
        shown.append(await server.lead.slash(command, **options))
    await server.checker.press(server.cards()[0], "claim:1:take")
    return [*server.cards(), *(answer.message for answer in shown)]


async def test_every_button_that_is_shown_has_one_class_that_hears_it(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        shown = await busy_session(world.server)
        heard = world.bot._connection._view_store._dynamic_items
        custom_ids = {custom_id for message in shown for custom_id in buttons_of(message)}
        assert len(custom_ids) > 12
        for custom_id in custom_ids:
            assert len([template for template in heard if template.fullmatch(custom_id)]) == 1, custom_id
        assert {kind.__name__ for kind in heard.values()} == {kind.__name__ for kind in DURABLE}
        assert world.bot._connection._view_store._views == {}


async def test_unloading_takes_everything_away_and_loading_brings_it_back(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        bot = world.bot
        commands = {command.qualified_name for command in bot.tree.walk_commands()}
        menus = len(bot.tree.get_commands())
        buttons = len(bot._connection._view_store._dynamic_items)
        for name in extensions():
            await bot.unload_extension(name)
        assert bot.tree.get_commands() == []
        assert bot._connection._view_store._dynamic_items == {}
        for name in extensions():
            await bot.load_extension(name)
        assert {command.qualified_name for command in bot.tree.walk_commands()} == commands
        assert len(bot.tree.get_commands()) == menus
        assert len(bot._connection._view_store._dynamic_items) == buttons


async def test_everything_is_for_servers_only(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        for command in world.bot.tree.get_commands():
            contexts = command.to_dict(world.bot.tree).get("contexts")
            assert command.guild_only or contexts == [0], command.name


# 8. One place explains errors.


@pytest.mark.parametrize("name", files("bot", "cogs"))
def test_errors_are_explained_in_one_place(name: str) -> None:
    for function in functions(name):
        hooked = function.name in ERROR_HOOKS
        assert not hooked or (name, function.name) in EXPLAINS, function.name
        handles = [
            ast.unparse(each) for each in function.decorator_list if ast.unparse(each).endswith(".error")
        ]
        # A loop has nobody to explain to; it is started again.
        assert handles == [] or (name in LOOPS and handles == ["tick.error"])


# 9. Whatever a loop does is safe to do twice.


@pytest.mark.parametrize("name", files("bot", "cogs"))
def test_a_loop_does_only_what_is_known_and_nothing_waits_for_ready_to_begin(name: str) -> None:
    for function in functions(name):
        assert function.name != "on_ready"
        if any("tasks.loop" in ast.unparse(each) for each in function.decorator_list):
            awaits = {ast.unparse(node) for node in ast.walk(function) if isinstance(node, ast.Await)}
            assert awaits == LOOPS[name]


async def test_delivering_again_sends_nothing_more(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        await busy_session(world.server)
        sent = len(world.sent())
        await deliver(world.bot)
        await deliver(world.bot)
        assert len(world.sent()) == sent


# 10. Every send and edit goes through one place, with explicit mentions.


@pytest.mark.parametrize("name", [name for name in files(*FLOORS) if not name.startswith(DEMO)])
def test_sends_and_edits_are_in_one_place(name: str) -> None:
    for call in calls(tree(name)):
        on_message = called(call) in ("edit", "delete") and "message" in ast.unparse(call.func)
        if called(call) in SENDS or on_message or "followup" in ast.unparse(call.func):
            assert name == "cogs/_outbound.py", ast.unparse(call)
            mentions = [keyword for keyword in call.keywords if keyword.arg == "allowed_mentions"]
            assert mentions or called(call) in NOTHING_TO_MENTION, ast.unparse(call)


# 11. People's words are quoted.

EVIL = "**loud** @everyone <@1> </x:1> [a](https://b.example) `c`"
ALIVE = re.compile(r"(?<!\\)\*\*loud|(?<!\\)@everyone|(?<!\\)<@1>|(?<!\\)</x|(?<!\\)\]\(https://b|(?<!\\)`c")


async def test_nothing_that_people_write_is_alive_in_what_the_bot_says(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        server = world.server
        for slash in (
            ("article add", {"title": EVIL, "publisher": EVIL}),
            ("claim add", {"text": EVIL, "kind": "statement", "said_by": EVIL, "article": "1"}),
            ("claim add", {"text": f"Another {EVIL}", "kind": "event"}),
            ("claim tag", {"claim": "1", "tags": EVIL[:40]}),
            ("claim translate", {"claim": "1", "language": "nl", "text": EVIL}),
            ("claim link", {"claim": "1", "relation": "contradicts", "other": "2"}),
            (
                "source add",
                {"name": EVIL, "notes": EVIL, "alias": f"alias {EVIL}", "overlaps": f"other {EVIL}"},
            ),
            ("source show", {"name": EVIL}),
            ("source list", {}),
            (
                "evidence add",
                {"claim": "2", "stance": "denies", "source": EVIL, "scope": EVIL, "quote": EVIL},
            ),
            (
                "evidence add",
                {"claim": "2", "stance": "supports", "source": "A", "according_to": f'"B {EVIL}"'},
            ),
            ("evidence list", {"claim": "2"}),
            ("evidence retract", {"evidence": "1", "reason": EVIL}),
            ("evidence list", {"claim": "2"}),
            ("claim override", {"claim": "2", "state": "denied", "reason": EVIL}),
            ("claim history", {"claim": "2"}),
            ("claim show", {"claim": EVIL}),
            ("claim close", {"claim": "1", "reason": "withdrawn", "note": EVIL}),
            ("claim list", {}),
            ("article show", {"article": "1"}),
            ("status", {}),
        ):
            command, options = slash
            answer = await server.lead.slash(command, **options)
            assert answer.acknowledged, command
        said = [text for request in world.sent() for text in _contents(request.json)]
        assert len(said) > 40
        for text in said:
            # In a code block, where what was typed is given back, nothing is alive.
            assert not ALIVE.search(re.sub(r"(?s)```.*?```", "", text)), text


def _contents(payload: Any) -> Iterator[str]:
    match payload:
        case {"content": str(content), **rest}:
            yield content
            yield from _contents(rest)
        case dict():
            for part in payload.values():
                yield from _contents(part)
        case list():
            for part in payload:
                yield from _contents(part)
