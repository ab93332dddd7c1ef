"""Bringing a database up to this program's tables, and making sure that the key fits it.

All of it is blocking and for a thread. The key is looked at first: a wrong one changes nothing.
The tables of the next release are worked on as they are, for as long as an update takes; those of
a later one are refused.
"""

import hmac
import sqlite3
from contextlib import closing
from pathlib import Path

import structlog
from sqlalchemy import (
    NullPool,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    make_url,
    select,
)
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import DatabaseError, DBAPIError

from storage.errors import DatabaseBusy, UnfitDatabase, WrongKey
from storage.migrations import HEAD, OLDEST, PATIENCE
from storage.own_tables import oldest_program, sealing
from storage.seal import Seal

_MIGRATIONS = Path(__file__).parent / "migrations"
_PROBE = "lapor-bot"
_SINCE_ERASING = "0014"
"""Before this step SQLite did not overwrite the pages that it gave back."""
_ONE_AT_A_TIME = 5_470_150
_NEWER = (
    "This database was written by a newer lapor-bot (its tables are at {at}, ours at {ours}): "
    "install that version or a newer one."
)
_HELD = "55P03"
"""PostgreSQL's code for a lock that was waited for in vain."""
_WAIT_FOR_OTHERS = (
    "The tables cannot be brought up to date while somebody reads them for long, as pg_dump does: "
    "start lapor-bot again when that is done. Nothing was changed."
)


async def prepare_server(url: str, seal: Seal | None) -> str | None:
    """Do the same to a database of PostgreSQL; who comes at the same time waits.

    Raises WrongKey or UnfitDatabase, and DatabaseBusy where somebody holds a table for long.
    """
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            await connection.exec_driver_sql(PATIENCE)
            return _if_newer(await connection.run_sync(_bring_up, seal))
    except (DBAPIError, OSError) as error:
        if getattr(getattr(error, "orig", None), "sqlstate", None) == _HELD:
            raise DatabaseBusy(_WAIT_FOR_OTHERS) from error
        raise UnfitDatabase(f"{make_url(url).render_as_string()}: {error}") from error
    finally:
        await engine.dispose()


def prepare(path: Path, seal: Seal | None) -> str | None:
    """Check the key, migrate to the newest tables, and remember the key of a new database.

    Gives the step of the tables where a newer program has brought them there, as this one works on
    for the time of an update.
    Raises WrongKey, also where no key is given; UnfitDatabase where the file is no database of
    ours or was written by a newer program.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    event.listen(engine, "connect", _no_hidden_transactions)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            before = _bring_up(connection, seal)
        if before is not None and before < _SINCE_ERASING:
            with closing(sqlite3.connect(path)) as driver:
                driver.execute("VACUUM")
        return _if_newer(before)
    except DatabaseError as error:
        raise UnfitDatabase(f"{path}: {error.orig}") from error
    finally:
        engine.dispose()


def _bring_up(connection: Connection, seal: Seal | None) -> str | None:
    """Say which step the tables stood at."""
    _check_key(connection, seal)
    before = _step_of(connection)
    if before is not None and before > HEAD:
        _require_old_enough(connection, before)
    elif before != HEAD:
        _migrate(connection, before)
    if before is None or before <= HEAD:
        _remember_oldest(connection)
    _remember_key(connection, seal)
    return before


def _if_newer(step: str | None) -> str | None:
    return step if step is not None and step > HEAD else None


def _no_hidden_transactions(driver: sqlite3.Connection, _: object) -> None:
    """Python's driver would commit before it makes a table, and a kill would leave half of them."""
    driver.isolation_level = None
    driver.execute("PRAGMA busy_timeout = 5000")
    driver.execute("PRAGMA synchronous = FULL")
    driver.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check_key(connection: Connection, seal: Seal | None) -> None:
    if seal is None:
        raise WrongKey("no key is given")
    if not inspect(connection).has_table(sealing.name):
        return
    known = connection.execute(select(sealing.c.key_mark)).scalar()
    if known is not None and not hmac.compare_digest(known, _mark(seal)):
        raise WrongKey("this database is sealed with another key")


def _remember_key(connection: Connection, seal: Seal | None) -> None:
    if seal is not None and connection.execute(select(sealing.c.id)).first() is None:
        connection.execute(insert(sealing).values(key_mark=_mark(seal)))


def _mark(seal: Seal) -> bytes:
    return seal.fingerprint(_PROBE, "sealing.key_mark")


def _step_of(connection: Connection) -> str | None:
    """The step that the tables stand at; None for a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _require_old_enough(connection: Connection, at: str) -> None:
    """Go on, and say so, only where the newer program has left us room."""
    oldest = None
    if inspect(connection).has_table(oldest_program.name):
        oldest = connection.execute(select(oldest_program.c.step)).scalar()
    if oldest is None or oldest > HEAD:
        raise UnfitDatabase(_NEWER.format(at=at, ours=HEAD))
    structlog.get_logger("storage").warning(
        "older_than_the_database",
        tables=at,
        ours=HEAD,
        next="it works for the time of an update: install the newer lapor-bot here too",
    )


def _remember_oldest(connection: Connection) -> None:
    if connection.execute(select(oldest_program.c.step)).scalar() != OLDEST:
        connection.execute(delete(oldest_program))
        connection.execute(insert(oldest_program).values(step=OLDEST))


def _migrate(connection: Connection, at: str | None) -> None:
    """Bring the tables up to date.

    Alembic is only imported where there is something to do: it costs a start 0.3 seconds.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        if at is not None:
            ScriptDirectory.from_config(config).get_revision(at)
        command.upgrade(config, "head")
    except CommandError as error:
        raise UnfitDatabase(_NEWER.format(at=at, ours=HEAD)) from error
