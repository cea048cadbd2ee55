"""A desktop whose owner wants no animations."""

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget


class Still(QProxyStyle):
    """The style of somebody who wants nothing to move."""

    def styleHint(  # noqa: N802 - the name is Qt's
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803, ARG002 - the signature is Qt's
    ) -> int:
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animate else super().styleHint(hint, option, widget)
