"""Songs made with a model for the window's tests, and the way of a model that is finished."""

from mountsea_desktop.ui.custom_models.songs_made import Row
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.make_song import MakeSongDialog
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import Run, press, until

SOUND = ("https://a.example/1.mp3",)


def made(count: int) -> tuple[MadeSong, ...]:
    """So many songs that are kept."""
    return tuple(
        MadeSong(clip_id=f"clip{number}", addresses=SOUND, file=f"Sea {number}.wav", duration=8.0)
        for number in range(1, count + 1)
    )


def generation(
    state: GenerationState = GenerationState.READY,
    *,
    number: int = 1,
    songs: tuple[MadeSong, ...] = (),
    problem: Problem | None = None,
    hidden: bool = False,
) -> Generation:
    """An order for songs, and what became of it."""
    return Generation(
        id=f"order{number}",
        model_id="model1",
        confirmed_at=float(number),
        state=state,
        since=1_000.0,
        description="the sea",
        task_id="task",
        songs=songs,
        problem=problem,
        hidden=hidden,
    )


async def finish_model(run: Run) -> None:
    """From six links that are there to a finished model."""
    await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
    press(run.page.upload)
    await until(run.page.bar.button.isEnabled, "the sixth song")
    press(run.page.bar.button)
    dialog = await run.dialog(ConfirmDialog)
    dialog.rights.click()
    await until(dialog.spend.isEnabled, "the balance")
    press(dialog.spend)
    await until(run.page.attempt.hear.isVisible, "the finished model")


async def order(run: Run, description: str = "A song about the sea") -> None:
    """Have a song made."""
    press(run.page.attempt.hear)
    dialog = await run.dialog(MakeSongDialog)
    dialog.description.setPlainText(description)
    await until(dialog.make.isEnabled, "the balance")
    press(dialog.make)
    await run.closed(dialog)


async def kept(run: Run) -> Row:
    """The selected made song, once it is on this computer."""
    await until(lambda: (row := run.page.songs_made.row()) is not None and bool(row.file), "a made song")
    row = run.page.songs_made.row()
    assert row is not None
    return row
