"""The golden transcripts: what people read is what was read and found good."""

from pathlib import Path

import pytest

from bot.routing.router import Router
from tests.scenes.golden import LANGUAGES, SCENES, Scene, path_of, played

_SAME_LINES = pytest.mark.no_cover
"""In the second language a scene runs the lines that it has run in the first."""


@pytest.mark.parametrize(
    "language", [LANGUAGES[0], *(pytest.param(each, marks=_SAME_LINES) for each in LANGUAGES[1:])]
)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_a_scene_reads_as_it_was_found_good(
    scene: Scene, language: str, router: Router, tmp_path: Path
) -> None:
    golden = path_of(scene, language).read_text("utf-8")

    text = await played(scene, language, router, tmp_path)

    assert text == golden, "read it, then: python -m tests.scenes.golden"
