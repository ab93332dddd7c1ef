"""The sandbox knows exactly the parameters that the Bot API knows."""

import pytest

from bot.sandbox.methods import METHODS
from bot.sandbox.methods.parameters import PARAMETERS, UNTAUGHT


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_method_takes_what_the_bot_api_documents(method: str) -> None:
    import aiogram.methods  # whoever collects the tests need not load it

    documented = getattr(aiogram.methods, method[0].upper() + method[1:])

    assert documented.__api_method__ == method
    assert set(PARAMETERS[method]) == set(documented.model_fields)


def test_every_taught_method_has_its_parameters_and_no_other_has() -> None:
    assert PARAMETERS.keys() == METHODS.keys()


def test_what_is_marked_as_not_taught_exists() -> None:
    known = set().union(*PARAMETERS.values())

    assert known >= UNTAUGHT
