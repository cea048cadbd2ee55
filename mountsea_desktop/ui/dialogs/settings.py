"""The settings; each takes effect as soon as it is chosen."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QSpinBox, QWidget

from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.language import LANGUAGES, OWN_NAMES
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.label import Label

Choice = tuple[str, object]


class SettingsDialog(Dialog):
    """Shows the settings and emits them anew with each change."""

    export_wanted = Signal()
    changed = Signal(object)
    """The settings as they are to be."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self.language = QComboBox()
        self.appearance = QComboBox()
        self.parallel = QSpinBox(minimum=1, maximum=6)
        self.notifications = CheckBox()
        self.notifications.setChecked(settings.notifications)
        self.notifications.toggled.connect(self._choose)
        self._labels = (Label(), Label(), Label())
        form = QGridLayout()
        fields = (self.language, self.appearance, self.parallel)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        form.addWidget(self.notifications, len(fields), 0, 1, 2)
        self.contents.addLayout(form)
        self.contents.addStretch()
        self.export = QPushButton()
        self.export.setAutoDefault(False)
        self.export.clicked.connect(self.export_wanted)
        self.buttons.insertWidget(0, self.export)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.retranslate()
        self.parallel.setValue(settings.parallel_uploads)
        self.language.activated.connect(self._choose)
        self.appearance.activated.connect(self._choose)
        self.parallel.valueChanged.connect(self._choose)

    def retranslate(self) -> None:
        self.set_title(words.dialogs.settings_title())
        texts = (words.dialogs.language(), words.dialogs.appearance(), words.dialogs.parallel())
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        for field, text in zip((self.language, self.appearance, self.parallel), texts, strict=True):
            field.setAccessibleName(text)
        self.notifications.setText(words.dialogs.notifications())
        self.export.setText(words.dialogs.export())
        self.close_button.setText(words.dialogs.close())
        languages: list[Choice] = [(words.dialogs.language_system(), None)]
        languages += [(OWN_NAMES[name], name) for name in LANGUAGES]
        _fill(self.language, languages, self._settings.language)
        looks: list[Choice] = [
            (words.dialogs.appearance_system(), Appearance.SYSTEM),
            (words.dialogs.appearance_light(), Appearance.LIGHT),
            (words.dialogs.appearance_dark(), Appearance.DARK),
        ]
        _fill(self.appearance, looks, self._settings.appearance)

    def _choose(self) -> None:
        self._settings = msgspec.structs.replace(
            self._settings,
            language=self.language.currentData(),
            appearance=Appearance(self.appearance.currentData()),
            parallel_uploads=self.parallel.value(),
            notifications=self.notifications.isChecked(),
        )
        self.changed.emit(self._settings)


def _fill(field: QComboBox, choices: list[Choice], chosen: object) -> None:
    field.clear()
    for text, value in choices:
        field.addItem(text, value)
    field.setCurrentIndex(next(i for i, (_text, value) in enumerate(choices) if value == chosen))
