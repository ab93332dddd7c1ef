"""Where a fault came from, for a log that may hold nobody's words."""

import traceback
from pathlib import Path


def where(fault: BaseException) -> list[str]:
    """Name the lines that a fault came through, innermost last: places, never any words."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
