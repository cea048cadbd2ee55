from mountsea_desktop.gateway.responses import Phase, Report


def test_a_report_has_no_identifier_unless_one_was_found() -> None:
    report = Report(task_id="t", phase=Phase.SUCCEEDED)
    assert (report.clip_id, report.model_ref, report.fail_reason, report.fail_code) == ("", "", "", "")
