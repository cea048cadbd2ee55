from mountsea_desktop.ui import words
from mountsea_desktop.workflow.model import PRICE, ModelState
from mountsea_desktop.workflow.naming import LONGEST_NAME, NameFault


def test_each_state_has_a_word_of_its_own() -> None:
    told = [words.models.state(state) for state in ModelState]
    assert all(told)
    assert len(set(told)) == len(ModelState)


def test_each_fault_of_a_name_is_told_apart() -> None:
    told = {fault: words.models.name_fault(fault, LONGEST_NAME) for fault in NameFault}
    assert all(told.values())
    assert len(set(told.values())) == len(NameFault)
    assert str(LONGEST_NAME) in told[NameFault.TOO_LONG]


def test_whoever_spends_reads_the_price() -> None:
    assert str(PRICE) in words.models.create(PRICE)
    assert str(PRICE) in words.models.spend(PRICE)
    assert str(PRICE) in words.models.again_risk("")
    assert str(PRICE) in words.models.again_risk("task-7")
    assert str(PRICE) in words.models.paid_in_vain()


def test_other_programs_find_the_button(language: str) -> None:
    beginning = {"en": "Create model", "zh_CN": "创建模型", "zh_TW": "建立模型"}
    spend = {"en": "Spend 100 credits", "zh_CN": "花费 100 积分", "zh_TW": "花費 100 點"}
    assert words.models.create(PRICE).startswith(beginning[language])
    assert words.models.spend(PRICE) == spend[language]
