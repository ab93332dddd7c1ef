"""The command that renews the pictures still gets through its story."""

from pathlib import Path

import pytest
from PIL import Image

from tests.pictures.taking import DESK, PHONE, take
from tests.pictures.training import take_training
from tests.support.browser import find_browser, running_browser


@pytest.fixture(scope="module")
def browser() -> str:
    path = find_browser()
    if path is None:
        pytest.skip("no picture is taken: no Chromium is installed (apt install chromium)")
    return path


async def test_a_report_its_answer_and_an_admins_choice_can_be_pictured(
    browser: str, tmp_path: Path
) -> None:
    with running_browser(browser) as devtools:
        taken = await take(devtools, tmp_path, tmp_path / "pictures")

    sizes = {}
    for path in taken:
        with Image.open(path) as picture:
            sizes[path.name] = picture.size
    assert sizes == {
        "phone-light.png": PHONE,
        "desk-light.png": DESK,
        "desk-dark.png": DESK,
        "phone-dark.png": PHONE,
    }


async def test_the_first_reports_of_the_training_can_be_pictured(
    browser: str, tmp_path: Path
) -> None:
    with running_browser(browser) as devtools:
        taken = await take_training(devtools, tmp_path, tmp_path)

    with Image.open(taken) as picture:
        assert picture.size == DESK


@pytest.mark.parametrize(
    "name", ["phone-light", "desk-light", "desk-dark", "phone-dark", "training-light"]
)
def test_each_picture_stands_ready_and_is_small(name: str) -> None:
    path = Path(__file__).parent / f"{name}.png"

    assert 5_000 < path.stat().st_size < 200_000
