"""The golden transcripts: what people read is what was read and found good."""

from pathlib import Path

import pytest

from bot.routing.router import Router
from tests.scenes.golden import LANGUAGES, SCENES, Scene, path_of, played


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_a_scene_reads_as_it_was_found_good(
    scene: Scene, language: str, router: Router, tmp_path: Path
) -> None:
    golden = path_of(scene, language).read_text("utf-8")

    text = await played(scene, language, router, tmp_path)

    assert text == golden, "read it, then: python -m tests.scenes.golden"
