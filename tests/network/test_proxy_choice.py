from mountsea_desktop.network.proxy_choice import ProxyChoice, ProxyMode


def test_without_a_choice_the_system_decides() -> None:
    assert ProxyChoice().mode is ProxyMode.SYSTEM


def test_the_words_in_files_stay() -> None:
    assert [mode.value for mode in ProxyMode] == ["system", "none", "manual", "automatic"]
