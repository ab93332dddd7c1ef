"""A real headless Chromium, driven over its DevTools protocol: looked at, clicked, typed into."""

import asyncio
import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final, Literal

import aiohttp

Theme = Literal["light", "dark"]

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--mute-audio",
    "--remote-debugging-port=0",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_STILL_MS: Final = 30
"""Milliseconds that an element must not have moved before it is clicked."""

_START_SECONDS: Final = 40.0
_KEYS: Final = {
    "Enter": ("Enter", 13, "\r"),
    "Tab": ("Tab", 9, ""),
    "Escape": ("Escape", 27, ""),
    "Space": (" ", 32, " "),
    "F6": ("F6", 117, ""),
    "r": ("r", 82, "r"),
    "ArrowLeft": ("ArrowLeft", 37, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
}


def find_browser() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def running_browser(path: str) -> Iterator[str]:
    """Starts a browser with an empty profile; yields the address of its DevTools."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [path, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield _address(process, Path(profile) / "DevToolsActivePort")
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: "subprocess.Popen[bytes]", port_file: Path) -> str:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the browser ended with {process.returncode} at once")
        if port_file.exists() and len(lines := port_file.read_text().split()) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.05)
    raise RuntimeError(f"the browser did not start within {_START_SECONDS:g} s")


class Page:
    """One tab; everything that waits gives up after `patience` real seconds."""

    def __init__(self, devtools: "_DevTools", session: str) -> None:
        self._devtools = devtools
        self._session = session
        self.patience = 10.0

    @property
    def complaints(self) -> list[str]:
        """Exceptions and errors of the page's scripts so far."""
        return self._devtools.complaints

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        return await self._devtools.call(method, parameters, self._session)

    async def goes_to(self, url: str) -> None:
        await self.call("Page.navigate", url=url)
        await self.until("document.readyState === 'complete'")

    async def looks(self, *, width: int, height: int, theme: Theme = "light") -> None:
        """Sets the window's size in CSS pixels and the system's theme."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": theme}
        await self.call("Emulation.setEmulatedMedia", features=[scheme])

    async def evaluate(self, expression: str) -> Any:
        """The JSON value of a JavaScript expression; a promise is waited for."""
        answer = await self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise AssertionError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    async def until(self, expression: str) -> Any:
        """Waits until the expression is true; an exception in it counts as not yet.

        An element counts as true.
        """
        expression = f"(found => found instanceof Node ? true : found)({expression})"
        end = time.monotonic() + self.patience
        while True:
            try:
                if found := await self.evaluate(expression):
                    return found
            except AssertionError:
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                raise AssertionError(f"in vain ({self.patience:g} s): {expression}")
            await asyncio.sleep(0.03)

    async def sees(self, words: str, within: str = "body") -> None:
        """Waits until the words can be read in the first element of this selector."""
        await self.until(
            f"document.querySelector({json.dumps(within)})?.innerText.includes({json.dumps(words)})"
        )

    async def clicks(self, selector: str, words: str = "") -> None:
        """Clicks, with the mouse, the last element of this selector that holds these words.

        Not before it stands still and nothing lies over it.
        """
        spot = await self.until(
            f"(async () => {{ const e = [...document.querySelectorAll({json.dumps(selector)})]"
            f".filter(e => e.innerText.includes({json.dumps(words)}) && e.offsetParent).at(-1);"
            "e.scrollIntoView({block: 'nearest'});"
            "const middle = () => { const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2] };"
            "const before = middle();"
            f"await new Promise(go => setTimeout(go, {_STILL_MS}));"
            "const spot = middle();"
            "return String(spot) === String(before)"
            " && e.contains(document.elementFromPoint(...spot)) && spot })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent",
                type=kind,
                x=spot[0],
                y=spot[1],
                button="left",
                clickCount=1,
            )

    async def types(self, text: str) -> None:
        """Puts text where the focus is."""
        await self.call("Input.insertText", text=text)

    async def presses(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Presses a key by its name (Enter, Tab, ArrowUp)."""
        name, code, text = _KEYS[key]
        stroke: dict[str, object] = {
            "key": name,
            "code": key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        for _ in range(times):
            down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
            await self.call("Input.dispatchKeyEvent", **stroke, **down)
            await self.call("Input.dispatchKeyEvent", **stroke, type="keyUp")

    async def picture(self, path: Path) -> None:
        """Writes what can be seen as a PNG."""
        answer = await self.call("Page.captureScreenshot", format="png", optimizeForSpeed=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(answer["data"]))


class _DevTools:
    """The connection: one command after another, what happens meanwhile is noted."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.complaints: list[str] = []

    async def call(
        self, method: str, parameters: dict[str, Any], session: str | None = None
    ) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        await self._socket.send_json(message)
        while True:
            answer = await self._socket.receive_json(timeout=30)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        parameters = event.get("params", {})
        match event.get("method"):
            case "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                words = details.get("exception", {}).get("description", details["text"])
                self.complaints.append(words)
            case "Log.entryAdded" if parameters["entry"]["level"] == "error":
                entry = parameters["entry"]
                self.complaints.append(f"{entry['text']} {entry.get('url', '')}")
            case "Runtime.consoleAPICalled" if parameters["type"] == "error":
                self.complaints.append(str(parameters["args"]))


@asynccontextmanager
async def opened(address: str, *, language: str = "id-ID") -> AsyncIterator[Page]:
    """A tab with a profile of its own, in a browser whose DevTools are at this address."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(address, max_msg_size=0) as socket,
    ):
        devtools = _DevTools(socket)
        context = (await devtools.call("Target.createBrowserContext", {}))["browserContextId"]
        target = await devtools.call(
            "Target.createTarget", {"url": "about:blank", "browserContextId": context}
        )
        attached = await devtools.call(
            "Target.attachToTarget", {"targetId": target["targetId"], "flatten": True}
        )
        page = Page(devtools, attached["sessionId"])
        for domain in ("Page", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        await page.call("Emulation.setLocaleOverride", locale=language.replace("-", "_"))
        await page.call(
            "Emulation.setUserAgentOverride", userAgent="Chromium", acceptLanguage=language
        )
        try:
            yield page
        finally:
            await devtools.call("Target.disposeBrowserContext", {"browserContextId": context})
