"""Run by Alembic: on the connection that it is handed, or only writing the SQL down."""

from alembic import context

from storage.columns import metadata
from storage.migrations import PATIENCE


def on_connection() -> None:
    """Run every step inside one transaction, which SQLite allows for tables too."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def as_sql() -> None:
    """Write the SQL for a database administrator to run (`alembic upgrade --sql`)."""
    context.configure(
        url=context.config.get_main_option("sqlalchemy.url"),
        target_metadata=metadata,
        literal_binds=True,
    )
    with context.begin_transaction():
        if context.get_context().dialect.name == "postgresql":
            context.execute(PATIENCE)
        context.run_migrations()


if context.is_offline_mode():
    as_sql()
else:
    on_connection()
