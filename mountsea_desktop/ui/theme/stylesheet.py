"""The text of the style sheet. Names after a dollar sign are roles, scaled lengths and marks: see `style`."""

STYLESHEET = """
QWidget { color: $text; }
QMainWindow, QWidget[kind="window"] { background: $window; }
QDialog, QDialog QWidget[kind="window"] { background: $dialog; }
QWidget[kind="surface"] { background: $surface; }
*:disabled { color: $disabled; }

QLabel { background: transparent; }
QLabel[kind="display"] { font-size: $display; font-weight: 600; }
QLabel[kind="title"] { font-size: $title; font-weight: 600; }
QLabel[kind="small"] { font-size: $small; color: $muted; }
QLabel[kind="chip"] {
  font-size: $small; color: $muted; background: $hover; border: $edge solid $border; border-radius: $px8;
  padding: $px2 $px8;
}
QLabel[kind="chip"][tone="success"] {
  color: $success; background: $success_soft; border-color: $success_line;
}
QLabel[kind="chip"][tone="warning"] {
  color: $warning; background: $warning_soft; border-color: $warning_line;
}
QLabel[kind="chip"][tone="danger"] {
  color: $danger; background: $danger_soft; border-color: $danger_line;
}
QLabel[kind="chip"][tone="info"] {
  color: $info; background: $info_soft; border-color: $info_line;
}
QLabel[kind="heading"] { font-size: $heading; font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="code"], QLineEdit[kind="code"], QPlainTextEdit[kind="code"] { font-family: "$fixed"; }
QLabel[tone="success"] { color: $success; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="info"] { color: $info; }

QFrame[kind="card"] { background: $surface; border: $edge solid $border; border-radius: $px8; }
QFrame[kind="inset"] { background: $window; border: $edge solid $border; border-radius: $px6; }
QFrame[kind="drop"] { background: $surface; border: 2px dashed $outline; border-radius: $px8; }
QFrame[kind="drop"][tone="info"] { background: $info_soft; border-color: $accent; }
QFrame[frameShape="4"] { border: none; border-top: 1px solid $border; max-height: 1px; }
QFrame[kind="drop_line"] { background: $accent; border: none; }
QFrame[kind="bar"] { background: $surface; border: none; }
QFrame[kind="banner"] { background: $info_soft; border: $edge solid $info_line; border-radius: $px8; }
QFrame[kind="banner"][tone="success"] { background: $success_soft; border-color: $success_line; }
QFrame[kind="banner"][tone="warning"] { background: $warning_soft; border-color: $warning_line; }
QFrame[kind="banner"][tone="danger"] { background: $danger_soft; border-color: $danger_line; }

QPushButton {
  background: $raised; color: $text; border: $edge solid $outline; border-radius: $px6; outline: none;
  min-height: $px20; padding: $px5 $px12; margin: 2px; icon-size: $px18;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; margin: 1px; }
QPushButton:disabled { background: transparent; color: $disabled; border-color: $border; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border: $edge solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus {
  border: 2px solid $text; margin: 0; padding: $ringed_v $ringed_h; border-radius: $px8;
}
QPushButton[kind="primary"]:disabled { background: $pressed; color: $off; border-color: $off_edge; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked { background: $pressed; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="fold"], QPushButton[kind="fold"]:checked {
  background: transparent; border-color: transparent; padding: $px5 $px8;
}
QPushButton[kind="fold"]:hover { background: $hover; }
QPushButton[kind="fold"]:focus { border-color: $accent; }

QToolButton {
  background: transparent; border: 2px solid transparent; border-radius: $px6;
  min-height: $px20; min-width: $px20; padding: $px4; icon-size: $px18;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: $edge solid $outline; border-radius: $px6; margin: 1px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $px20; padding: $px5 $px8; }
QAbstractSpinBox { padding: $px5 $px2; min-width: $px48; max-height: $px20; qproperty-alignment: AlignRight; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QPlainTextEdit { padding: $px4; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; margin: 0;
}
QLineEdit[tone="danger"], QPlainTextEdit[tone="danger"] { border-color: $danger; }
QLineEdit[kind="title"] {
  font-size: $title; font-weight: 600; background: transparent; border: $edge solid transparent;
  padding: 0 $px6; min-height: $px28;
}
QLineEdit[kind="title"]:hover { border-color: $outline; }
QLineEdit[kind="title"]:focus { background: $surface; border: 2px solid $accent; }
QLineEdit[kind="title"][tone="danger"] { border-color: $danger; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $window; color: $disabled; border-color: $border;
}
QComboBox { padding-right: $px28; }
QComboBox::drop-down { border: none; width: $px28; }
QComboBox::down-arrow { image: $mark_down; width: $px16; height: $px16; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: $px4; margin: 0; }
QComboBox QAbstractItemView::item { min-height: $px32; padding: 0 $px8; border-radius: $px4; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  subcontrol-origin: padding; subcontrol-position: center right; border: none; border-radius: $px4;
  width: $px28; height: $px24;
}
QAbstractSpinBox::down-button { right: $px28; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: $mark_up; width: $px16; height: $px16; }
QAbstractSpinBox::down-arrow { image: $mark_down; width: $px16; height: $px16; }

QCheckBox {
  background: transparent; spacing: $px8; min-height: $px24; padding: $px2 $px4 $px2 $px2;
  border: 2px solid transparent; border-radius: $px6;
}
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QAbstractItemView::indicator {
  width: $px16; height: $px16; border: $edge solid $outline; background: $surface;
}
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: $px4; }
QCheckBox::indicator:hover { border-color: $accent; background: $hover; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: $mark_check;
}
QCheckBox::indicator:disabled {
  border-color: $disabled; background: $window;
}
QCheckBox::indicator:checked:disabled { background: $disabled; }

QAbstractItemView {
  background: $surface; alternate-background-color: $window; color: $text; border: none; outline: none;
  icon-size: $px18; selection-background-color: $selection; selection-color: $selection_text;
}
QTableView, QTreeView { gridline-color: $border; border: 2px solid transparent; border-radius: $px8; }
QTableView:focus, QTreeView:focus { border-color: $accent; }
QTableView[kind="songs"], QTableView[kind="songs"]:focus { border: none; }
QTableView[kind="songs"][tone="info"] { border: 2px dashed $accent; }
QTableView::item, QTreeView::item { padding: 0 $px8; border: none; border-bottom: 1px solid $border; }
QTableView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected { background: $selection; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: $muted; font-weight: 600; border: none; border-bottom: 1px solid $border;
  padding: 0 $px11; min-height: $px32;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
  width: $px11; height: $px11; subcontrol-position: top center;
}
QHeaderView::up-arrow { image: $mark_up; }
QHeaderView::down-arrow { image: $mark_down; }
QListView { border-radius: $px6; }
QListView::item { padding: 0 $px8; min-height: $px32; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $selection_text; }
QListView[kind="sidebar"] {
  background: transparent; padding: 0; border: none;
}
QListView[kind="sidebar"]::item { border-radius: $px6; min-height: $px32; margin: 1px 0; }

QProgressBar {
  background: $pressed; border: none; border-radius: $round_groove; min-height: $px6; max-height: $px6;
}
QProgressBar[kind="pills"] { background: transparent; min-height: $px8; max-height: $px8; }
QProgressBar::chunk { background: $accent; border-radius: $round_groove; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: $px12; }
QScrollBar:horizontal { height: $px12; }
QScrollBar::handle { background: $outline; border-radius: $round_handle; margin: $px3; }
QScrollBar::handle:vertical { min-height: $px32; }
QScrollBar::handle:horizontal { min-width: $px32; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QMenu { background: $raised; border: 1px solid $outline; padding: $px4; }
QMenu::item { padding: $px8 $px24 $px8 $px12; border-radius: $px4; min-height: $px16; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: $px8; }
QMenu::separator { height: 1px; background: $border; margin: $px4 $px8; }
QMenu::indicator { width: $px16; height: $px16; padding-left: $px6; }
QMenu::indicator:checked { image: $menu_check; }

QToolTip { background: $text; color: $surface; border: none; padding: $px6 $px8; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""
