"""Every button there is: a tag that means one act for ever, and typed fields."""

from bot.ui.buttons import citizen, desk, office
from bot.ui.buttons.button import Button, StaleButton

BUTTONS: tuple[type[Button], ...] = (*citizen.BUTTONS, *office.BUTTONS, *desk.BUTTONS)
_BY_TAG = {button.tag: button for button in BUTTONS}


def read_button(data: str) -> Button:
    """Read callback data. Raises StaleButton for anything that is not a button of today."""
    tag, *parts = data.split(":")
    button = _BY_TAG.get(tag)
    if button is None:
        raise StaleButton(tag)
    return button.read(parts)
