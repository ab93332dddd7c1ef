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


def toasts_after_presses(transcript: str) -> str:
    """Put what the small window said in one chat right after its press: an edit may overtake it."""
    blocks: list[str] = []
    pressed = 0
    for block in re.split(r"\n(?=\S)", transcript):
        if re.match(r"Bot › .+: \(", block):
            blocks.insert(pressed, block)
            pressed += 1
            continue
        blocks.append(block)
        if re.match(r"\S.* › \[", block):
            pressed = len(blocks)
    return "\n".join(blocks)
