from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, PLACEHOLDER, at, missing, result_of, write

from gpai_lint.findings.interface import Status, Waiving
from gpai_lint.location import Location, Span
from gpai_lint.reports.interface import Style
from gpai_lint.reports.text import TextReport

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result

NOTE = at(["placeholders", 0], PLACEHOLDER, "note")
ENERGY = missing("training.energy_mwh")
LICENCE = at(["models", 0, "facts", "distribution.licence", 0])


def _text(result: Result, **style: Any) -> str:
    return TextReport().render(result, Style(**style))


def test_it_says_where_what_and_what_to_write_and_counts_the_notes(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "config.json": "{"})
    scope = {
        "placed_on_market": {"answer": "unknown"},
        "signatory_transparency": {"answer": "unknown"},
        "signatory_copyright": {"answer": "unknown"},
        "third_country": {"answer": "no"},
    }
    result = result_of(tmp_path, [NOTE, ENERGY, LICENCE], scope=(scope,), undecided=12)
    assert _text(result) == (
        """\
README.md
   2:10  warning GPAI-701 licence-agreement
         There is something wrong with '0'.
         write: Name in the card the licence that the LICENSE file holds.

   13:5  error GPAI-141 training-energy  Transparency, Measure 1.1; Article 53(1)(a)
         The field 'training.energy_mwh' is stated nowhere.
         write: Write the energy used for training in MWh, with two significant figures.

And 1 more, by rule; --verbose shows each:
    1 × note    GPAI-801 placeholder-text  README.md:19

1 model in 1 document: 1 error, 1 warning, 1 note.
12 requirements cannot be decided from files; 'gpai-lint status' lists them, and an attestation can answer them.
Not read: config.json:1: The text ends before the JSON document does.
Not known, so what depends on it is a warning at most; say it in gpai-lint.yaml ('gpai-lint init'):
  whether it is placed on the Union market  models: placed_on_market
  which chapters of the Code you signed     provider: signatory
Law as of 2026-03-01. A linter finds signals in files; it is not legal advice.
"""
    )


def test_ten_findings_are_shown_in_full_errors_first_and_no_rule_twice_before_each_once(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [
        *({**LICENCE, "message": f"Warning {i}."} for i in range(9)),
        *({**ENERGY, "message": f"Error {i}."} for i in range(4)),
    ]
    text = _text(result_of(tmp_path, rows))
    assert text.count("write: ") == 10
    assert all(f"Error {i}." in text for i in range(4))
    assert "And 3 more, by rule" in text
    assert "3 × warning GPAI-701" in text
    assert _text(result_of(tmp_path, rows), verbose=True).count("write: ") == 13


def test_a_clean_repository_gets_one_line_and_the_reminder(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _text(result_of(tmp_path, [])) == (
        "1 model in 1 document: no findings.\n"
        "Law as of 2026-03-01. A linter finds signals in files; it is not legal advice.\n"
    )


def test_a_model_that_no_duty_reaches_is_named_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    answer = {"answer": "no", "why": "It generates audio alone.", "basis": "Guidelines, paragraph 20", "evidence": []}
    result = result_of(tmp_path, [])._replace(scope=({"gpai": answer},))
    name = result.document["models"][0]["name"]
    assert f"Outside the scope: {name}: It generates audio alone. [Guidelines, paragraph 20]" in _text(result)
    open_question = result._replace(scope=({"gpai": {**answer, "answer": "unknown"}},))
    assert "Outside the scope" not in _text(open_question)


def _hidden(root: Path) -> Result:
    result = result_of(root, [ENERGY, LICENCE], compared_with="main")
    first, second = result.findings
    waiver = Waiving("Comes with 1.1", Location("gpai-lint.yaml", Span(4, 3, 4, 9)), until="2026-09-01")
    findings = (first._replace(status=Status.WAIVED, waiver=waiver), second._replace(status=Status.BASELINE, new=False))
    return result._replace(findings=findings)


def test_what_is_hidden_is_counted(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    text = _text(_hidden(tmp_path))
    assert "Compared with main: 0 new, 1 unchanged, 0 fixed." in text
    assert "Hidden: 1 waived, 1 known before." in text
    assert "GPAI-701" not in text


def test_show_waived_shows_the_reason(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    text = _text(_hidden(tmp_path), show_waived=True)
    assert "waived until 2026-09-01: Comes with 1.1 (gpai-lint.yaml:4)" in text
    assert "GPAI-141 training-energy unchanged baseline" in text


def test_colour_and_links_are_for_terminals_alone(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [ENERGY])
    assert "\x1b" not in _text(result)
    shown = _text(result, colour=True, links=True)
    assert "\x1b[31;1merror\x1b[0m" in shown
    assert f"\x1b]8;;{tmp_path.as_uri()}/README.md#L13\x1b\\" in shown
    assert "\x1b]8;;https://github.com/gpai-lint/gpai-lint/blob/main/docs/rules/training-energy.md\x1b\\" in shown


@pytest.mark.parametrize("width", [60, 80, 120])
def test_long_texts_are_wrapped_to_the_width(tmp_path: Path, width: int) -> None:
    write(tmp_path, {"README.md": CARD})
    row = {**ENERGY, "message": "One word after another, " * 20 + "until the end."}
    lines = _text(result_of(tmp_path, [row]), width=width).splitlines()
    assert max(len(line) for line in lines if line.startswith("         ")) <= width


@pytest.mark.parametrize("ending", [".", ";"])
def test_a_long_remedy_is_cut_after_a_sentence_and_names_where_the_rest_is(tmp_path: Path, ending: str) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [{**ENERGY, "remediation": f"Write this and then something else{ending} " * 30}])
    lines = _text(result).splitlines()
    start = next(number for number, line in enumerate(lines) if "write: " in line)
    assert lines[start + 3].endswith(f"else{ending}")
    assert lines[start + 4] == "                … more: gpai-lint explain training-energy"
    assert "more: gpai-lint explain" not in _text(result, verbose=True)


def test_notes_alone_are_no_rest_of_anything(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _text(result_of(tmp_path, [NOTE])).startswith("1 note, by rule; --verbose shows each:\n")


def test_nothing_new_is_not_nothing_at_all(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = _hidden(tmp_path)._replace(compared_with="main")
    assert "1 model in 1 document: no new findings." in _text(result)


def test_control_characters_of_the_repository_do_not_reach_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    row = {**ENERGY, "message": "The value '\x1b]0;owned\x07\x9b31m' is no number."}
    shown = _text(result_of(tmp_path, [row]))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\x9b" not in shown


def test_what_is_said_alike_of_several_models_is_shown_once_and_counted_for_each(tmp_path: Path) -> None:
    models = "\n".join(f"- {{path: m{number}, name: Aurora {number}}}" for number in range(7))
    write(tmp_path, {"README.md": "# Aurora\n\nA family.\n", "gpai-lint.yaml": f"models:\n{models}\n"})
    rows = [missing("training.energy_mwh", model) for model in range(7)]
    text = _text(result_of(tmp_path, [*rows, at(["models", 3])]))
    assert text.count("GPAI-141") == 1
    assert "GPAI-141 training-energy (models m0, m1, m2, m3, m4 and 2 more)" in text
    assert "GPAI-701 licence-agreement" in text
    assert "more, by rule" not in text
    assert "7 models in 1 document: 7 errors, 1 warning, 0 notes." in text


def test_nothing_more_is_asked_of_a_model_that_no_duty_reaches(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    outside = {
        "placed_on_market": {"answer": "unknown"},
        "gpai": {"answer": "no", "why": "It plays chess.", "basis": "Article 3(63)"},
    }
    text = _text(result_of(tmp_path, [], scope=(outside,)))
    assert "Outside the scope: Aurora 7B: It plays chess. [Article 3(63)]" in text
    assert "Not known" not in text
