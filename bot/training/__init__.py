"""The training: ten made-up reports, worked on in the demo, and a trainer who looks on.

The reports and what is wanted of each stand in `course.toml`, the trainer's sentences in the texts.
Whoever learns works in the real chats. The trainer reads the report's history, says what was right
or what to try instead, and what the reporter has read of it.
"""
