"""Write the server's first migration out of today's tables; only for as long as no release holds that schema.

.venv/bin/python tools/make_first_server_migration.py
"""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import MigrateOperation, UpgradeOps
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from engage_server.tables import metadata, records

TARGET = Path(__file__).resolve().parent.parent / "src/engage_server/migrations/r0001_first.py"
STEP = 8
HEADER = '''"""Make the tables of the first schema; written by tools/make_first_server_migration.py, frozen by the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")

'''


GUARD = '''def _guard() -> None:
    """On PostgreSQL, refuse every statement that changes records past the server's own way."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(
        "CREATE FUNCTION engage_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF current_setting('engage.op', true) IS DISTINCT FROM '1' THEN "
        "RAISE EXCEPTION 'records change through operations only'; END IF; RETURN NULL; END $$"
    )
    for name in GUARDED:
        op.execute(
            f'CREATE TRIGGER engage_guard BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{name}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION engage_guard()"
        )


'''
UPGRADE = '''def upgrade() -> None:
    """Make every table, empty, and guard the records."""
'''


def operations() -> list[MigrateOperation]:
    """Return what turns an empty database into today's tables."""
    engine = create_engine("sqlite+pysqlite://", module=dbapi2)
    with engine.connect() as connection:
        made = produce_migrations(MigrationContext.configure(connection), metadata)
    assert made.upgrade_ops is not None
    return list(made.upgrade_ops.ops)


def part(name: str, ops: list[MigrateOperation]) -> str:
    """Spell some of the operations as a function."""
    body = render_python_code(UpgradeOps(ops=ops), render_as_batch=False)
    lines = [line for line in body.splitlines() if not line.strip().startswith("#")]
    spelt = "\n".join(lines).replace("sa.Text().with_variant(sa.TEXT(collation='C'), 'postgresql')", "KEY")
    return f"def {name}() -> None:\n    {spelt.strip()}\n\n\n"


def source() -> str:
    """Spell the whole migration, in functions short enough to read."""
    ops = operations()
    parts = [ops[i : i + STEP] for i in range(0, len(ops), STEP)]
    names = [f"_part_{number}" for number in range(1, len(parts) + 1)]
    calls = "\n".join(f"    {name}()" for name in names)
    return (
        HEADER + "".join(map(part, names, parts)) + GUARD + guarded() + UPGRADE + calls + "\n    _guard()\n"
    )


def guarded() -> str:
    """Spell the names of the tables that only operations may change."""
    return f"GUARDED = {tuple(records)!r}\n\n\n"


def main() -> None:
    TARGET.write_text(source(), encoding="utf-8")
    ruff = str(Path(sysconfig.get_path("scripts")) / "ruff")
    subprocess.run([ruff, "format", "--quiet", str(TARGET)], check=True)
    subprocess.run([ruff, "check", "--quiet", "--fix", str(TARGET)], check=False)
    print(TARGET.name, len(TARGET.read_text(encoding="utf-8").splitlines()), "lines")


if __name__ == "__main__":
    main()
