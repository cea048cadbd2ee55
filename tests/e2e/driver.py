"""Reads and moves windows as a screen reader does; runs under Debian's own Python, which has `gi`.

One JSON object a line on stdin, one answer a line on stdout: `{"value": …}` or `{"error": …}`. A request is
`{"do": command, "pid": program, "patience": seconds, "target": {…}, …}`. Every command first waits until
exactly what it needs is on screen, and then acts once: what is pressed is never pressed twice.

A target names `role` and `name`, and if wanted `text`, `description`, `states` (`["enabled", "!checked"]`)
and `within` (the name of the window). Names and texts are exact, but for a `*` at either end.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, cast

import gi

gi.require_version("Atspi", "2.0")
import x11  # type: ignore[import-not-found] # noqa: E402 - found beside this script
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - the version comes first

Target = dict[str, Any]
SHORTEST, LONGEST = 0.05, 0.15  # seconds between two looks
ROLES = {"push button": "button"}  # at-spi2-core renamed it in 2.48
HOLDS_CELLS = {"table", "tree table", "tree", "list"}  # not searched: they may have thousands of rows
LABELLED = Atspi.RelationType.LABELLED_BY
PRESSES = ("Press", "Toggle", "press", "click")


class NotThereError(Exception):
    """What was asked for is not on screen (yet)."""


def main() -> None:
    """Answer until the input ends."""
    # A program that is busy for a while is not gone; the default patience is 0.8 s.
    Atspi.set_timeout(10_000, 20_000)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"value": patiently(request)}
        except (NotThereError, GLib.Error) as error:
            answer = {"error": f"{error}\n{outline(request['pid'])}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def patiently(request: dict[str, Any]) -> object:
    """Wait for the target, then act."""
    ready = wait(request)
    act = COMMANDS.get(request["do"])
    return act(ready, request) if act else None


def wait(request: dict[str, Any]) -> Any:
    """Look until the command can be done."""
    deadline = time.monotonic() + request["patience"]
    look = CONDITIONS.get(request["do"], find)
    while True:
        began = time.monotonic()
        try:
            return look(request)
        except (NotThereError, GLib.Error):
            if time.monotonic() > deadline:
                raise
            # A look keeps the program busy, too, which has better things to do.
            time.sleep(min(max(SHORTEST, 2 * (time.monotonic() - began)), LONGEST))


def find(request: dict[str, Any]) -> Any:
    """The first thing on screen that matches."""
    target = request["target"]
    for window in windows(request["pid"]):
        if not matches_pattern(window.get_name() or "", target.get("within") or "*"):
            continue
        for thing in walk(window):
            if matches(thing, target):
                return thing
    raise NotThereError(f"not on screen: {target}")


def gone(request: dict[str, Any]) -> None:
    """Nothing matches any more."""
    try:
        find(request)
    except NotThereError:
        return
    raise NotThereError(f"still there: {request['target']}")


def enough_rows(request: dict[str, Any]) -> None:
    """So many rows of a table have the text in the column."""
    rows = read_table(find(request), request)
    count = sum(matches_pattern(row[request["column"]], request["text"]) for row in rows)
    if count != request["count"]:
        raise NotThereError(f"{count} rows of {request['count']} with {request['text']!r} in {rows}")


def bus_name(request: dict[str, Any]) -> None:
    """A service has come up on the session bus."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    asks = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner")
    name = GLib.Variant("(s)", (request["name"],))
    if not bus.call_sync(*asks, name, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]:
        raise NotThereError(f"no {request['name']} on the session bus")


def windows(pid: int) -> Iterator[Any]:
    """The program's windows and dialogs, the latest first: what is on top is what is meant."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for program in children(desktop):
        if program.get_process_id() == pid:
            # What is remembered is corrected by events that only a running main loop would see.
            program.set_cache_mask(Atspi.Cache.NONE)
            yield from reversed(list(children(program)))


def children(thing: Any) -> Iterator[Any]:
    for index in range(thing.get_child_count()):
        if (child := thing.get_child_at_index(index)) is not None:
            yield child


def walk(thing: Any) -> Iterator[Any]:
    """Everything that shows, parents first, without the cells of tables."""
    if not thing.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield thing
    if role_of(thing) not in HOLDS_CELLS:
        for child in children(thing):
            yield from walk(child)


def matches(thing: Any, target: Target) -> bool:
    """Role and name are looked at first, because every look is a message to the program."""
    return (
        matches_pattern(role_of(thing), target.get("role", "*"))
        and matches_pattern(thing.get_name() or "", target.get("name", "*"))
        and ("text" not in target or matches_pattern(text_of(thing), target["text"]))
        and (
            "description" not in target
            or matches_pattern(thing.get_description() or "", target["description"])
        )
        and ("states" not in target or has_states(thing, target["states"]))
    )


def has_states(thing: Any, wanted: list[str]) -> bool:
    states = states_of(thing)
    return all((state.lstrip("!") in states) != state.startswith("!") for state in wanted)


def matches_pattern(text: str, pattern: str) -> bool:
    """Exact, but for a `*` at either end."""
    core = pattern.strip("*")
    if pattern.startswith("*") and pattern.endswith("*"):
        return core in text
    if pattern.endswith("*"):
        return text.startswith(core)
    return text.endswith(core) if pattern.startswith("*") else text == core


def role_of(thing: Any) -> str:
    name = str(thing.get_role_name())
    return ROLES.get(name, name)


def text_of(thing: Any) -> str:
    """What it says: its text if it holds one, else its name."""
    text = thing.get_text_iface()
    if text is None:
        return thing.get_name() or ""
    return cast("str", Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))


def states_of(thing: Any) -> set[str]:
    return {state.value_nick for state in thing.get_state_set().get_states()}


def describe(thing: Any, _request: dict[str, Any]) -> dict[str, Any]:
    return {
        "role": role_of(thing),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "text": text_of(thing),
        "states": sorted(states_of(thing)),
        "actions": actions_of(thing),
        "labels": labels_of(thing),
        "extents": extents_of(thing),
    }


def extents_of(thing: Any) -> list[int]:
    """Left, top, width and height on the screen, in px."""
    extents = Atspi.Component.get_extents(thing.get_component_iface(), Atspi.CoordType.SCREEN)
    return [extents.x, extents.y, extents.width, extents.height]


def everything(thing: Any, request: dict[str, Any]) -> list[dict[str, Any]]:
    """All that shows in a window, parents first, in the order in which it is read."""
    return [describe(part, request) for part in walk(thing)]


def tab_round(window: Any, request: dict[str, Any]) -> list[dict[str, Any]]:
    """Press Tab until the keyboard comes round; what had it, in that order, and where it was `seen` then."""
    stops = [thing for thing in walk(window) if "focusable" in states_of(thing)]
    deadline = time.monotonic() + request["patience"]
    order: list[Any] = []
    seen: list[list[int]] = []
    now = next((thing for thing in stops if "focused" in states_of(thing)), None)
    while now not in order:
        if now is not None:
            order.append(now)
            seen.append(extents_of(now))
        before = now
        x11.press_keys(os.environ["DISPLAY"], "Tab")
        while now is before:
            if time.monotonic() > deadline:
                names = [(role_of(thing), thing.get_name()) for thing in order]
                raise NotThereError(f"the keyboard goes to nothing that shows, after {names}")
            if before is None or "focused" not in states_of(before):
                # The next one first: each question is a message to the program.
                likely = 0 if before is None else stops.index(before) + 1
                rest = stops[likely:] + stops[:likely]
                now = next((thing for thing in rest if "focused" in states_of(thing)), before)
    return [describe(thing, request) | {"seen": at} for thing, at in zip(order, seen, strict=True)]


def actions_of(thing: Any) -> list[str]:
    action = thing.get_action_iface()
    if action is None:
        return []
    return [
        Atspi.Action.get_action_name(action, index) for index in range(Atspi.Action.get_n_actions(action))
    ]


def labels_of(thing: Any) -> list[str]:
    """The names of what labels it: a combo box's own name is what is chosen in it."""
    labels = [link for link in thing.get_relation_set() if link.get_relation_type() == LABELLED]
    return [link.get_target(at).get_name() for link in labels for at in range(link.get_n_targets())]


def press(thing: Any, request: dict[str, Any]) -> None:
    """Do the thing's main action, or the one that was named."""
    if "enabled" not in states_of(thing):
        raise NotThereError(f"disabled: {request['target']}")
    possible = actions_of(thing)
    wanted = [name for name in request.get("actions") or PRESSES if name in possible]
    if not wanted:
        raise NotThereError(f"{request['target']} can do {possible}")
    Atspi.Action.do_action(thing.get_action_iface(), possible.index(wanted[0]))


def write(thing: Any, request: dict[str, Any]) -> None:
    """Replace the whole text."""
    editable = thing.get_editable_text_iface()
    if editable is None or not Atspi.EditableText.set_text_contents(editable, request["text"]):
        raise NotThereError(f"cannot be written to: {request['target']}")


def focus(thing: Any, request: dict[str, Any]) -> None:
    """Give it the keyboard."""
    component = thing.get_component_iface()
    if component is None or not Atspi.Component.grab_focus(component):
        raise NotThereError(f"takes no focus: {request['target']}")


def read_table(thing: Any, _request: dict[str, Any]) -> list[dict[str, str]]:
    """Each row as column title to cell text."""
    table = thing.get_table_iface()
    columns = range(Atspi.Table.get_n_columns(table))
    headers = [Atspi.Table.get_column_header(table, column) for column in columns]
    if None in headers:
        raise NotThereError("the table is only just being made")
    titles = [header.get_name() for header in headers]
    rows = [
        [Atspi.Table.get_accessible_at(table, row, column) for column in columns]
        for row in range(Atspi.Table.get_n_rows(table))
    ]
    if any(None in cells for cells in rows):
        raise NotThereError("a row is only just going or coming")
    return [
        {title: cell.get_name() or "" for title, cell in zip(titles, cells, strict=True)} for cells in rows
    ]


def select_row(thing: Any, request: dict[str, Any]) -> None:
    """Select this row and no other."""
    table = thing.get_table_iface()
    for row in range(Atspi.Table.get_n_rows(table)):
        if row != request["row"] and Atspi.Table.is_row_selected(table, row):
            Atspi.Table.remove_row_selection(table, row)
    if not Atspi.Table.add_row_selection(table, request["row"]):
        raise NotThereError(f"row {request['row']} cannot be selected in {request['target']}")


def outline(pid: int) -> str:
    """What is on screen, for the report of a failure."""
    try:
        lines = [
            f"  {role_of(thing)} {thing.get_name()!r} {text_of(thing)[:80]!r} {sorted(states_of(thing))}"
            for window in windows(pid)
            for thing in walk(window)
        ]
    except GLib.Error as error:
        return f"(the window does not answer: {error})"
    return "on screen:\n" + ("\n".join(lines) or "  nothing")


CONDITIONS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "gone": gone,
    "rows": enough_rows,
    "bus name": bus_name,
}
COMMANDS: dict[str, Callable[[Any, dict[str, Any]], object]] = {
    "find": describe,
    "all": everything,
    "tab round": tab_round,
    "press": press,
    "write": write,
    "focus": focus,
    "table": read_table,
    "select": select_row,
}

if __name__ == "__main__":
    main()
