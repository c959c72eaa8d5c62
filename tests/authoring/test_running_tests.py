"""Tests of packs mean on both engines what they mean to ``opa test``, and failures show what they were about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gpai_lint.authoring.coverage import measure
from gpai_lint.authoring.embedded_tests import EmbeddedRunner
from gpai_lint.authoring.opa_tests import OpaRunner
from gpai_lint.authoring.suite import Outcome, Suite, TestResult, load_suite, selected
from gpai_lint.cli import run
from gpai_lint.errors import PackError

RULE = """\
package acme.names

deny contains message if {
	some model in input.models
	not startswith(model.name, "acme-")
	message := sprintf("The name '%s' does not begin with 'acme-'.", [model.name])
}

strict(name) := to_number(name)

never if input.nothing
"""

TESTS = """\
package acme.names_test

import data.acme.helpers_test
import data.acme.names

named(name) := {"models": [{"name": name}]}

test_passes if {
	document := named("acme-7b")
	count(names.deny) == 0 with input as document
}

test_fails if {
	document := named("other-7b")
	size := 40 + 2
	count(names.deny) == 0 with input as document
}

test_fails_after_texts if {
	name := "other-7b"
	name == "other-7b"
	`other-7b` == name
	"other" in {"other", `one`}
	startswith(name, "other")
	name == "acme-7b"
}

test_is_undefined if names.never with input as {}

test_is_a_number := 7

test_is_false := false

todo_test_later if names.never

test_uses_what_another_test_module_has if helpers_test.yes

test_cases[name] if {
	some name, document in {
		"good": named("acme-7b"),
		"bad": named("other-7b"),
	}
	count(names.deny) == 0 with input as document
}

test_all_cases[name] if {
	some name in ["acme-1", "acme-2"]
	document := named(name)
	count(names.deny) == 0 with input as document
}

test_built_in_function_fails if names.strict("seven") == 7

test_of_what_is_not_strict if not names.strict("eight")

test_fails_on_a_set if {
	found := {name | some name in ["one", "two"]}
	none := found - {"one", "two"}
	found == set()
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("acme")
    (folder / "acme").mkdir()
    (folder / "acme" / "names.rego").write_text(RULE)
    (folder / "acme" / "names_test.rego").write_text(TESTS)
    (folder / "acme" / "helpers_test.rego").write_text("package acme.helpers_test\n\nyes := true\n\ntest_yes if yes\n")
    return folder


@pytest.fixture(scope="module")
def suite(folder: Path) -> Suite:
    return load_suite(folder)


@pytest.fixture(scope="module")
def embedded(suite: Suite) -> dict[str, TestResult]:
    return {result.name.rpartition(".")[2]: result for result in EmbeddedRunner(suite).run(suite.tests)}


EXPECTED = {
    "test_yes": Outcome.PASSED,
    "test_passes": Outcome.PASSED,
    "test_fails": Outcome.FAILED,
    "test_fails_after_texts": Outcome.FAILED,
    "test_is_undefined": Outcome.FAILED,
    "test_is_a_number": Outcome.FAILED,
    "test_is_false": Outcome.FAILED,
    "todo_test_later": Outcome.SKIPPED,
    "test_uses_what_another_test_module_has": Outcome.PASSED,
    "test_cases": Outcome.FAILED,
    "test_all_cases": Outcome.PASSED,
    "test_built_in_function_fails": Outcome.ERROR,
    "test_of_what_is_not_strict": Outcome.ERROR,
    "test_fails_on_a_set": Outcome.FAILED,
}


def test_outcomes_on_the_embedded_engine(embedded: dict[str, TestResult]) -> None:
    assert {name: result.outcome for name, result in embedded.items()} == EXPECTED


@pytest.mark.opa
def test_outcomes_on_opa_are_the_same(suite: Suite, opa_binary: str) -> None:
    results = {result.name.rpartition(".")[2]: result for result in OpaRunner(suite).run(suite.tests)}
    assert {name: result.outcome for name, result in results.items()} == EXPECTED
    failed = results["test_fails"]
    assert failed.location.span.line == 16
    assert "count(names.deny) == 0" in failed.detail
    assert "bad: failed" in results["test_cases"].detail
    strict = results["test_built_in_function_fails"].detail
    assert re.search(
        r"acme/names\.rego:9:17: to_number: .*\n  9 \| strict\(name\) := to_number\(name\)\n    \| +\^", strict
    )


def test_a_failure_shows_expression_values_and_line(embedded: dict[str, TestResult]) -> None:
    failed = embedded["test_fails"]
    assert failed.location.span.line == 16
    assert failed.detail.split("\n")[:3] == [
        "  16 | \tcount(names.deny) == 0 with input as document",
        "     | \t^",
        "      count(data.acme.names.deny) is 1",
    ]
    assert '      document is {"models": [{"name": "other-7b"}]}' in failed.detail
    assert "      size is 42" in failed.detail


def test_texts_in_expressions_are_read_with_their_quotes(embedded: dict[str, TestResult]) -> None:
    failed = embedded["test_fails_after_texts"]
    assert failed.detail.split("\n") == [
        '  25 | \tname == "acme-7b"',
        "     | \t^",
        '      name is "other-7b"',
    ]


def test_a_failing_case_is_named(embedded: dict[str, TestResult]) -> None:
    failed = embedded["test_cases"]
    assert failed.location.span.line == 43
    assert failed.detail.split("\n")[:4] == [
        "    bad: failed",
        "      43 | \tcount(names.deny) == 0 with input as document",
        "         | \t^",
        "          count(data.acme.names.deny) is 1",
    ]
    assert "good: failed" not in failed.detail


def test_sets_are_shown_as_sets(embedded: dict[str, TestResult]) -> None:
    assert embedded["test_fails_on_a_set"].detail.split("\n")[1:] == [
        "     | \t^",
        '      found is {"one", "two"}',
        "      none is set()",
    ]


def test_a_value_that_is_not_true_is_shown(embedded: dict[str, TestResult]) -> None:
    assert "7" in embedded["test_is_a_number"].detail


def test_a_failing_built_in_function_is_shown_at_its_call(embedded: dict[str, TestResult]) -> None:
    detail = embedded["test_built_in_function_fails"].detail
    assert re.search(
        r"acme/names\.rego:9:17: to_number: .*\n  9 \| strict\(name\) := to_number\(name\)\n    \| +\^", detail
    )


def test_coverage_counts_what_tests_reach(suite: Suite) -> None:
    runner = EmbeddedRunner(suite, coverage=True)
    runner.run(selected(suite, re.compile("test_passes$")))
    partly = measure(suite.pack, runner.coverage())
    runner.run(selected(suite, re.compile("test_fails$")))
    more = measure(suite.pack, runner.coverage())
    (path,) = partly.missed
    assert 6 in partly.missed[path]
    assert 6 in more.reached[path]
    assert 6 not in more.missed[path]
    assert partly.percent < more.percent < 100
    assert more.gaps() == [f"{path}: 9, 11"]


@pytest.mark.opa
def test_coverage_on_opa_names_the_same_gaps(suite: Suite, opa_binary: str) -> None:
    runner = OpaRunner(suite, coverage=True)
    # OPA gives no coverage where a test fails: only those that pass are counted.
    runner.run(selected(suite, re.compile("test_passes$|test_fails$")))
    measured = measure(suite.pack, runner.coverage())
    (gap,) = measured.gaps()
    assert gap.endswith(" 6, 9, 11")


def test_what_the_command_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(folder), "--run", "test_(passes|all_cases)$"]) == 0
    assert capsys.readouterr().out == "2 passed\n"
    assert run(["test", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert printed.endswith("4 passed, 7 failed, 2 error, 1 skipped\n")
    assert f"FAILED data.acme.names_test.test_fails ({folder}/acme/names_test.rego:16:2)\n" in printed
    assert run(["test", str(folder), "--run", "test_passes$", "--threshold", "99"]) == 1
    assert "The coverage is below 99 %." in capsys.readouterr().err
    assert run(["test", str(folder), "--run", "("]) == 2


def test_an_error_in_a_test_module_is_told_before_any_test_runs(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "names.rego").write_text(RULE)
    (tmp_path / "acme" / "names_test.rego").write_text('package acme.names_test\n\ntest_x if lower_case("A") == "a"\n')
    suite = load_suite(tmp_path)
    with pytest.raises(PackError) as told:
        EmbeddedRunner(suite)
    assert str(told.value.location) == f"{tmp_path}/acme/names_test.rego:3:11"
    assert "lower_case" in told.value.message


def test_a_pack_without_tests_shows_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "names.rego").write_text(RULE)
    assert run(["test", str(tmp_path)]) == 4
    assert "There is no test in" in capsys.readouterr().err


BAD_EXAMPLE = """\
# METADATA
# title: A card
# custom:
#   id: ACME-101
#   name: acme-card
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         Example 7B is a language model.
#     good:
#       {good}: |
#         # Example 7B
#
#         Example 7B is a language model.
package acme.card

report contains {{"rule": "ACME-101", "model": 0, "at": ["models", 0], "level": "note", "message": "Said."}} if {{
	count(input.models) > 0
}}
"""


def test_examples_run_through_the_whole_pipeline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "card_test.rego").write_text("package acme.card_test\n\ntest_x := true\n")
    (tmp_path / "card.rego").write_text(BAD_EXAMPLE.format(good="README.md"))
    assert run(["test", str(tmp_path), "--verbose"]) == 1
    printed = capsys.readouterr().out
    assert "PASSED bad example of ACME-101 (acme-card)" in printed
    assert "FAILED good example of ACME-101 (acme-card)" in printed
    assert "    reported: Said.\n" in printed
    (tmp_path / "card.rego").write_text(BAD_EXAMPLE.format(good="../README.md"))
    assert run(["test", str(tmp_path)]) == 1
    assert "ERROR good example of ACME-101" in capsys.readouterr().out
