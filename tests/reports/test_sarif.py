from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checked_repository import CARD, ENERGY, LICENCE, PLACEHOLDER, RULES, at, missing, result_of, write
from git import Actor, Repo

from gpai_lint.findings.interface import Gone, Result, Status, Waiving
from gpai_lint.findings.line_hash import line_hashes
from gpai_lint.location import Location, Span
from gpai_lint.reports.github import GithubReport
from gpai_lint.reports.interface import Style
from gpai_lint.reports.markdown import MarkdownReport
from gpai_lint.reports.sarif import SarifReport

VALIDATE = Path(__file__).parent.parent / "sarif" / "validate.py"
ROWS = [
    at(["placeholders", 0], PLACEHOLDER, "note"),
    at(["models", 0, "facts", "distribution.licence", 0]),
    missing("training.energy_mwh"),
]


def _log(result: Result, **style: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(SarifReport().render(result, Style(**style)))
    return log


def _run(result: Result, **style: Any) -> dict[str, Any]:
    (run,) = _log(result, **style)["runs"]
    return dict(run)


def _commit(root: Path, remote: str = "") -> Repo:
    repo = Repo.init(root, initial_branch="main")
    repo.git.add("--all")
    author = Actor("A. Uthor", "author@example.org")
    repo.index.commit("Publish", author=author, committer=author)
    if remote:
        repo.create_remote("origin", remote)
    return repo


def test_a_result_points_at_one_line_with_its_text_and_the_lines_around_it(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    run = _run(result_of(tmp_path, [missing("training.energy_mwh")]))
    (row,) = run["results"]
    assert (row["ruleId"], row["level"]) == ("GPAI-141", "error")
    place = row["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "README.md", "uriBaseId": "SRCROOT"}
    snippet = {"text": "Energy and emissions"}
    assert place["region"] == {"startLine": 13, "startColumn": 5, "endLine": 13, "endColumn": 25, "snippet": snippet}
    assert place["contextRegion"]["startLine"] == 11
    assert "### Energy and emissions\n\nWe will publish" in place["contextRegion"]["snippet"]["text"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_result_has_the_line_hash_of_github_and_a_fingerprint_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [missing("training.energy_mwh")])
    (row,) = _run(result)["results"]
    assert row["partialFingerprints"] == {
        "primaryLocationLineHash": line_hashes(CARD.encode())[12],
        "gpaiLint/v1": result.findings[0].fingerprint,
    }


def test_every_rule_is_listed_with_all_that_github_shows(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rules = _run(result_of(tmp_path, []))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    energy = rules[0]
    assert energy["name"] == "TrainingEnergy"
    assert energy["shortDescription"]["text"] == "The energy used for training is stated."
    assert energy["help"]["markdown"].startswith(ENERGY.description)
    assert energy["helpUri"] in energy["help"]["markdown"]
    assert energy["helpUri"].endswith("/docs/rules/training-energy.md")
    assert energy["defaultConfiguration"] == {"level": "error"}
    assert energy["properties"]["precision"] == "high"
    assert energy["properties"]["problem.severity"] == "error"
    assert {"transparency", "code-of-practice"} <= set(energy["properties"]["tags"])
    assert len(energy["properties"]["tags"]) <= 10
    # A duty of documentation is no vulnerability.
    assert not any("security-severity" in rule["properties"] for rule in rules)
    assert [rule["properties"]["problem.severity"] for rule in rules] == ["error", "warning", "recommendation"]


def test_rules_refer_to_the_measures_and_articles_that_the_run_lists(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    run = _run(result_of(tmp_path, []))
    assert [(table["name"], [taxon["id"] for taxon in table["taxa"]]) for table in run["taxonomies"]] == [
        ("code-of-practice", ["Transparency, Measure 1.1"]),
        ("ai-act", ["Article 53(1)(a)"]),
    ]
    for relation in run["tool"]["driver"]["rules"][0]["relationships"]:
        target = relation["target"]
        table = run["taxonomies"][target["toolComponent"]["index"]]
        assert table["guid"] == target["toolComponent"]["guid"]
        assert table["taxa"][target["index"]]["id"] == target["id"]
    assert "relationships" not in run["tool"]["driver"]["rules"][1]


def test_a_file_that_was_not_read_is_a_notification_and_no_result(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "config.json": '{"model_type": '})
    run = _run(result_of(tmp_path, []))
    (row,) = run["invocations"][0]["toolExecutionNotifications"]
    assert row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "config.json"
    assert row["message"]["text"].startswith("'config.json' was not read: ")
    assert run["results"] == []


def test_paths_start_at_the_top_of_the_repository(tmp_path: Path) -> None:
    root = write(tmp_path / "models" / "größe 7B", {"README.md": CARD})
    write(tmp_path, {"gpai-lint.yaml": "provider:\n  name: Aurora Labs\n"})
    _commit(tmp_path)
    rows = [missing("training.energy_mwh"), at(["configuration", "provider", "name"])]
    run = _run(result_of(root, rows))
    uris = [row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in run["results"]]
    assert uris == ["models/gr%C3%B6%C3%9Fe%207B/README.md", "gpai-lint.yaml"]
    assert run["automationDetails"]["id"] == "gpai-lint/models/größe 7B/"


def test_a_link_is_followed_for_github_shows_it_as_a_file_of_one_line(tmp_path: Path) -> None:
    write(tmp_path, {"models/a/docs/card.md": CARD})
    _commit(tmp_path)
    root = tmp_path / "models" / "a"
    (root / "README.md").symlink_to("docs/card.md")
    result = result_of(root, [missing("training.energy_mwh")])
    assert [finding.location.file for finding in result.findings] == ["README.md"]
    (row,) = _run(result)["results"]
    assert row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "models/a/docs/card.md"
    assert "::error file=models/a/docs/card.md,line=13," in GithubReport().render(result, Style())
    page = MarkdownReport().render(result, Style(source_url="https://github.com/lab/aurora/blob/0123abc"))
    assert "/0123abc/models/a/docs/card.md?plain=1#L13" in page


@pytest.mark.parametrize(
    ("remote", "shown"),
    [
        ("https://user:secret@example.org/lab/aurora.git", "https://example.org/lab/aurora.git"),
        ("git@example.org:lab/aurora.git", "https://example.org/lab/aurora.git"),
        ("ssh://git@example.org:2222/lab/aurora.git", "https://example.org/lab/aurora.git"),
        ("https://example.org:8443/lab/aurora.git", "https://example.org:8443/lab/aurora.git"),
    ],
)
def test_the_commit_is_named_with_an_address_without_credentials(tmp_path: Path, remote: str, shown: str) -> None:
    write(tmp_path, {"README.md": CARD})
    repo = _commit(tmp_path, remote)
    assert _run(result_of(tmp_path, []))["versionControlProvenance"] == [
        {
            "repositoryUri": shown,
            "revisionId": repo.head.commit.hexsha,
            "branch": "main",
            "mappedTo": {"uriBaseId": "SRCROOT"},
        }
    ]


def test_a_detached_head_names_no_branch(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    repo = _commit(tmp_path, "https://example.org/lab/aurora.git")
    repo.git.checkout(repo.head.commit.hexsha)
    assert "branch" not in _run(result_of(tmp_path, []))["versionControlProvenance"][0]


@pytest.mark.parametrize("kind", ["no git", "no commit", "no remote", "a local remote"])
def test_without_a_published_commit_no_provenance_is_claimed(tmp_path: Path, kind: str) -> None:
    write(tmp_path, {"README.md": CARD})
    if kind == "no commit":
        Repo.init(tmp_path)
    elif kind != "no git":
        _commit(tmp_path, str(tmp_path.parent) if kind == "a local remote" else "")
    assert "versionControlProvenance" not in _run(result_of(tmp_path, []))


def test_findings_of_one_rule_on_one_line_are_one_alert(tmp_path: Path) -> None:
    # GitHub would merge them by their line hash and show the message of one of them.
    write(tmp_path, {"README.md": CARD})
    rows = [missing("data.tokens"), {**missing("data.size"), "message": "Another field is missing."}]
    result = result_of(tmp_path, rows)
    assert len({finding.location.span.line for finding in result.findings}) == 1
    (row,) = _run(result)["results"]
    assert row["occurrenceCount"] == 2
    assert "Another field is missing." in row["message"]["text"]
    assert "'data.tokens'" in row["message"]["text"]


def test_a_message_that_quotes_a_link_holds_none(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    forged = {"message": "Here stands [approved](https://evil.example).", "at": ["placeholders", 0]}
    result = result_of(tmp_path, [missing("training.energy_mwh") | {"message": forged["message"], "related": [forged]}])
    gone = Gone("GPAI-141", "training-energy", "README.md", str(forged["message"]), "0" * 32)
    run = _run(result._replace(gone=(gone,), notices=(str(forged["message"]),)), show_waived=True)
    shown = [row["message"]["text"] for row in run["results"]]
    shown += [place["message"]["text"] for row in run["results"] for place in row.get("relatedLocations", ())]
    shown += [row["message"]["text"] for row in run["invocations"][0]["toolExecutionNotifications"]]
    plain = "Here stands [approved] (https://evil.example)."
    assert shown == [f"{plain} See [line 19](1).", plain, plain, plain]


def test_a_message_links_the_places_that_belong_to_it_by_their_numbers(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "a](9)/COPYRIGHT_POLICY.md": "# Copyright policy\n"})
    related = [{"message": message, "at": ["documents", number]} for number in range(2) for message in ("A.", "B.")]
    (row,) = _run(result_of(tmp_path, [missing("training.energy_mwh", related=related)]))["results"]
    assert [place["id"] for place in row["relatedLocations"]] == [1, 2, 3, 4]
    assert row["message"]["text"].endswith(" See [line 5](1), [a  9 /COPYRIGHT_POLICY.md, line 1](3).")


def test_the_worst_results_stand_first(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert [row["level"] for row in _run(result_of(tmp_path, ROWS))["results"]] == ["error", "warning", "note"]


def _with_history(root: Path) -> Result:
    """Return a result with a waived, an unchanged and a new finding, and one that is gone."""
    result = result_of(root, ROWS, gone=(Gone("GPAI-141", "training-energy", "OLD.md", "It was missing.", "0" * 32),))
    unchanged, new, waived = result.findings
    waiver = Waiving("Published in May", Location("gpai-lint.yaml", Span(3, 5, 3, 9)), "legal", "DOC-7", "2026-06-01")
    findings = (
        unchanged._replace(status=Status.BASELINE, new=False),
        new._replace(new=True),
        waived._replace(status=Status.WAIVED, waiver=waiver),
    )
    return result._replace(findings=findings, compared_with="main")


def test_the_file_to_upload_holds_nothing_that_is_suppressed_or_gone(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = _run(_with_history(tmp_path))["results"]
    assert [(row["ruleId"], row["baselineState"]) for row in rows] == [
        (ENERGY.id, "new"),
        (LICENCE.id, "unchanged"),
    ]
    assert not any("suppressions" in row for row in rows)


def test_the_audit_report_holds_the_suppressed_and_the_gone_too(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = _run(_with_history(tmp_path), show_waived=True)["results"]
    assert [row.get("baselineState") for row in rows] == ["new", "unchanged", None, "absent"]
    (suppression,) = rows[2]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "Published in May"
    assert suppression["properties"] == {"owner": "legal", "ticket": "DOC-7", "until": "2026-06-01"}


def test_a_category_of_the_caller_replaces_ours(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    run = _run(result_of(tmp_path, []), category="nightly")
    assert run["automationDetails"]["id"] == "nightly/"


def test_the_same_check_gives_the_same_file(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _log(result_of(tmp_path, ROWS)) == _log(result_of(tmp_path, ROWS[::-1]))


@pytest.fixture
def multitool() -> str:
    found = os.environ.get("GPAI_LINT_MULTITOOL") or shutil.which("Sarif.Multitool")
    if not found:
        pytest.skip("there is no Sarif.Multitool: npm install @microsoft/sarif-multitool")
    return found


@pytest.mark.usefixtures("multitool")
@pytest.mark.parametrize("audit", [False, True])
@pytest.mark.parametrize("git", [False, True])
def test_the_multitool_finds_no_error_and_no_warning(tmp_path: Path, audit: bool, git: bool) -> None:
    root = write(tmp_path / "repository", {"README.md": CARD, "config.json": "{", "gpai-lint.yaml": "rules: {}\n"})
    if git:
        _commit(root, "https://example.org/lab/aurora.git")
    file = tmp_path / "out.sarif"
    file.write_text(SarifReport().render(_with_history(root), Style(show_waived=audit)), encoding="utf-8")
    run = subprocess.run([sys.executable, str(VALIDATE), str(file)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.usefixtures("multitool")
def test_the_validation_would_see_a_rule_without_help(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    log = _log(result_of(tmp_path, ROWS))
    del log["runs"][0]["tool"]["driver"]["rules"][0]["help"]
    file = tmp_path / "out.sarif"
    file.write_text(json.dumps(log), encoding="utf-8")
    run = subprocess.run([sys.executable, str(VALIDATE), str(file)], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "GH2012" in run.stdout
