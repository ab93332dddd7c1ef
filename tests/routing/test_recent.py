"""What was worked out of late is not worked out again, and never outlives what it rests on."""

from dataclasses import replace

from bot.domain.sector import Sector
from bot.routing.recent import Recent
from bot.routing.router import Router

LAMP = "Lampu jalan mati sejak kemarin di Cibinong, Bogor"


def test_the_oldest_answer_goes_first() -> None:
    recent: Recent[int, int] = Recent(2)
    asked = []

    def twice(number: int) -> int:
        def work_out() -> int:
            asked.append(number)
            return number * 2

        return recent.get(number, work_out)

    answers = [twice(number) for number in (1, 2, 1, 3, 2, 1)]

    assert answers == [2, 4, 2, 6, 4, 2]
    assert asked == [1, 2, 3, 1]


def test_what_was_learned_counts_in_the_next_answer() -> None:
    router = Router.load().with_learning(b"a key for this test only")
    before = router.route("", LAMP)
    example = router.example("", LAMP, None, Sector.ELECTRICITY)
    assert example is not None

    router.learn(example)
    after = router.route("", LAMP)

    assert before.version != after.version


def test_a_changed_keyword_counts_in_the_next_answer() -> None:
    router = Router.load()
    before = router.route("", LAMP)
    words = [word for word in router.topics.lexicon.keywords if "lampu" in word.term]

    changed = router.with_keywords(tuple(replace(word, weight=0) for word in words)).route("", LAMP)

    assert before.best != changed.best
