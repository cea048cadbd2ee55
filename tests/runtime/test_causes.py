from mountsea_desktop.runtime.causes import causes


def raised_from(outer: Exception, inner: BaseException) -> Exception:
    try:
        raise outer from inner
    except type(outer) as error:
        return error


def test_what_led_to_it_is_found_however_deep() -> None:
    deepest = OSError("deepest")
    assert deepest in causes(raised_from(ValueError(), raised_from(KeyError(), deepest)))


def test_what_was_being_handled_counts_too() -> None:
    error, handled = ValueError(), OSError()
    error.__context__ = handled
    assert list(causes(error)) == [error, handled]


def test_a_group_holds_its_errors() -> None:
    one, other = OSError(1), OSError(2)
    assert {one, other} < set(causes(ExceptionGroup("both", [one, other])))


def test_a_circle_ends() -> None:
    one, other = ValueError(1), ValueError(2)
    one.__cause__, other.__cause__ = other, one
    assert list(causes(one)) == [one, other]
