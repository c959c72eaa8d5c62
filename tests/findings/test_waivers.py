from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, ENERGY, PLACEHOLDER, at, missing, result_of, write
from command_outcome import Outcome

from gpai_lint.configuration.target import Target, configure
from gpai_lint.errors import UsageError
from gpai_lint.findings.interface import Level, Status
from gpai_lint.findings.selection import Selection
from gpai_lint.findings.tool_rules import TOOL_RULES
from gpai_lint.reports.interface import Style
from gpai_lint.reports.json_report import JsonReport
from gpai_lint.settling import waived

if TYPE_CHECKING:
    from collections.abc import Callable

REASON = "reason: Metering begins with the next run"


def _waiver(*lines: str) -> str:
    return "waivers:\n  - rule: acme-energy\n" + "".join(f"    {line}\n" for line in lines)


def _state(outcome: Outcome, rule: str) -> list[str]:
    return [row["status"] for row in outcome.findings if row["rule"]["id"] == rule]


def _about(outcome: Outcome, name: str) -> list[dict[str, Any]]:
    return [row for row in outcome.findings if row["rule"]["name"] == name]


ENERGY_RULE = ENERGY._replace(id="ACME-1", name="acme-energy")
LEFTOVERS_RULE = PLACEHOLDER._replace(id="ACME-2", name="acme-leftovers")
RULES = {rule.id: rule for rule in (ENERGY_RULE, LEFTOVERS_RULE, *TOOL_RULES.values())}


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Outcome]:
    """Return a function that applies the waivers of a card and a configuration to what two rules found in the card."""

    def call(configuration: str = "", card: str = CARD, ignore: frozenset[str] = frozenset()) -> Outcome:
        write(tmp_path, {"README.md": card, "gpai-lint.yaml": configuration})
        rows = [missing("training.energy_mwh", rule=ENERGY_RULE)]
        if "[More" in card:
            rows.append(at(["placeholders", 0], rule=LEFTOVERS_RULE))
        selection = Selection(ignore=ignore)
        try:
            result = result_of(tmp_path, rows, selection, rules=RULES)
            result = waived(result, configure(Target(tmp_path)), selection, whole=True)
        except UsageError as error:
            return Outcome(error.exit_code, "", str(error))
        failed = any(row.level is Level.ERROR and row.status is Status.ACTIVE for row in result.findings)
        return Outcome(int(failed), JsonReport().render(result, Style()), "")

    return call


def test_a_waiver_hides_its_finding_and_is_counted(check: Callable[..., Outcome]) -> None:
    outcome = check(_waiver(REASON, "owner: energy team", "ticket: DOC-7"))
    assert outcome.code == 0
    assert _state(outcome, "ACME-1") == ["waived"]
    assert _state(outcome, "ACME-2") == ["active"]
    assert outcome.summary["waived"] == 1
    assert outcome.findings[0]["waiver"] == {
        "reason": "Metering begins with the next run",
        "owner": "energy team",
        "ticket": "DOC-7",
        "until": "",
        "file": "gpai-lint.yaml",
        "line": 2,
    }


def test_no_waivers_disregards_them(tmp_path: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": _waiver(REASON)})
    assert lint("check", tmp_path).code == 0
    outcome = lint("check", tmp_path, "--no-waivers")
    assert (outcome.code, _state(outcome, "ACME-1")) == (1, ["active"])


@pytest.mark.parametrize(
    ("until", "status", "notes"),
    [
        ("2026-02-28", "active", 0),
        ("2026-03-01", "waived", 1),
        ("2026-03-31", "waived", 1),
        ("2026-04-01", "waived", 0),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_day_and_is_noted_thirty_days_before(
    check: Callable[..., Outcome], until: str, status: str, notes: int
) -> None:
    outcome = check(_waiver(REASON, f"until: {until}"))
    assert _state(outcome, "ACME-1") == [status]
    noted = _about(outcome, "waiver-ends-soon")
    assert [(row["level"], row["file"], row["line"]) for row in noted] == [("note", "gpai-lint.yaml", 2)] * notes


def test_a_finding_whose_waiver_ended_names_it(check: Callable[..., Outcome]) -> None:
    outcome = check(_waiver(REASON, "until: 2026-02-28"))
    assert outcome.code == 1
    assert outcome.findings[0]["related"] == [
        {
            "message": "The waiver of this finding ended on '2026-02-28'.",
            "file": "gpai-lint.yaml",
            "line": 2,
            "column": outcome.findings[0]["related"][0]["column"],
        }
    ]
    assert _about(outcome, "waiver-unused") == []


@pytest.mark.parametrize("place", ["path: other.md", "anchor: '#Aurora 7B/Limitations'", "path: docs/"])
def test_a_waiver_that_hides_nothing_is_a_warning(check: Callable[..., Outcome], place: str) -> None:
    outcome = check(_waiver(REASON, place))
    assert _state(outcome, "ACME-1") == ["active"]
    (unused,) = _about(outcome, "waiver-unused")
    assert (unused["level"], unused["file"], unused["line"]) == ("warning", "gpai-lint.yaml", 2)


def test_a_waiver_of_a_rule_that_does_not_run_is_not_unused(check: Callable[..., Outcome]) -> None:
    assert _about(check(_waiver(REASON), ignore=frozenset({"ACME-1"})), "waiver-unused") == []


@pytest.mark.parametrize(
    "place",
    [
        "path: README.md",
        "path: '*.md'",
        "anchor: '#Aurora 7B/Training/Energy and emissions'",
        "anchor: '#Aurora 7B/Training'",
        "anchor: training.energy_mwh",
    ],
)
def test_a_waiver_reaches_a_path_or_an_anchor(check: Callable[..., Outcome], place: str) -> None:
    assert _state(check(_waiver(REASON, place)), "ACME-1") == ["waived"]


def test_a_path_is_relative_to_the_configuration(tmp_path: Path, lint: Callable[..., Outcome]) -> None:
    files = {"models/a/README.md": CARD, "gpai-lint.yaml": _waiver(REASON, "path: models/a/README.md")}
    write(tmp_path, files)
    (tmp_path / ".git").mkdir()
    outcome = lint("check", tmp_path / "models" / "a")
    assert _state(outcome, "ACME-1") == ["waived"]


def test_waivers_may_stand_in_a_file_of_their_own(check: Callable[..., Outcome], tmp_path: Path) -> None:
    write(tmp_path, {"waivers.yaml": f"# Agreed on 3 February\n- rule: ACME-1\n  {REASON}\n"})
    outcome = check("waivers: waivers.yaml\n")
    assert (outcome.findings[0]["waiver"]["file"], outcome.findings[0]["waiver"]["line"]) == ("waivers.yaml", 2)


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ("waivers:\n  - rule: acme-enrgy\n    reason: x\n", "gpai-lint.yaml:2:5: There is no rule 'acme-enrgy'."),
        ("waivers:\n  - rule: '*'\n    reason: Later\n", "There is no rule '*'."),
        (_waiver("owner: me"), "lacks the key 'reason'"),
        (_waiver("reason: '...'"), "gpai-lint.yaml:3:5: The waiver gives no reason."),
        (_waiver(REASON, "until: 2026-02-31"), "gpai-lint.yaml:4:5: '2026-02-31' is no day."),
        (_waiver(REASON, "untill: 2026-02-01"), "Did you mean 'until'?"),
    ],
)
def test_a_waiver_that_is_wrong_is_wrong_usage(check: Callable[..., Outcome], configuration: str, message: str) -> None:
    outcome = check(configuration)
    assert outcome.code == 2
    assert message in outcome.err


def _inline(comment: str) -> str:
    return CARD.replace("### Energy and emissions\n", f"### Energy and emissions\n\n{comment}\n")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- gpai-lint: ignore[acme-energy] Metering begins with the next run -->",
        "<!-- gpai-lint: ignore[ACME-1, acme-leftovers] Metering begins with the next run -->",
        "<!-- gpai-lint: ignore[acme-energy] until 2026-12-31: Metering begins with the next run -->",
        "<!-- gpai-lint: ignore[acme-energy] until the meters are in place -->",
        "<!--\n  gpai-lint: ignore[acme-energy]\n  Metering begins with the next run\n-->",
    ],
)
def test_a_comment_under_a_heading_waives_what_is_missing_there(check: Callable[..., Outcome], comment: str) -> None:
    outcome = check(card=_inline(comment))
    assert _state(outcome, "ACME-1") == ["waived"]
    assert outcome.findings[0]["waiver"]["file"] == "README.md"
    assert outcome.findings[0]["waiver"]["line"] == 15


def test_a_comment_above_a_line_waives_what_stands_on_it(check: Callable[..., Outcome]) -> None:
    card = CARD.replace("[More", "<!-- gpai-lint: ignore[acme-leftovers] Comes with 1.1 -->\n\n[More")
    outcome = check(card=card)
    assert (_state(outcome, "ACME-2"), _state(outcome, "ACME-1")) == (["waived"], ["active"])


def test_a_comment_anywhere_in_a_section_waives_what_is_missing_there_and_nothing_else(
    check: Callable[..., Outcome],
) -> None:
    later = (
        "soon.\n\n<!-- gpai-lint: ignore[acme-energy, acme-leftovers] Metering begins in May -->\n\nAfter that, more."
    )
    outcome = check(card=CARD.replace("soon.", later).replace("## Limitations\n\n", "One line.\n\n"))
    assert (_state(outcome, "ACME-1"), _state(outcome, "ACME-2")) == (["waived"], ["active"])


def test_a_comment_elsewhere_waives_nothing_and_is_unused(check: Callable[..., Outcome]) -> None:
    card = CARD.replace("## Training\n", "## Training\n\n<!-- gpai-lint: ignore[acme-energy] Not here -->\n")
    outcome = check(card=card)
    assert _state(outcome, "ACME-1") == ["active"]
    assert [row["line"] for row in _about(outcome, "waiver-unused")] == [11]


def test_a_comment_in_the_front_matter_waives_what_is_missing_there(check: Callable[..., Outcome]) -> None:
    comment = "# gpai-lint: ignore[acme-energy] Metering begins with the next run"
    outcome = check(card=f"---\nlicense: mit\n{comment}\n---\nA language model.\n")
    assert _state(outcome, "ACME-1") == ["waived"]


def test_an_inline_waiver_ends_too(check: Callable[..., Outcome]) -> None:
    outcome = check(card=_inline("<!-- gpai-lint: ignore[acme-energy] until=2026-02-28 Metering -->"))
    assert (outcome.code, _state(outcome, "ACME-1")) == (1, ["active"])


def test_an_example_in_a_code_block_is_no_waiver(check: Callable[..., Outcome]) -> None:
    outcome = check(card=_inline("```\n<!-- gpai-lint: ignore[acme-energy] Like this -->\n```"))
    assert _state(outcome, "ACME-1") == ["active"]
    assert _about(outcome, "waiver-unused") == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- gpai-lint: ignore[acme-energy] -->", "The waiver gives no reason."),
        ("<!-- gpai-lint: ignore[acme-energy] until 2026-12-31 -->", "The waiver gives no reason."),
        ("<!-- gpai-lint: ignore[acme-enrgy] Later -->", "Did you mean 'acme-energy'?"),
        ("<!-- gpai-lint: ignore[] Later -->", "The waiver names no rule."),
        ("<!-- gpai-lint: ignore Later -->", "The waiver is not understood."),
        ("<!-- gpai-lint: ignore[*] Later -->", "There is no rule '*'."),
        ("<!-- gpai-lint: ignore[acme-energy] until 2026-13-01: Later -->", "'2026-13-01' is no day."),
    ],
)
def test_an_inline_waiver_that_is_wrong_is_wrong_usage(
    check: Callable[..., Outcome], comment: str, message: str
) -> None:
    outcome = check(card=_inline(comment))
    assert outcome.code == 2
    assert "README.md:15:1: " in outcome.err
    assert message in outcome.err


def test_a_pull_request_that_waives_a_finding_passes(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"b/MODEL_CARD.md": CARD})
    commit("One model")
    waiver = _waiver(REASON, "path: a/")
    write(tmp_path, {"a/MODEL_CARD.md": CARD.replace("7B", "8B"), "gpai-lint.yaml": waiver})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert outcome.code == 0
    assert [(row["file"], row["status"]) for row in outcome.findings if row["rule"]["id"] == "ACME-1"] == [
        ("a/MODEL_CARD.md", "waived"),
        ("b/MODEL_CARD.md", "baseline"),
    ]
