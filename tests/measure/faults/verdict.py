"""How a measure of faults ends: its figures as one line of JSON, and what was broken."""

import json
import sys
from collections.abc import Mapping, Sequence


def conclude(figures: Mapping[str, object], broken: Sequence[str]) -> None:
    """Print the figures; raise SystemExit(1), with a line for each, when a promise was broken."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    if broken:
        sys.stderr.writelines(f"BROKEN: {line}\n" for line in broken)
        raise SystemExit(1)


def unkept(promises: Mapping[str, bool]) -> list[str]:
    """The promises, in words, that do not hold."""
    return [words for words, kept in promises.items() if not kept]
