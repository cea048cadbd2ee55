from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError


def test_an_error_reads_as_what_is_known() -> None:
    error = GatewayError(Fault.SERVER, Fate.UNCLEAR, details="HTTP 500", status=500)
    assert str(error) == "server (unclear) 500 HTTP 500"
    assert str(GatewayError(Fault.OFFLINE, Fate.NOT_SENT)) == "offline (not_sent)"


def test_errors_are_told_apart_by_identity() -> None:
    assert GatewayError(Fault.LOST, Fate.UNCLEAR) != GatewayError(Fault.LOST, Fate.UNCLEAR)


def test_values_that_are_in_journals() -> None:
    assert [fate.value for fate in Fate] == ["not_sent", "refused", "unclear"]
    assert all(fault.value == fault.name.lower() for fault in Fault)
