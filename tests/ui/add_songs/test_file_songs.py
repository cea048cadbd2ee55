"""Songs on this computer, dropped on the whole window and chosen in it; practice has a storage of its own."""

import http.server
import os
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.dialogs.no_storage import NoStorageDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.songs.table_model import Column
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, press, profile, running, until
from tests.links.sounds import flac, wav


@pytest.fixture
def album(tmp_path: Path) -> Path:
    album = tmp_path / "Album"
    (album / "cd2").mkdir(parents=True)
    for number, name in enumerate(("Dawn.wav", "Noon.WAV", "cd2/Dusk.wav"), start=1):
        (album / name).write_bytes(wav(2) + bytes(60_000 + number))
    (album / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0picture")
    return album


def _says(run: Run, words: str) -> bool:
    return words in run.window.toast.label.text()


async def _with_samples(run: Run) -> None:
    await until(lambda: run.count(SongState.READY) == 6, "the samples")


async def test_dropped_songs_go_their_whole_way(qapp: QApplication, tmp_path: Path, album: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([album / "Dawn.wav", album / "Noon.WAV", album / "cover.jpg"])
        await until(lambda: run.count(SongState.READY) == 8, "the two songs")
        added = run.songs()[-2:]
        assert [song.title for song in added] == ["Dawn", "Noon"]
        assert [song.file for song in added] == [str(album / "Dawn.wav"), str(album / "Noon.WAV")]
        said = run.window.toast.label.text()
        assert said.startswith("2 songs added.")
        assert "“cover.jpg”: The file is no song that can be used." in said
        run.controller.actions.upload()
        await until(lambda: run.count(SongState.UPLOADED) == 8, "all songs at Mountsea")


async def test_a_song_that_is_there_already_is_named(qapp: QApplication, tmp_path: Path, album: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([album / "Dawn.wav"])
        await until(lambda: len(run.songs()) == 7, "the song")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(album / "Dawn.wav"))])
        QGuiApplication.clipboard().setMimeData(data)
        run.window._paste()
        await until(lambda: "“Dawn” was there already" in run.window.toast.label.text(), "the words")
        assert len(run.songs()) == 7
        run.window.pasted.emit(str(album / "Noon.WAV"))
        await until(lambda: len(run.songs()) == 8, "the song whose path was pasted")


async def test_a_folder_is_counted_and_named_before_it_is_taken(
    qapp: QApplication, tmp_path: Path, album: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([album])
        question = await run.dialog(QuestionDialog)
        assert question.heading.text() == "Add 3 songs from “Album”?"
        assert "Dawn.wav\nNoon.WAV\nDusk.wav" in question._text.text()
        press(question.cancel)
        await run.closed(question)
        assert len(run.songs()) == 6
        run.window.files_given.emit([album])
        press((await run.dialog(QuestionDialog)).yes)
        await until(lambda: len(run.songs()) == 9, "the songs of the folder")
        (tmp_path / "Empty").mkdir()
        run.window.files_given.emit([tmp_path / "Empty"])
        await until(lambda: "no song in the folder “Empty”" in run.window.toast.label.text(), "the words")


async def test_files_are_chosen(
    qapp: QApplication, tmp_path: Path, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def chosen(_title: str) -> list[Path]:
        return [album / "Dawn.wav"]

    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        monkeypatch.setattr(run.controller.importer._files, "choose", chosen)
        press(run.page.files)
        await until(lambda: len(run.songs()) == 7, "the chosen song")


async def test_another_file_is_chosen_for_a_song_and_that_is_taken_back(
    qapp: QApplication, tmp_path: Path, album: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([album / "Dawn.wav", album / "Noon.WAV"])
        await until(lambda: run.count(SongState.READY) == 8, "the two songs")
        run.page.view.go_to(6)
        for name, said in (("Noon.WAV", "“Noon” was there already"), ("cd2/Dusk.wav", "“Dawn” was given")):
            QTest.keyClick(run.page.view, Qt.Key.Key_Return)
            dialog = await run.dialog(QFileDialog)
            dialog.fileSelected.emit(str(album / name))
            dialog.done(QFileDialog.DialogCode.Accepted)
            await until(partial(_says, run, said), said)
        await until(lambda: run.songs()[6].title == "Dusk", "the other file")
        assert run.songs()[6].file == str(album / "cd2/Dusk.wav")
        await until(lambda: run.count(SongState.READY) == 8, "the other file in the storage")
        press(run.window.toast.button)
        await until(lambda: run.songs()[6].title == "Dawn", "the first file")


async def test_pausing_and_going_on_in_the_row(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    with path.open("wb") as file:
        file.write(wav(2))
        file.truncate(1024**3)  # sparse; it takes a second of practice's time
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([path])
        await until(lambda: run.count(SongState.FILE_SENDING) == 1, "the song on its way")
        song = run.songs()[-1]
        await until(lambda: run.page.table._sent.get(song.id), "how far it is")
        run.controller.actions.pause([song.id])
        await until(lambda: run.count(SongState.FILE_PAUSED) == 1, "the pause")
        run.controller.actions.go_on([song.id])
        await until(lambda: run.count(SongState.READY) == 7, "the song in the storage")


async def test_without_a_storage_it_is_said_what_is_missing(
    qapp: QApplication, tmp_path: Path, album: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.files_given.emit([album / "Dawn.wav", album / "Noon.WAV"])
        dialog = await run.dialog(NoStorageDialog)
        assert dialog._missing.text().startswith("2 songs are on this computer.")
        press(dialog.directly)
        assert "s3:PutObject" in dialog.text.toPlainText()
        press(dialog.copy)
        assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
        press(dialog.paste)
        box = await run.dialog(LinksDialog)
        box.reject()
        await run.closed(box)
        assert not run.songs(), "no row that could go nowhere"
        run.window.choose_files_wanted.emit()
        (await run.dialog(NoStorageDialog)).reject()
        # What is no song at all needs no storage.
        run.window.files_given.emit([album / "cover.jpg"])
        await until(lambda: "cover.jpg" in run.window.toast.label.text(), "the words")


async def test_a_name_that_is_no_text_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/take\xff.flac"))
    try:
        path.write_bytes(flac(90))
    except OSError:
        pytest.skip("no such names here")
    async with running(qapp, profile(tmp_path)) as run:
        await _with_samples(run)
        run.window.files_given.emit([path])
        await until(lambda: "cannot be read" in run.window.toast.label.text(), "the words")


@pytest.fixture
def answers(request: pytest.FixtureRequest) -> Iterator[str]:
    """A storage that says the same to everybody; the first line of its answer is the test's."""
    status, code = request.param
    body = f"<Error><Code>{code}</Code></Error>".encode()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((403, "SignatureDoesNotMatch"), "Needs attention: The storage does not accept the key."),
        ((403, "AccessDenied"), "Needs attention: The key may not put songs into the storage."),
        ((404, "NoSuchBucket"), "Needs attention: The storage has no such bucket."),
        ((507, ""), "Needs attention: The storage is full."),
        ((403, "RequestTimeTooSkewed"), "Needs attention: The storage refused it because"),
        ((400, "AuthorizationHeaderMalformed"), "Needs attention: The bucket is elsewhere."),
        ((503, "SlowDown"), "Waiting to be sent to the storage: The storage has trouble of its own."),
    ],
    indirect=["answers"],
)
async def test_each_trouble_of_a_storage_has_its_sentence_in_the_row(
    qapp: QApplication, tmp_path: Path, album: Path, gateway: FaultGateway, answers: str, said: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret", "utf-8")
    settings = Settings(
        storage_kind=StorageKind.S3,
        storage_endpoint=answers,
        storage_bucket="songs",
        storage_key_id="key",
        storage_secret_file=str(secret),
    )
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.program.song_storage.use(settings)
        run.window.files_given.emit([album / "Dawn.wav"])
        table = run.page.table
        await until(lambda: run.songs() and str(table.index(0, Column.STATUS).data()).startswith(said), said)
        run.window.page.view.selectRow(0)
        if "Needs attention" in said:
            assert "Retry" in {
                action.text() for action in run.page.actions_for_songs.all() if action.isVisible()
            }
