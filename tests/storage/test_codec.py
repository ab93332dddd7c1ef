"""Payloads that are sealed whole keep every field."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draft import Draft
from bot.domain.happened import Happened
from bot.domain.people import ChatId, PersonId
from bot.domain.place import Pin, Place
from bot.domain.report import Attachment, Suggested
from bot.domain.step import Step, StepKind
from storage import codec

MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DEGREES = st.floats(-180, 180)
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(Pin, st.builds(Pin, DEGREES, DEGREES))
st.register_type_strategy(
    Suggested, st.builds(Suggested, confidence=st.floats(0, 1, allow_nan=False))
)


@given(st.from_type(Draft))
def test_a_draft_keeps_everything(draft: Draft) -> None:
    written = codec.dump(codec.draft_to_json(draft))

    assert codec.draft_from_json(codec.load(written)) == draft


@given(st.from_type(Step))
def test_an_open_question_keeps_everything(step: Step) -> None:
    written = codec.dump(codec.step_to_json(step))

    assert codec.step_from_json(codec.load(written)) == step


@given(st.from_type(Place), st.from_type(Happened), st.from_type(Suggested))
def test_place_day_and_suggestion_keep_everything(
    place: Place, happened: Happened, suggested: Suggested
) -> None:
    assert codec.place_from_json(codec.load(codec.dump(codec.place_to_json(place)))) == place
    assert (
        codec.happened_from_json(codec.load(codec.dump(codec.happened_to_json(happened))))
        == happened
    )
    assert (
        codec.suggested_from_json(codec.load(codec.dump(codec.suggested_to_json(suggested))))
        == suggested
    )


@given(st.lists(st.from_type(Attachment)).map(tuple))
def test_attachments_keep_everything(attachments: tuple[Attachment, ...]) -> None:
    assert codec.load_attachments(codec.dump_attachments(attachments)) == attachments


def test_a_draft_from_before_a_field_was_added_is_read_with_its_default() -> None:
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    old = {"reporter": 7, "begun_at": 1767571200000000, "changed_at": 1767571200000000}

    assert codec.draft_from_json(old) == Draft(PersonId(7), begun_at=moment, changed_at=moment)


def test_a_question_from_before_a_field_was_added_is_read_with_its_default() -> None:
    old = {"person": 7, "chat": -100, "kind": "when"}

    assert codec.step_from_json(old) == Step(PersonId(7), ChatId(-100), StepKind.WHEN)
