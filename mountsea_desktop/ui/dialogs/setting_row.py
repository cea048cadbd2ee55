"""One setting in the settings dialog: its name, its control, and what is to be said about it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from mountsea_desktop.storage.settings_levels import Level, Origin
from mountsea_desktop.storage.settings_table import (
    FEWEST_UPLOADS,
    MOST_UPLOADS,
    Kind,
    Setting,
    WrongValueError,
)
from mountsea_desktop.ui import words
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.label import Label, tooltip


class SettingRow(QObject):
    """Tells when a person has changed its value; what is enforced cannot be changed."""

    changed = Signal()

    def __init__(self, setting: Setting, value: object, origin: Origin, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self._origin = origin
        self._shown = value
        self.label = Label()
        self.note = Label(wraps=True)
        self.field = self._make_field(value)
        self.label.setBuddy(self.field)
        self.field.setEnabled(not self.is_fixed)

    @property
    def is_fixed(self) -> bool:
        """Whether somebody else decides: the administrator, or whoever started the program."""
        given = self._origin.level is Level.THIS_RUN and self.setting.key != "ui.language"
        return given or self._origin.level is Level.ENFORCED

    @property
    def is_switch(self) -> bool:
        """Whether its name is beside the box and not before it."""
        return self.setting.kind is Kind.SWITCH

    def _make_field(self, value: object) -> QWidget:
        setting = self.setting
        match setting.kind:
            case Kind.CHOICE:
                combo = QComboBox()
                for choice in setting.choices:
                    combo.addItem(choice, setting.read(choice))
                combo.setCurrentIndex(setting.choices.index(str(setting.written(value))))
                combo.activated.connect(self.changed)
                return combo
            case Kind.NUMBER:
                spin = QSpinBox(minimum=FEWEST_UPLOADS, maximum=MOST_UPLOADS)
                assert isinstance(value, int)  # noqa: S101 - the table says so
                spin.setValue(value)
                spin.valueChanged.connect(self.changed)
                return spin
            case Kind.SWITCH:
                box = CheckBox()
                box.setChecked(bool(value))
                box.toggled.connect(self.changed)
                return box
            case _:
                line = QLineEdit(str(value))
                line.editingFinished.connect(self.changed)
                return line

    def place(self, grid: QGridLayout) -> None:
        """Take the next rows of the grid."""
        row = grid.rowCount()
        if self.is_switch:
            grid.addWidget(self.field, row, 0, 1, 2)
            grid.addWidget(self.note, row + 1, 0, 1, 2)
        else:
            grid.addWidget(self.label, row, 0)
            grid.addWidget(self.field, row, 1)
            grid.addWidget(self.note, row + 1, 1)

    def set_visible(self, visible: bool) -> None:
        """Show it, or leave it out."""
        self.field.setVisible(visible)
        self.label.setVisible(visible and not self.is_switch)
        self.note.setVisible(visible and bool(self.note.text()))

    def typed(self) -> str:
        """Return what is written in its field, where it has one to write in."""
        return self.field.text() if isinstance(self.field, QLineEdit) else ""

    def restore(self) -> None:
        """Write again what was there before somebody wrote."""
        if isinstance(self.field, QLineEdit):
            self.field.setText(str(self._shown))

    def fill(self, value: object) -> None:
        """Write into an empty field what empty stands for."""
        if isinstance(self.field, QLineEdit) and not self.field.text().strip():
            self.field.setText(str(value))

    def value(self) -> object:
        """Return what is entered, as `Settings` holds it. Raises `WrongValueError`."""
        match self.field:
            case QComboBox() as combo:
                return combo.currentData()
            case QSpinBox() as spin:
                return spin.value()
            case CheckBox() as box:
                return box.isChecked()
            case QLineEdit() as line:
                return self.setting.read(line.text())
        raise WrongValueError

    def say(self, text: str, tone: str = "") -> None:
        """Say something below the control: about what was entered, or nothing."""
        self.note.setText(text or self._who_decides())
        set_style(self.note, kind="muted", tone=tone)
        self.note.setVisible(bool(self.note.text()) and not self.field.isHidden())
        self.field.setAccessibleDescription(self.note.text() or words.settings.purpose(self.setting.key))

    def retranslate(self) -> None:
        name, say = words.settings.name(self.setting.key), words.settings
        self.label.setText(name)
        self.field.setAccessibleName(name)
        self.field.setToolTip(tooltip(say.purpose(self.setting.key)))
        if isinstance(self.field, CheckBox):
            self.field.setText(name)
        if isinstance(self.field, QComboBox):
            for index, choice in enumerate(self.setting.choices):
                self.field.setItemText(index, say.choice(self.setting.key, choice))
        self.say("")

    def _who_decides(self) -> str:
        if self._origin.level is Level.ENFORCED:
            return words.settings.enforced()
        return words.settings.this_run() if self.is_fixed else ""
