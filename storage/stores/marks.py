"""What a chat looks like in the tables: a sealed number, and a mark to find it by."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, ClauseElement, ColumnElement, any_, bindparam, func
from sqlalchemy.dialects.postgresql import ARRAY

from bot.domain.people import ChatId
from storage.leases import SHARDS
from storage.seal import Seal


def chat_mark(seal: Seal, chat: ChatId) -> bytes:
    """One mark for a chat in every table, so that a migrated group is found everywhere."""
    return seal.fingerprint(str(chat), "chat")


def seal_chat(seal: Seal, chat: ChatId, bound_to: str) -> bytes:
    """Raises TypeError for what is no number: nobody could ever read that row again."""
    if not isinstance(chat, int):
        raise TypeError("a chat is a number")
    return seal.seal(str(chat).encode(), bound_to)


def open_chat(seal: Seal, sealed: bytes, bound_to: str) -> ChatId:
    return ChatId(int(seal.open(sealed, bound_to)))


def of_shards(
    everywhere: ClauseElement,
    in_some: ClauseElement,
    values: Mapping[str, Any],
    shards: Sequence[int] | None,
) -> tuple[ClauseElement, Mapping[str, Any]]:
    """What to ask, with its values: everywhere, or in these shards alone."""
    if shards is None:
        return everywhere, values
    return in_some, {**values, "shards": list(shards)}


def in_shards(mark: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a mark lies in one of `:shards`, as `shard_of` counts them; PostgreSQL alone."""
    shard = func.get_byte(mark, 0, type_=BigInteger) % SHARDS
    return shard == any_(bindparam("shards", type_=ARRAY(BigInteger)))
