"""The journal's tables, as numbered steps that lead from an empty file to today's form.

A step that has been published is never changed: a new one is added. The number of steps done is kept in the
file's `user_version`.
"""

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], list[Any]]
"""Carries out a statement and returns its rows."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `number` keeps the order in which records came; the computer's clock may have been set back since.
        """
        CREATE TABLE models (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            created_at REAL NOT NULL,
            session_id TEXT NOT NULL,
            model_ref TEXT NOT NULL,
            finished_at REAL,
            problem TEXT,
            archived INTEGER NOT NULL
        ) STRICT
        """,
        # References are looked at when a transaction ends, so that its records may come in any order.
        """
        CREATE TABLE songs (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            model_id TEXT NOT NULL
                REFERENCES models (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            link TEXT NOT NULL,
            pasted TEXT NOT NULL,
            title TEXT NOT NULL,
            state TEXT NOT NULL,
            since REAL NOT NULL,
            task_id TEXT NOT NULL,
            clip_id TEXT NOT NULL,
            chosen INTEGER NOT NULL,
            problem TEXT,
            size INTEGER,
            duration REAL,
            expires_at REAL
        ) STRICT
        """,
        "CREATE INDEX songs_of_model ON songs (model_id)",
        """
        CREATE TABLE presses (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            model_id TEXT NOT NULL
                REFERENCES models (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            pressed_at REAL NOT NULL,
            outcome TEXT NOT NULL,
            since REAL NOT NULL,
            name TEXT NOT NULL,
            clip_ids TEXT NOT NULL,
            credits_before REAL,
            task_id TEXT NOT NULL,
            problem TEXT
        ) STRICT
        """,
        "CREATE INDEX presses_of_model ON presses (model_id)",
        # However often the button is pressed, in however many windows: money is at stake once at a time.
        """
        CREATE UNIQUE INDEX one_live_press_per_model ON presses (model_id)
            WHERE outcome IN ('sending', 'training', 'unclear', 'ready')
        """,
    ),
    (
        "ALTER TABLE presses ADD COLUMN after_another INTEGER NOT NULL DEFAULT 0",
        """
        UPDATE presses SET after_another = 1 WHERE EXISTS (
            SELECT * FROM presses AS earlier
            WHERE earlier.model_id = presses.model_id AND earlier.number < presses.number
        )
        """,
        "ALTER TABLE songs ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0",
    ),
    ("ALTER TABLE songs ADD COLUMN named INTEGER NOT NULL DEFAULT 0",),
    ("ALTER TABLE presses ADD COLUMN clocks_agreed INTEGER NOT NULL DEFAULT 0",),
    (
        "ALTER TABLE songs ADD COLUMN file TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE songs ADD COLUMN file_size INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE songs ADD COLUMN file_modified INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE songs ADD COLUMN stored_in TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE songs ADD COLUMN stored_as TEXT NOT NULL DEFAULT ''",
    ),
    (
        """
        CREATE TABLE generations (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            model_id TEXT NOT NULL
                REFERENCES models (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            pressed_at REAL NOT NULL,
            state TEXT NOT NULL,
            since REAL NOT NULL,
            description TEXT NOT NULL,
            title TEXT NOT NULL,
            instrumental INTEGER NOT NULL,
            credits_before REAL,
            clocks_agreed INTEGER NOT NULL,
            task_id TEXT NOT NULL,
            songs TEXT NOT NULL,
            problem TEXT,
            hidden INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX generations_of_model ON generations (model_id)",
    ),
    (
        "ALTER TABLE models ADD COLUMN has_strays INTEGER NOT NULL DEFAULT 0",
        "UPDATE models SET has_strays = 1 WHERE session_id != ''",  # what was removed before is not known
    ),
    (
        """
        CREATE TABLE leftovers (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            stored_in TEXT NOT NULL,
            song_id TEXT NOT NULL
        ) STRICT
        """,
    ),
)


def form_of(ask: Ask) -> dict[str, str]:
    """Return the columns of each table, and the rule of each index."""
    columns = ask(
        "SELECT tables.name, group_concat(columns.name) FROM sqlite_master AS tables, "
        "pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' GROUP BY tables.name"
    )
    rules = ask("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    return dict(columns) | {name: " ".join(rule.split()) for name, rule in rules}
