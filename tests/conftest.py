"""What holds for every test: no way out of this machine, and for CI the same examples each time."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def on_this_machine(host: object) -> bool:
    """Whether a host is loopback; no name but localhost is, whatever a resolver would say."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


@pytest.fixture(scope="session", autouse=True)
def ways_out() -> Iterator[list[str]]:
    """Refuses every connection, datagram and name beyond loopback, and remembers whose it was."""
    tried: list[str] = []

    def refuse_unless_local(host: object) -> None:
        if not on_this_machine(host):
            tried.append(str(host))
            raise ConnectionRefusedError(f"a test may not reach {host}")

    def guarded(reach: Callable[..., Any]) -> Callable[..., Any]:
        def reach_if_local(sock: socket.socket, *arguments: Any) -> Any:
            if sock.family in {socket.AF_INET, socket.AF_INET6} and arguments:
                refuse_unless_local(arguments[-1][0])
            return reach(sock, *arguments)

        return reach_if_local

    look_up = socket.getaddrinfo

    def look_up_if_local(host: Any, *arguments: Any, **named: Any) -> Any:
        refuse_unless_local(host)
        return look_up(host, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", look_up_if_local)
        # A wait that Telegram asks for is a timedelta here as in the running bot.
        patch.setenv("PTB_TIMEDELTA", "true")
        yield tried


@pytest.fixture(autouse=True)
def _no_way_out(ways_out: list[str]) -> Iterator[None]:
    yield
    tried, ways_out[:] = list(ways_out), []
    if tried:
        pytest.fail(f"the test tried to reach {', '.join(tried)}")
