"""Leaves out of a transcript what is there or not by chance."""

import re

_PASSING = ("· sedang dikirim", "· being sent")


def without_passing_states(transcript: str) -> str:
    """Drop the edits of a card that say "being sent": often the next one has overtaken them."""
    blocks = re.split(r"\n(?=\S)", transcript)
    kept = [
        block
        for block in blocks
        if not (block.startswith("Bot (") and any(mark in block for mark in _PASSING))
    ]
    return "\n".join(kept)
