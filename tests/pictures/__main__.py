"""Renews the pictures of the chat page that stand beside this file."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.pictures.taking import take
from tests.pictures.training import take_training
from tests.support.browser import find_browser, running_browser


def main() -> int:
    browser = find_browser()
    if browser is None:
        sys.stderr.write("No Chromium is installed; on Debian: apt install chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as data, running_browser(browser) as devtools:
        taken = asyncio.run(_take_all(devtools, Path(data), Path(__file__).parent))
    sys.stdout.write("".join(f"{path.name}: {path.stat().st_size // 1024} KB\n" for path in taken))
    return 0


async def _take_all(devtools: str, data: Path, into: Path) -> list[Path]:
    taken = await take(devtools, data / "demo", into)
    return [*taken, await take_training(devtools, data / "training", into)]


if __name__ == "__main__":
    sys.exit(main())
