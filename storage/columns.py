"""What every table is made of: whole numbers, text and sealed bytes, with their names in common."""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
SEALED = LargeBinary
MARK = LargeBinary

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[Any]:
    return Column("id", NUMBER, primary_key=True, autoincrement=True)


def to_column(name: str, target: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, NUMBER, ForeignKey(f"{target}.id"), nullable=nullable)


def number_column(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, NUMBER, nullable=nullable)


def text_column(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable)


def bytes_column(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, SEALED, nullable=nullable)
