"""`python -m tests.measure NAME …`: measures one part of the product and prints the figures."""

import importlib
import sys
from pathlib import Path


def main() -> int:
    rooms = Path(__file__).parent.glob("[a-z]*.py")
    names = sorted(path.stem for path in rooms if "\ndef main()" in path.read_text())
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        sys.stderr.write(f"python -m tests.measure {{{','.join(names)}}} …\n")
        return 2
    measure = importlib.import_module(f"tests.measure.{sys.argv.pop(1)}")
    measure.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
