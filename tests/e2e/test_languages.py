"""The main job in Chinese, and the language changed under an open window."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess


class Said(NamedTuple):
    """What the window says on the way."""

    connect: str
    token: str
    save: str
    connected: str
    close: str
    add: str
    links: str
    add_six: str
    songs: str
    status: str
    ready: str
    upload: str
    uploaded: str
    create: str
    rights: str
    spend: str
    model_id: str


SAID = {
    "zh_CN": Said(
        "连接…", "API 密钥", "保存密钥", "*1,000 积分*", "关闭", "添加链接…", "歌曲链接", "添加 6 首歌曲",
        "歌曲", "状态", "可以上传*", "上传 6 首歌曲", "已上传 6 首歌曲", "创建模型*", "*",
        "花费 100 积分", "模型 ID",
    ),
    "zh_TW": Said(
        "連線…", "API 金鑰", "儲存金鑰", "*1,000 點*", "關閉", "加入連結…", "歌曲連結", "加入 6 首歌曲",
        "歌曲", "狀態", "可以上傳*", "上傳 6 首歌曲", "已上傳 6 首歌曲", "建立模型*", "*",
        "花費 100 點", "模型 ID",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_the_main_job_in_chinese(desktop: Desktop, tmp_path: Path, language: str) -> None:
    say = SAID[language]
    profile = str(tmp_path / "profile")
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        program = desktop.start("--profile", profile, "--language", language, environment=gateway.environment)
        program.press("button", say.connect)
        program.write("password text", say.token, TOKEN)
        program.press("button", say.save)
        program.wait("label", say.connected)
        program.press("button", say.close)
        program.press("button", say.add)
        program.write("text", say.links, "\n".join(gateway.songs(6)))
        program.press("button", say.add_six)
        program.wait_rows(say.songs, say.status, say.ready, 6)
        program.press("button", say.upload)
        program.wait("label", say.uploaded)
        program.press("button", say.create)
        program.press("check box", say.rights, within=program.wait("dialog")["name"])
        program.press("button", say.spend)
        assert program.wait("text", say.model_id)["text"].startswith("chirp-custom:")


def test_the_language_changes_in_the_open_window(desktop: Desktop) -> None:
    program = desktop.start("--demo", "--language", "en")
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
    program.press("button", "Settings…")
    program.wait("dialog", "Settings")
    program.activate()
    program.wait("combo box", "English", states=["focused"])
    for key in ("Home", "Down", "Down"):  # the system's, English, 简体中文
        program.keys(key)
    program.wait("dialog", "设置")
    program.wait("button", "关闭", within="设置")
    program.wait("button", "上传 6 首歌曲")
    program.wait_rows("歌曲", "状态", "可以上传", 6)
    program.keys("Down")
    program.wait("dialog", "設定")
    program.wait("button", "上傳 6 首歌曲")
    program.keys("Up")
    program.keys("Up")
    program.wait("dialog", "Settings")
    program.wait("button", "Upload 6 songs")
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
