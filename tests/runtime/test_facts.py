from mountsea_desktop.runtime.facts import FactKey


def test_keys_that_are_in_journals_stay_what_they_are() -> None:
    kept = """
        said issuer proxy refused site host status why at add certain other task before after amount refunded
        refunded_at records charge reason clock
    """
    assert {key.value for key in FactKey} == set(kept.split())
