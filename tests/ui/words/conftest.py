"""Each test of words is spoken in each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.language import LANGUAGES
from tests.fakes.languages import compiled_translations, some_language


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled_translations(tmp_path_factory.mktemp("words"))


@pytest.fixture(autouse=True, params=LANGUAGES)
def language(
    request: pytest.FixtureRequest,
    qapp: QApplication,  # noqa: ARG001 - wanted for what it does
    compiled: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    monkeypatch.setattr("mountsea_desktop.ui.language._COMPILED", compiled)
    with some_language() as language:
        language.use(request.param)
        assert language.complete
        yield language.current
