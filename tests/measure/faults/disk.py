"""A disk under the program that can be told to fail, and writes down all that it is given.

It is a small library between the process and the kernel, compiled here from `disk.c`.
"""

import errno
import shutil
import subprocess
from pathlib import Path

FULL = errno.ENOSPC
READ_ONLY = errno.EROFS


class Disk:
    """What stands between one data folder and the real disk; raises RuntimeError without gcc."""

    def __init__(self, workshop: Path, folder: Path, *, recording: bool = False) -> None:
        """`workshop` is where the library, the order and the record lie."""
        self.trace = workshop / "trace"
        self._order = workshop / "order"
        self._order.write_bytes(bytes(4))
        library = workshop / "disk.so"
        if compiler() is None:
            raise RuntimeError("a C compiler is needed for the disk")
        source = Path(__file__).with_name("disk.c")
        words = ("-O2", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl", "-lpthread")
        subprocess.run((str(compiler()), *words), check=True)
        self.environment = {
            "LD_PRELOAD": str(library),
            "DISK_FOLDER": str(folder.resolve()),
            "DISK_ORDER": str(self._order),
            "DISK_TRACE": str(self.trace) if recording else "",
        }

    def fails(self, why: int) -> None:
        """From now on every write fails with this errno; 0 lets them through again."""
        with self._order.open("r+b") as order:
            order.write(why.to_bytes(4, "little"))

    def written(self) -> int:
        """How long the record is."""
        return self.trace.stat().st_size


def compiler() -> str | None:
    """Where a C compiler is, if there is one."""
    return shutil.which("gcc") or shutil.which("cc")
