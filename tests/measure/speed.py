"""How long a report of 60 words with misspellings takes, and how much memory the routing holds.

Times are of the processor, not of the clock: what others do on the machine meanwhile is not ours.
"""

import random
import time
import tracemalloc
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from bot.domain.sector import Sector
from bot.routing.ranking import rank
from bot.routing.router import Router

WORDS = 60
LONG = 3_000
_TURNS = 400
_EXTRACTED = 5


def measure(router: Router) -> dict[str, float]:
    """Milliseconds at the median and the 99th percentile, of the full path and the catalogue."""
    texts = _texts(router, _TURNS)
    lexicon = router.topics.lexicon

    def catalogue_alone(text: str) -> None:
        rank(lexicon, lexicon.reader.read(text), 0)

    def full_path(text: str) -> None:
        router.route("", text)

    alone = _times(catalogue_alone, texts)
    full = _times(full_path, texts)
    keywords = [word.term.replace("=", "") for word in lexicon.keywords]

    def extract(text: str) -> None:
        for word in text.split():
            process.extract(word, keywords, scorer=fuzz.WRatio, limit=3)

    extracted = _times(extract, texts[:_EXTRACTED])
    return {
        "p50_ms": _at(full, 0.5),
        "p99_ms": _at(full, 0.99),
        "catalogue_p50_ms": _at(alone, 0.5),
        "catalogue_p99_ms": _at(alone, 0.99),
        "long_text_ms": _at(_times(full_path, [t[:LONG] for t in _texts(router, 100, 450)]), 0.95),
        "update_p99_ms": _at(_updates(router, texts), 0.99),
        "times_faster_than_extract": round(_at(extracted, 0.5) / _at(alone, 0.5)),
        "start_s": _start(),
        "memory_mb": _memory(),
    }


def _texts(router: Router, count: int, words: int = WORDS) -> list[str]:
    """Made-up texts of keywords and ordinary words, every fourth of them misspelt."""
    chance = random.Random(7)
    known = sorted({w.lstrip("=") for k in router.topics.lexicon.keywords for w in k.term.split()})
    return [
        " ".join(_slip(chance.choice(known), chance) for _ in range(words)) for _ in range(count)
    ]


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 5 or chance.random() > 0.25:
        return word
    at = chance.randrange(1, len(word) - 1)
    return chance.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))


def _times(act: Callable[[str], None], texts: Sequence[str]) -> list[float]:
    act(texts[0])
    times = []
    for text in texts:
        start = time.thread_time()
        act(text)
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)


def _updates(router: Router, texts: Sequence[str]) -> list[float]:
    learning = router if router.topics.learner else router.with_learning(bytes(16))
    times = []
    for text in texts:
        example = learning.example("", text, None, Sector.ENVIRONMENT)
        assert example is not None
        start = time.thread_time()
        learning.learn(example)
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)


def _start() -> float:
    start = time.thread_time()
    Router.load()
    return round(time.thread_time() - start, 3)


def _memory() -> float:
    """Megabytes that a router with learning holds."""
    tracemalloc.start()
    router = Router.load().with_learning(bytes(16))
    router.route("", "lampu jalan mati")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round(held / 1_000_000, 1)


def _at(times: Sequence[float], share: float) -> float:
    return round(times[min(len(times) - 1, int(share * len(times)))], 3)
