from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from checked_repository import CARD, PLACEHOLDER, at, missing, result_of, write

from gpai_lint.findings.interface import Status
from gpai_lint.reports.interface import Style
from gpai_lint.reports.junit import JunitReport

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result

NOTE = at(["placeholders", 0], PLACEHOLDER, "note")
ENERGY = missing("training.energy_mwh")
LICENCE = at(["models", 0, "facts", "distribution.licence", 0])


def _parse(result: Result) -> ElementTree.Element:
    return ElementTree.fromstring(JunitReport().render(result, Style()))  # noqa: S314 - our own text


def _counts(element: ElementTree.Element) -> dict[str, str]:
    return {name: element.attrib[name] for name in ("tests", "failures", "errors", "skipped")}


def test_errors_and_warnings_fail_and_notes_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    root = _parse(result_of(tmp_path, [NOTE, ENERGY, LICENCE]))
    assert _counts(root) == {"tests": "3", "failures": "2", "errors": "0", "skipped": "1"}
    (suite,) = root
    assert suite.attrib["name"] == "README.md"
    failures = [(case.attrib["line"], failure.attrib["type"]) for case in suite for failure in case.iter("failure")]
    assert failures == [("2", "warning"), ("13", "error")]
    (energy,) = (case for case in suite.iter("testcase") if case.attrib["line"] == "13")
    failure = energy.find("failure")
    assert failure is not None
    assert failure.text is not None
    assert failure.text.splitlines() == [
        "README.md:13:5: error: The field 'training.energy_mwh' is stated nowhere.",
        "Basis: Transparency, Measure 1.1; Article 53(1)(a)",
        "Write: Write the energy used for training in MWh, with two significant figures.",
    ]


def test_hidden_findings_are_skipped_and_say_why(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [ENERGY, LICENCE])
    first, second = result.findings
    hidden = (first._replace(status=Status.WAIVED), second._replace(status=Status.BASELINE))
    root = _parse(result._replace(findings=hidden))
    assert _counts(root) == {"tests": "2", "failures": "0", "errors": "0", "skipped": "2"}
    assert [element.attrib["message"].partition(":")[0] for element in root.iter("skipped")] == [
        "waived",
        "known before",
    ]


def test_a_file_that_was_not_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "config.json": "{"})
    root = _parse(result_of(tmp_path, [ENERGY]))
    assert _counts(root) == {"tests": "2", "failures": "1", "errors": "1", "skipped": "0"}


def test_no_findings_are_one_passed_case(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    root = _parse(result_of(tmp_path, [], undecided=7))
    assert _counts(root) == {"tests": "1", "failures": "0", "errors": "0", "skipped": "0"}
    properties = {row.attrib["name"]: row.attrib["value"] for row in root.iter("property")}
    assert properties == {"as_of": "2026-03-01", "undecided": "7", "waived": "0"}


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    row = {**ENERGY, "message": "An escape \x1b[31m, a null \x00, ]]> and <failure> & more."}
    failure = next(_parse(result_of(tmp_path, [row])).iter("failure"))
    assert failure.attrib["message"] == "An escape �[31m, a null �, ]]> and <failure> & more."
