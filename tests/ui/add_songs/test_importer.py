"""Pasting, dropping and importing through the whole window; more of it in test_actions and test_session."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import at, press, profile, running, until

LINKS = "https://practice.example/songs/{}.mp3"


async def test_songs_go_where_the_person_was_when_they_were_pasted(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        first = run.controller.actions.model_id
        run.controller.importer.add_text(LINKS.format("seventh"))
        press(run.window.sidebar.new)
        await until(lambda: run.controller.actions.model_id != first, "the other model")
        assert run.app_run.program is not None
        job = run.app_run.program.job
        await until(lambda: len(job.songs(first)) == 7, "the seventh song")
        assert job.songs(run.controller.actions.model_id) == []


async def test_a_list_is_read_and_added(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "songs.m3u"
    file.write_text(f"#EXTM3U\n#EXTINF:1,Dawn\n{LINKS.format('dawn')}\n")
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.files_given.emit([file])
        await until(lambda: len(run.songs()) == 7, "the song of the list")
        assert run.songs()[-1].link == LINKS.format("dawn")


async def test_what_is_no_list_is_said(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "project.zip"
    file.write_bytes(b"PK\x03\x04" + bytes(500))
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.files_given.emit([file])
        await until(lambda: "project.zip" in run.window.toast.label.text(), "the words")
        assert "The file is no song that can be used." in run.window.toast.label.text()
        assert len(run.songs()) == 6


async def test_a_list_can_be_put_into_the_link_dialog(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "songs.txt"
    file.write_text(LINKS.format("ninth"))
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")

        async def chosen(_parent: object) -> Path:
            await asyncio.sleep(0)
            return file

        monkeypatch.setattr(run.controller.importer, "_choose", chosen)
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.setPlainText(LINKS.format("eighth"))
        press(dialog.import_list)
        await until(lambda: len(dialog.found) == 2, "both links")
        press(dialog.add)
        await until(lambda: len(run.songs()) == 8, "both songs")


async def test_a_finished_model_takes_no_more_songs_but_a_new_one_does(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        await run.spend()
        await until(run.page.attempt.identifier.isVisible, "the model")
        finished = run.controller.actions.model_id
        run.window.pasted.emit(LINKS.format("late"))
        await until(lambda: run.controller.actions.model_id != finished, "another model")
        await until(lambda: len(run.songs()) == 1, "the late song")
        assert "went into a new one" in run.window.toast.label.text()
        assert run.app_run.program is not None
        assert len(run.app_run.program.job.songs(finished)) == 6


async def test_what_was_added_is_taken_back_by_the_usual_key(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(LINKS.format("wrong"))
        await until(lambda: len(run.songs()) == 7, "the song")
        await until(run.window.toast.isVisible, "the way back")
        run.window.undo_wanted.emit()
        await until(lambda: len(run.songs()) == 6, "the end of the song")
        run.window.undo_wanted.emit()  # there is nothing more to take back
        assert len(run.songs()) == 6


def songs(*numbers: int) -> str:
    return "\n".join(LINKS.format(number) for number in numbers)


async def test_two_lists_at_once_are_one_list(qapp: QApplication, tmp_path: Path) -> None:
    lists = [tmp_path / "a.txt", tmp_path / "b.csv"]
    lists[0].write_text(songs(1, 2, 3))
    lists[1].write_text("Link\n" + songs(2, 3, 4))
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.files_given.emit(lists)
        await until(lambda: len(run.songs()) == 10, "four songs")
        said = run.window.toast.label.text()
        assert said.startswith("4 songs added. 2 were there already and were left out.")
        assert [song.id for song in run.page.view.songs()] == [song.id for song in run.songs()[6:]]
        run.window.undo_wanted.emit()
        await until(lambda: len(run.songs()) == 6, "all four taken back")


async def test_two_pastes_in_a_row_know_of_each_other(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(songs(1, 2))
        run.window.pasted.emit(songs(1, 2, 3))
        await until(lambda: len(run.songs()) == 9, "three songs")
        await until(lambda: "1 song added" in run.window.toast.label.text(), "the second message")
        assert len({song.link for song in run.songs()}) == 9


async def test_what_did_not_become_a_row_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(f"hello\n{songs(1)}\nthanks!\n{run.songs()[0].link}")
        await until(run.window.toast.isVisible, "the message")
        said = run.window.toast.label.text()
        assert said.startswith("1 song added.")
        assert f"“{run.songs()[0].title}” was there already and was left out." in said
        assert "2 lines had no link." in said


async def test_what_cannot_work_as_it_is_is_told_when_it_is_added(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(f"{songs(1)}\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ")
        await until(lambda: "2 songs added" in run.window.toast.label.text(), "the message")
        assert "1 cannot work yet; the list says why." in run.window.toast.label.text()


async def test_what_was_typed_into_the_link_dialog_survives_escape(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.setPlainText(songs(1, 2))
        dialog.reject()
        await run.closed(dialog)
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        assert dialog.text == songs(1, 2)
        press(dialog.add)
        await until(lambda: len(run.songs()) == 8, "both songs")
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        assert dialog.text == ""
        dialog.reject()
        await run.closed(dialog)


async def test_a_table_dropped_on_the_link_dialog_is_read_as_one(qapp: QApplication, tmp_path: Path) -> None:
    table = tmp_path / "songs.csv"
    table.write_text(f"Title;Link;Year\nDawn;{LINKS.format(1)};2020\n")
    async with running(qapp, profile(tmp_path)) as run:
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.files_given.emit([table])
        await until(lambda: len(dialog.found) == 1, "the link")
        assert dialog.found[0].link == LINKS.format(1)
        dialog.reject()
        await run.closed(dialog)


async def test_a_list_in_the_link_dialog_keeps_its_names_and_says_what_it_leaves_out(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mountsea_desktop.links.extract.LINKS_LIMIT", 3)
    lists = [tmp_path / "songs.m3u", tmp_path / "songs.txt"]
    lists[0].write_text(f'#EXTM3U\n#EXTINF:1,Artist - "Dawn", live\n{LINKS.format(1)}\n{LINKS.format(2)}\n')
    lists[1].write_text(songs(2, 3, 4, 5))
    async with running(qapp, profile(tmp_path)) as run:
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.files_given.emit(lists[:1])
        await until(lambda: len(dialog.found) == 2 and not dialog._reader.busy, "the links of the first list")
        assert not dialog.cut_short
        assert [(one.title, one.has_own_title) for one in dialog.found] == [
            ('Artist - "Dawn", live', True),
            ("2", False),
        ]
        dialog.field.setPlainText("")
        dialog.field.files_given.emit(lists[1:])
        await until(lambda: "Only the first" in dialog._summary.text(), "the links of the second list")
        assert len(dialog.found) == 3
        dialog.reject()
        await run.closed(dialog)


async def test_a_draft_outlives_a_paste_without_links(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.setPlainText(songs(1, 2))
        dialog.reject()
        await run.closed(dialog)
        for typed, kept in (("", songs(1, 2)), (songs(3), f"{songs(1, 2)}\nhello\n{songs(3)}")):
            run.window.pasted.emit("hello")
            dialog = await run.dialog(LinksDialog)
            assert dialog.text == f"{songs(1, 2)}\nhello"
            if typed:
                dialog.add_text(typed)
            dialog.reject()
            await run.closed(dialog)
            run.controller.importer.open_links_dialog()
            dialog = await run.dialog(LinksDialog)
            assert dialog.text == kept
            dialog.reject()
            await run.closed(dialog)


async def test_what_was_sent_meanwhile_is_not_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(songs(1))
        await until(lambda: run.count(SongState.READY) == 7, "one more")
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 7, "the uploads")
        run.window.undo_wanted.emit()
        await until(lambda: "no longer be undone" in run.window.toast.label.text(), "the words")
        assert len(run.songs()) == 7


async def test_of_what_was_added_only_what_was_not_sent_is_taken_back_and_that_is_said(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(f"{songs(1)}\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ")
        await until(lambda: run.count(SongState.READY) == 7 and len(run.songs()) == 8, "one more that works")
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 7, "the uploads")
        run.window.undo_wanted.emit()
        await until(lambda: len(run.songs()) == 7, "the end of the other")
        said = "1 song taken out again. 1 was on its way to Mountsea already, and stays."
        await until(lambda: run.window.toast.label.text() == said, "the words")


async def test_a_name_from_a_list_stays_whatever_the_answer_says(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        file = tmp_path / "songs.m3u8"
        file.write_text(f"#EXTM3U\n#EXTINF:1,Dawn chorus\n{LINKS.format('track_01_final')}\n")
        run.window.files_given.emit([file])
        await until(lambda: run.count(SongState.READY) == 7, "the check")
        assert run.songs()[-1].title == "Dawn chorus"


async def test_a_list_that_is_far_too_large_is_said_to_be(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mountsea_desktop.links.files.FILE_LIMIT", 100)
    file = tmp_path / "all.txt"
    file.write_text(songs(*range(100)))
    async with running(qapp, profile(tmp_path)) as run:
        run.window.files_given.emit([file])
        await until(lambda: "too large" in run.window.toast.label.text(), "the words")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("/home/ana/Music/Demo.wav", "no longer where it was"),
        (r"C:\Music\Demo.wav", "is a song on this computer"),
        ("file://attacker.example/share/Demo.wav", "is a song on this computer"),
    ],
)
async def test_a_pasted_path_that_leads_nowhere_is_no_row(
    qapp: QApplication, tmp_path: Path, given: str, said: str
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: len(run.songs()) == 6, "the samples")
        run.window.pasted.emit(given)
        await until(lambda: "Demo.wav" in run.window.toast.label.text(), "the words")
        assert said in run.window.toast.label.text()
        assert len(run.songs()) == 6


async def test_what_among_links_is_no_song_is_named(qapp: QApplication, tmp_path: Path) -> None:
    secret = "sk-live.a1151abcdef1234567890abcdef"
    pasted = f"hello\n{songs(1)}\n{secret}\nC:\\Music\\Demo.wav"
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: len(run.songs()) == 6, "the samples")
        run.window.pasted.emit(pasted)
        await until(lambda: len(run.songs()) == 7, "the one song")
        await until(lambda: "1 song added" in run.window.toast.label.text(), "the words")
        said = run.window.toast.label.text()
        assert "looked like a token" in said
        assert "“Demo.wav” is a song on this computer" in said
        assert "1 line had no link." in said
        assert secret not in said


async def test_a_path_in_the_link_dialog_is_no_song_either(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: len(run.songs()) == 6, "the samples")
        run.controller.importer.open_links_dialog()
        dialog = await run.dialog(LinksDialog)
        dialog.field.setPlainText(f"C:\\Music\\Demo.wav\n{songs(1)}")
        await until(lambda: dialog.understood.count() == 2, "both lines")
        assert "Add files…" in dialog.understood.item(0).text()
        assert dialog.add.text() == "Add 1 song"
        press(dialog.add)
        await until(lambda: len(run.songs()) == 7, "the one song")
        await until(lambda: "“Demo.wav”" in run.window.toast.label.text(), "the words")


async def test_links_in_the_field_for_the_name_become_songs(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        name = run.page.name
        name.setFocus()
        name.setText("Night Drives")
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: run.window.state.model(run.page.model_id).name == "Night Drives", "the name")
        links = "\n".join(gateway.song(f"{'long' * 20}{number}.mp3") for number in range(9))
        QGuiApplication.clipboard().setText(links)
        name.setFocus()
        name.selectAll()
        name.paste()
        await until(lambda: len(run.songs()) == 9, "the songs")
        assert name.text() == "Night Drives"
        assert run.window.state.model(run.page.model_id).name == "Night Drives"


async def test_the_kept_token_is_no_song_whatever_it_looks_like(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: len(run.songs()) == 6, "the samples")
        run.program.tokens.keep_for_this_run("harbour.example")
        run.window.pasted.emit("harbour.example")
        await until(lambda: run.window.toast.button.text() == "Connect…", "the way")
        assert len(run.songs()) == 6


async def test_a_pasted_token_is_sent_to_where_it_belongs(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: len(run.songs()) == 6, "the samples")
        token = "sk-live.a1151abcdef1234567890abcdef"
        run.window.pasted.emit(token)
        await until(lambda: run.window.toast.button.text() == "Connect…", "the way")
        assert "token" in run.window.toast.label.text()
        assert token not in run.window.toast.label.text()
        assert len(run.songs()) == 6
        assert not run.window.findChildren(LinksDialog)


@pytest.mark.parametrize(
    "text",
    [
        "{song}?key={token}",
        "{song}?{token}!",
        "{song}#{token}",
        "{folder}/{token}.mp3",
        "http://me:{token}@{host}",
    ],
)
async def test_a_pasted_link_with_the_token_in_it_is_no_song(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, text: str
) -> None:
    folders, token, song = profile(tmp_path), "tok3n-of-the-program-5e1f", gateway.song("1.mp3")
    host, folder = song.removeprefix("http://"), song.rpartition("/")[0]
    async with running(qapp, folders, addresses=at(gateway)) as run:
        run.program.tokens.keep_for_this_run(token)
        run.window.toast.hide()
        run.window.pasted.emit(text.format(song=song, token=token, folder=folder, host=host))
        await until(run.window.toast.isVisible, "the words")
        assert "token" in run.window.toast.label.text()
        assert not run.songs()
    assert token.encode() not in folders.journal_file.read_bytes()
    assert not gateway.record.of("song")
