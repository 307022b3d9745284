"""Writing rows: any text goes in as it is, lone surrogates too, which SQLite's own binding refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reconcile.store.connection import Database

Value = str | int | float | bytes | None


def insert(
    database: Database, table: str, rows: Iterable[Mapping[str, Value]], *, key: str | None = None
) -> None:
    """Adds rows, each a value by column; one whose ``key`` is there already is written over."""
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join(map(placeholder, row.values()))
        anew = ", ".join(f'"{name}" = excluded."{name}"' for name in row)
        otherwise = f" ON CONFLICT ({key}) DO UPDATE SET {anew}" if key else ""
        statement = f"INSERT INTO {table} ({names}) VALUES ({places}){otherwise}"
        database.execute(statement, bound(*row.values()))


def placeholder(value: Value) -> str:
    """What stands for ``value`` in a statement."""
    return "CAST(? AS TEXT)" if isinstance(value, str) else "?"


def bound(*values: Value) -> tuple[Value, ...]:
    """Values as they are bound: text as its UTF-8 bytes."""
    return tuple(v.encode("utf-8", "surrogatepass") if isinstance(v, str) else v for v in values)
