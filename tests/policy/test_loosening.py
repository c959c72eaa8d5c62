"""A pack makes rules of others graver as it likes, and milder only where it may, in sight of every reader."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode, UsageError
from gpai_lint.findings.interface import Level
from gpai_lint.findings.selection import Selection, choose
from gpai_lint.policy.loosening import QUESTIONS, adjustments
from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]

CARD = """---
license: apache-2.0
---
# Aurora 7B

Aurora 7B is a language model.

## Limitations

[More Information Needed]
"""


def manifest(**settings: Any) -> str:
    return json.dumps({"roots": ["acme"], "metadata": {"gpai_lint": {"name": "acme", **settings}}}, indent=2)


def pack_with(pack_of: PackOf, *allowed: str, **settings: Any) -> Pack:
    pack = pack_of({"a.rego": "package acme\n", ".manifest": manifest(**settings)})
    return pack._replace(allowed=frozenset(allowed))


def selection_of(*packs: Pack, **levels: str) -> Selection:
    every = (load_builtin(), *packs)
    rules = {rule.id: rule for pack in every for rule in pack.rules.values()}
    return choose(rules, levels=levels, adjusted=adjustments(every))


def test_a_level_is_raised_without_asking(pack_of: PackOf) -> None:
    selection = selection_of(pack_with(pack_of, levels={"placeholder-text": "error"}))
    assert load_builtin().rules["GPAI-801"].level != "error"
    assert selection.level("GPAI-801", "note") is Level.ERROR
    assert selection.adjusted.loosened == ()


def test_the_level_of_the_rule_itself_is_a_floor_and_no_loosening(pack_of: PackOf) -> None:
    selection = selection_of(pack_with(pack_of, levels={"GPAI-101": "error"}))
    assert selection.level("GPAI-101", "warning") is Level.ERROR


@pytest.mark.parametrize(
    ("settings", "allow", "message"),
    [
        (
            {"levels": {"GPAI-101": "note"}},
            "levels",
            r"lowers 'GPAI-101' \(documentation-missing\) from error to note",
        ),
        ({"levels": {"documentation-missing": "off"}}, "levels", r"lowers 'GPAI-101' .* from error to off"),
        ({"waivers": {"GPAI-101": "It is with the AI Office."}}, "waivers", r"waives 'GPAI-101'"),
        (
            {"scope": {"gpai": {"answer": "no", "why": "It is a classifier."}}},
            "scope",
            r"answers the question of scope 'gpai'",
        ),
    ],
)
def test_what_is_milder_needs_permission(pack_of: PackOf, settings: dict[str, Any], allow: str, message: str) -> None:
    others = [each for each in ("levels", "waivers", "scope") if each != allow]
    with pytest.raises(UsageError, match=message) as caught:
        selection_of(pack_with(pack_of, *others, **settings))
    assert str(caught.value.location).startswith("acme/.manifest:9:")
    assert f"allow: [{allow}]" in str(caught.value)
    (row,) = selection_of(pack_with(pack_of, allow, **settings)).adjusted.loosened
    assert (row.pack, row.kind) == ("acme", allow)


def test_no_engine_loads_what_nobody_allowed(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    with pytest.raises(UsageError, match="lowers 'GPAI-101'"):
        evaluate("data.acme", pack_with(pack_of, levels={"GPAI-101": "note"}))


@pytest.mark.parametrize(
    ("reported", "expected"), [("error", Level.WARNING), ("warning", Level.WARNING), ("note", Level.NOTE)]
)
def test_a_lowered_level_raises_nothing(pack_of: PackOf, reported: str, expected: Level) -> None:
    selection = selection_of(pack_with(pack_of, "levels", levels={"GPAI-101": "warning"}))
    assert selection.level("GPAI-101", reported) is expected


def test_the_graver_of_two_packs_counts_and_the_repository_has_the_last_word(pack_of: PackOf) -> None:
    mild = pack_with(pack_of, "levels", levels={"GPAI-101": "off"})
    grave = pack_with(pack_of, levels={"GPAI-101": "error"})._replace(name="other", roots=("other",), modules=())
    assert not selection_of(mild).runs("GPAI-101")
    assert selection_of(mild, grave).level("GPAI-101", "warning") is Level.ERROR
    assert selection_of(mild, **{"GPAI-101": "note"}).level("GPAI-101", "error") is Level.NOTE


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"levels": {"documentation-mising": "note"}}, "There is no rule 'documentation-mising' in the packs"),
        ({"waivers": {"GPAI-101": " - "}}, "The waiver gives no reason"),
        ({"scope": {"gpia": {"answer": "no", "why": "So it is."}}}, "There is no question of scope 'gpia'"),
    ],
)
def test_what_names_nothing_is_wrong(pack_of: PackOf, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        selection_of(pack_with(pack_of, "levels", "waivers", "scope", **settings))
    assert caught.value.hint is not None


def test_two_packs_cannot_answer_one_question_differently(pack_of: PackOf) -> None:
    one = pack_with(pack_of, "scope", scope={"gpai": {"answer": "no", "why": "It is a classifier."}})
    other = pack_with(pack_of, "scope", scope={"gpai": {"answer": "yes", "why": "It is large."}})
    with pytest.raises(UsageError, match=r"The packs 'acme' \(acme/.manifest:9:\d+\) and 'other' answer"):
        adjustments((load_builtin(), one, other._replace(name="other")))


def test_a_given_answer_is_the_answer_of_scope(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    pack = pack_with(pack_of, "scope", scope={"third_country": {"answer": "no", "why": "Our seat is in Lyon."}})
    answers = evaluate("data.gpai.main.scope", pack)[0]
    expected = {"answer": "no", "why": "Our seat is in Lyon.", "basis": "the pack 'acme'", "evidence": []}
    assert answers["third_country"] == expected
    assert answers.keys() == QUESTIONS
    assert answers["gpai"]["basis"] != expected["basis"]


FORMATS = ("text", "json", "sarif", "markdown", "html", "junit", "github")


@pytest.fixture
def reports(tmp_path: Path) -> dict[str, str]:
    """Return every report on a repository whose configuration allows a pack what it does."""
    settings = {
        "levels": {"GPAI-101": "note"},
        "waivers": {"GPAI-801": "Our cards are filled in before the release."},
        "scope": {"third_country": {"answer": "no", "why": "Our seat is in Lyon."}},
    }
    repository, pack = tmp_path / "model", tmp_path / "pack"
    repository.mkdir()
    pack.mkdir()
    (pack / "a.rego").write_text("package acme\n")
    (pack / ".manifest").write_text(manifest(**settings))
    (repository / "README.md").write_text(CARD)
    (repository / "gpai-lint.yaml").write_text("packs:\n- {source: ../pack, allow: [levels, waivers, scope]}\n")
    words = [f"--format={name}={tmp_path / name}" for name in FORMATS]
    assert run(["check", str(repository), "--as-of", "2026-08-02", "--fail-on", "never", *words]) == ExitCode.CLEAN
    return {name: (tmp_path / name).read_text() for name in FORMATS}


LINES = (
    "loosened by pack 'acme': GPAI-101 (documentation-missing) error → note",
    "loosened by pack 'acme': GPAI-801 (placeholder-text) waived: Our cards are filled in before the release.",
    "loosened by pack 'acme': the scope question 'third_country' is answered 'no': Our seat is in Lyon.",
)


def test_every_report_shows_what_was_loosened(reports: dict[str, str]) -> None:
    flat = {name: " ".join(text.split()) for name, text in reports.items()}
    found = json.loads(reports["json"])["summary"]
    assert found["notices"] == list(LINES)
    assert [(row["kind"], row["subject"], row["line"]) for row in found["loosened"]] == [
        ("levels", "GPAI-101", 9),
        ("waivers", "GPAI-801", 12),
        ("scope", "third_country", 15),
    ]
    (sarif,) = json.loads(reports["sarif"])["runs"]
    notes = [row["message"]["text"] for row in sarif["invocations"][0]["toolExecutionNotifications"]]
    assert [note.lower().rstrip(".") for note in notes] == [line.lower().rstrip(".") for line in LINES]
    assert sarif["properties"]["loosened"] == found["loosened"]
    properties = ET.fromstring(reports["junit"]).iter("property")  # noqa: S314 - our own output
    assert [each.get("value") for each in properties if each.get("name") == "notice"] == list(LINES)
    for line in LINES:
        assert line in flat["text"]
        assert line in flat["html"].replace("&#x27;", "'")
        assert line in flat["github"].replace("%0A", " ")
        plain = line.replace("'", "&#39;").replace(":", "&#58;").replace("(", "&#40;").replace(")", "&#41;")
        assert plain.replace("-", "&#45;").replace("→", "&#8594;").replace("_", "&#95;") in flat["markdown"]


def test_findings_that_a_pack_waives_count_as_waived_and_keep_the_reason(reports: dict[str, str]) -> None:
    found = json.loads(reports["json"])
    (row,) = [row for row in found["findings"] if row["rule"]["id"] == "GPAI-801"]
    assert row["status"] == "waived"
    assert row["waiver"]["reason"] == "Our cards are filled in before the release."
    assert row["waiver"]["owner"] == "pack acme"
    assert (row["waiver"]["file"], row["waiver"]["line"]) == ("../pack/.manifest", 12)
    assert found["summary"]["waived"] == 1
    assert not [row for row in found["findings"] if row["rule"]["id"].startswith("GPAI-9")]
