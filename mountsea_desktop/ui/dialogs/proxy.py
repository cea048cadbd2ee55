"""Signing in to the network's proxy, where it asks who one is."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.password_field import PasswordField
from mountsea_desktop.workflow.problem import Problem

SignIn = Callable[[Login], Awaitable[None]]
"""Tries a login; raises `GatewayError` when the proxy does not take it."""


class ProxyDialog(Dialog):
    """Closes when the proxy lets us through; until then it says what is in the way."""

    def __init__(self, parent: QWidget, host_port: str, sign_in: SignIn, tasks: Tasks) -> None:
        super().__init__(parent)
        self._host_port = host_port
        self._sign_in = sign_in
        self._tasks = tasks
        self._busy = False
        self._intro = Label(wraps=True)
        self._labels = Label(), Label()
        self.name = QLineEdit()
        self.password = PasswordField()
        self.remember = CheckBox()
        self.remember.setChecked(True)
        self.status = Label(wraps=True)
        self.status.hide()
        form = QGridLayout()
        form.setVerticalSpacing(Scale.of(self.font())(8))
        for row, (label, field) in enumerate(zip(self._labels, (self.name, self.password), strict=True)):
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        self.name.textChanged.connect(self._update)
        self.contents.addWidget(self._intro)
        self.contents.addLayout(form)
        self.contents.addWidget(self.remember)
        self.contents.addWidget(self.status)
        self.contents.addStretch()
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.enter = self.add_button("primary")
        self.enter.setDefault(True)
        self.enter.clicked.connect(self._start)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.retranslate()
        self.name.setFocus()

    def retranslate(self) -> None:
        say = words.account
        self.set_title(say.proxy_title())
        self._intro.setText(say.proxy_intro(self._host_port))
        for label, field, text in zip(
            self._labels,
            (self.name, self.password),
            (say.proxy_name(), say.proxy_password()),
            strict=True,
        ):
            label.setText(text)
            field.setAccessibleName(text)
        self.remember.setText(say.proxy_remember())
        self.close_button.setText(words.dialogs.close())
        self.enter.setText(say.proxy_enter())
        self._update()

    def _update(self) -> None:
        self.enter.setEnabled(bool(self.name.text()) and not self._busy)

    def _say(self, text: str, tone: str = "") -> None:
        self.status.setText(text)
        set_style(self.status, tone=tone)
        self.status.show()

    def _start(self) -> None:
        self._busy = True
        self._update()
        self._say(words.account.proxy_trying())
        self._tasks.start(self._try(Login(self.name.text(), self.password.text())), "proxy login")

    async def _try(self, login: Login) -> None:
        try:
            await self._sign_in(login)
        except GatewayError as error:
            if not self.gone:
                self._say(words.problems.describe(Problem.from_error(error)), "danger")
                self.password.selectAll()
                self.password.setFocus()
        else:
            if not self.gone:
                self.accept()
        finally:
            self._busy = False
            if not self.gone:
                self._update()
