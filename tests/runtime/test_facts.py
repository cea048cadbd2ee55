from mountsea_desktop.runtime.facts import FactKey


def test_keys_that_are_in_journals_stay_what_they_are() -> None:
    kept = "said issuer proxy refused site host status why at certain other task before after charge reason"
    assert [key.value for key in FactKey] == kept.split()
