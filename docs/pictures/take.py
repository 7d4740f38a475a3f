"""Takes the pictures in the README: runs the demonstration and photographs it with a Chromium.

    python docs/pictures/take.py [--browser /usr/bin/chromium] [--language nl] [--into folder]

The browser is driven through its own debugging protocol, so nothing else has to be installed.
"""

import argparse
import asyncio
import base64
import contextlib
import itertools
import json
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo import running
from bot.settings import Settings

HERE = Path(__file__).parent
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
PATIENCE = 30.0
PAGE = {"width": 1400, "height": 1000, "deviceScaleFactor": 1, "mobile": False}


class Browser:
    """One page of a Chromium, told what to do."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.numbers = itertools.count(1)

    async def tell(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self.numbers)
        await self.socket.send_json({"id": number, "method": method, "params": params})
        while True:
            answer: dict[str, Any] = await self.socket.receive_json()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    async def ask(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        answer = await self.tell("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    async def wait_for(self, script: str) -> Any:
        """Ask until the answer is true."""
        async with asyncio.timeout(PATIENCE):
            # The page has no event to wait for.
            while not (value := await self.ask(script)):  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        return value

    async def photograph(self, path: Path, clip: dict[str, float] | None = None) -> None:
        how: dict[str, Any] = {} if clip is None else {"clip": {**clip, "scale": 1}}
        picture = await self.tell("Page.captureScreenshot", format="png", **how)
        await asyncio.to_thread(path.write_bytes, base64.b64decode(picture["data"]))


@contextlib.asynccontextmanager
async def browsing(command: str) -> AsyncIterator[Browser]:
    """Start a browser with a profile of its own, and stop it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            command,
            *FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as http:
                async with http.get(f"http://127.0.0.1:{port}/json/list") as answer:
                    pages = json.loads(await answer.text())
                page = next(page for page in pages if page["type"] == "page")
                async with http.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    yield Browser(socket)
        finally:
            process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    """The port that the browser chose, once it has written that down."""
    async with asyncio.timeout(PATIENCE):
        while (port := _read_port(file)) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    return port


def _read_port(file: Path) -> int | None:
    written = file.read_text() if file.exists() else ""
    return int(written.split()[0]) if written else None


READY = "window.simcordPreview !== undefined && window.simcordPreview.ready === true"
CHOOSE_VIEWER = """(() => {
  const picker = document.querySelector('#viewer-picker');
  const option = [...picker.options].find(it => it.textContent.includes(%s));
  picker.value = option.value;
  picker.dispatchEvent(new Event('change', {bubbles: true}));
  return true;
})()"""
TO_THE_END = "document.querySelector('#channel-timeline').scrollTo({top: 1e9}), true"
# The frame of the first card whose heading begins with this claim's number, moved into view.
FRAME = """(() => {
  const heading = [...document.querySelectorAll('#channel-message-list h2')]
    .find(it => it.textContent.startsWith(%s));
  if (!heading) return null;
  const card = heading.closest('.component-container');
  card.scrollIntoView({block: 'center'});
  const box = card.getBoundingClientRect();
  return {x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16};
})()"""
SETTLING = 1.0


async def take(command: str, language: str, into: Path) -> None:
    """Photograph the page as a reviewer sees it, and the card of the claim that hangs on one source."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        async with running(settings, language=language) as url, browsing(command) as browser:
            await browser.tell("Emulation.setDeviceMetricsOverride", **PAGE)
            await browser.tell("Page.navigate", url=url)
            await browser.wait_for(READY)
            await browser.ask(CHOOSE_VIEWER % json.dumps(REVIEWER))
            await asyncio.sleep(SETTLING)
            await browser.wait_for(READY)
            await browser.ask(TO_THE_END)
            await asyncio.sleep(SETTLING)
            await browser.photograph(into / _named("demo", language))
            await browser.tell("Emulation.setDeviceMetricsOverride", **{**PAGE, "height": 2400})
            for name, heading in PICTURES.items():
                await browser.wait_for(FRAME % json.dumps(heading))
                await asyncio.sleep(SETTLING)
                box = await browser.ask(FRAME % json.dumps(heading))
                await browser.photograph(into / _named(name, language), box)


REVIEWER = "Chris"
PICTURES = {"card": "#3 ·"}


def _named(name: str, language: str) -> str:
    return f"{name}.png" if language == "en" else f"{name}.{language}.png"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--browser", default="/usr/bin/chromium")
    arguments.add_argument("--language", default="en", choices=["en", "nl"])
    arguments.add_argument("--into", type=Path, default=HERE)
    given = arguments.parse_args()
    asyncio.run(take(given.browser, given.language, given.into))


if __name__ == "__main__":
    main()
