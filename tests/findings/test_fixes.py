from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from checked_repository import CARD, LICENCE, missing, reading_of, result_of, write

from gpai_lint.cli import run
from gpai_lint.errors import RepositoryError
from gpai_lint.findings import edits
from gpai_lint.findings.edits import Insertion, diff, insert
from gpai_lint.findings.fixes import PLACEHOLDER, propose
from gpai_lint.reports.interface import Style
from gpai_lint.reports.sarif import SarifReport

MIT = """\
MIT License

Copyright (c) 2026 Aurora Labs

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
FORM = """\
version: 1
model_name: Aurora 7B
languages: [en, "no"]
"""
REQUIREMENTS = {
    "MDF-8.1": {"title": "Training energy", "summary": "The energy used for training in\n  megawatt-hours -- as N/A."},
    "T-1.1.a": {"title": "Documentation", "summary": "…"},
}
BARE = CARD.replace("license: apache-2.0\n", "").replace("language: [en, fr]\n", "pipeline_tag: text-generation\n")


def _propose(root: Path, *rows: dict[str, Any]) -> list[Insertion]:
    return propose(result_of(root, rows, requirements=REQUIREMENTS))


def _matter(text: str) -> dict[str, Any]:
    matter: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return matter


def test_a_licence_that_was_recognised_by_its_text_is_named_in_the_front_matter(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": BARE, "LICENSE": MIT})
    (insertion,) = _propose(tmp_path)
    assert (insertion.file, insertion.line, insertion.lines) == ("README.md", 3, ("license: mit",))
    assert "'license' from LICENSE:" in insertion.reason


def test_what_another_document_states_is_taken_over(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": BARE, "model-documentation.yaml": FORM})
    facts = [fact for fact in reading_of(tmp_path).evidence.facts if fact.field == "data.languages"]
    assert [fact.value for fact in facts] == [["en", "no"]]
    (insertion,) = _propose(tmp_path)
    text = insert(BARE.encode(), [insertion]).decode()
    assert _matter(text) == {"pipeline_tag": "text-generation", "language": ["en", "no"]}


def test_a_key_that_is_there_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "LICENSE": MIT, "model-documentation.yaml": FORM})
    assert _propose(tmp_path) == []


def test_a_value_on_which_documents_disagree_is_not_chosen(tmp_path: Path) -> None:
    other = FORM.replace('"no"', "sv")
    write(tmp_path, {"README.md": BARE, "model-documentation.yaml": FORM, "docs/model-documentation.yaml": other})
    assert _propose(tmp_path) == []


def test_nothing_is_taken_from_the_card_itself(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": BARE.replace("is a language model.", "is a model for English and French.")})
    assert _propose(tmp_path) == []


def test_a_model_card_without_front_matter_gets_one_and_a_readme_does_not(tmp_path: Path) -> None:
    bare = CARD.split("---\n")[2]
    write(tmp_path / "card", {"MODEL_CARD.md": bare, "LICENSE": MIT})
    (insertion,) = _propose(tmp_path / "card")
    assert insert(bare.encode(), [insertion]).decode() == f"---\nlicense: mit\n---\n\n{bare}"
    write(tmp_path / "readme", {"README.md": "# Aurora\n\nCode for training.\n", "LICENSE": MIT})
    assert _propose(tmp_path / "readme") == []


def test_a_front_matter_that_holds_nothing_is_filled_and_one_that_is_malformed_is_left_alone(tmp_path: Path) -> None:
    body = CARD.split("---\n")[2]
    write(tmp_path, {"README.md": f"---\n# To do\n\n---\n{body}", "LICENSE": MIT})
    (insertion,) = _propose(tmp_path)
    assert (insertion.line, insertion.lines) == (4, ("license: mit",))
    write(tmp_path, {"README.md": f"---\ntags: [\n---\n{body}"})
    assert _propose(tmp_path) == []


def test_sections_stand_in_the_order_of_the_form(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [missing(field, requirements=[f"MDF-{n}"]) for field, n in (("a.x", "6.10"), ("b.x", "6.9"), ("c.x", "2.1"))]
    requirements = {f"MDF-{n}": {"title": n, "summary": n} for n in ("2.1", "6.9", "6.10")}
    found = propose(result_of(tmp_path, rows, requirements=requirements))
    assert [insertion.lines[1] for insertion in found] == ["## 2.1", "## 6.9", "## 6.10"]


def test_a_finding_on_several_items_does_not_disturb_the_order(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    items = ["MDF-1.1", "MDF-1.2", "MDF-1.4", "MDF-1.5"]
    several = missing("a.x", requirements=["MDF-1.5", "MDF-1.2", "MDF-1.1"])
    rows = [several, missing("b.x", rule=LICENCE, level="warning", requirements=["MDF-1.4"])]
    result = result_of(tmp_path, rows, requirements={item: {"title": item, "summary": item} for item in items})
    found = propose(result)
    assert [line[3:] for insertion in found for line in insertion.lines if line.startswith("## ")] == items
    assert [insertion.rules for insertion in found] == [("GPAI-141",), ("GPAI-701",), ("GPAI-141",)]
    # In SARIF what answers one finding is one fix.
    results = json.loads(SarifReport().render(result, Style()))["runs"][0]["results"]
    fixes = {row["ruleId"]: row["fixes"] for row in results}
    assert {rule: len(offered) for rule, offered in fixes.items()} == {"GPAI-141": 1, "GPAI-701": 1}
    (replacement,) = fixes["GPAI-141"][0]["artifactChanges"][0]["replacements"]
    shown = replacement["insertedContent"]["text"].splitlines()
    assert [line[3:] for line in shown if line.startswith("## ")] == ["MDF-1.1", "MDF-1.2", "MDF-1.5"]


def test_a_missing_item_gets_a_section_with_its_question_and_a_placeholder(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    (insertion,) = _propose(tmp_path, missing("training.energy_mwh"))
    assert insertion.lines == (
        "",
        "## Training energy",
        "",
        "<!-- gpai: MDF-8.1 -->",
        "<!-- The energy used for training in megawatt-hours – as N/A. -->",
        "",
        PLACEHOLDER,
    )
    assert insert(CARD.encode(), [insertion]).decode() == CARD + "\n".join(insertion.lines) + "\n"
    assert insertion.rules == ("GPAI-141",)


def test_a_section_that_was_begun_is_not_begun_again(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [missing("training.energy_mwh"), {**missing("training.energy_mwh"), "message": "Again."}]
    (insertion,) = _propose(tmp_path, *rows)
    write(tmp_path, {"README.md": insert(CARD.encode(), [insertion]).decode()})
    assert _propose(tmp_path, *rows) == []


def test_a_section_goes_into_no_document_but_a_card(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "model-documentation.yaml": "model:\n  name: Aurora 7B\nenergy: {}\n"})
    assert _propose(tmp_path, missing("training.energy_mwh", requirements=["MDF-8.1"])) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_rest_of_a_file_stays_as_it_is_byte_for_byte(end: str) -> None:
    before = f"\ufeff---{end}a: 1  {end}---{end}\t# Ä{end}{end} no end".encode()
    after = insert(before, [Insertion("x", 3, ("b: 2",), ""), Insertion("x", 99, ("", "## C"), "")])
    assert after == f"\ufeff---{end}a: 1  {end}b: 2{end}---{end}\t# Ä{end}{end} no end{end}{end}## C{end}".encode()


def test_an_insertion_into_an_empty_file_is_the_file() -> None:
    assert insert(b"", [Insertion("x", 1, ("a",), "")]) == b"a\n"


def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    before = CARD.rstrip("\n").encode()
    after = insert(before, [Insertion("README.md", 3, ("x: 1",), ""), Insertion("README.md", 99, ("", "End"), "")])
    file = tmp_path / "README.md"
    file.write_bytes(before)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=diff("README.md", before, after).encode(), check=True)
    assert file.read_bytes() == after


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_bytes(b"changed by its author")
    with pytest.raises(RepositoryError, match="changed meanwhile"):
        edits.write(file, b"as it was read", b"as it was read\nand more", "README.md")
    assert file.read_bytes() == b"changed by its author"
    assert list(tmp_path.iterdir()) == [file]


def test_a_written_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "card.md"
    real.write_bytes(b"a\n")
    real.chmod(0o640)
    link = tmp_path / "README.md"
    link.symlink_to("card.md")
    edits.write(link, b"a\n", b"a\nb\n", "README.md")
    assert link.is_symlink()
    assert real.read_bytes() == b"a\nb\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_sarif_offers_the_same_insertions(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [missing("training.energy_mwh")], requirements=REQUIREMENTS)
    (row,) = json.loads(SarifReport().render(result, Style()))["runs"][0]["results"]
    (change,) = row["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "README.md"
    (replacement,) = change["replacements"]
    position = len(CARD.splitlines()) + 1
    assert replacement["deletedRegion"] == {
        "startLine": position,
        "startColumn": 1,
        "endLine": position,
        "endColumn": 1,
    }
    assert replacement["insertedContent"]["text"].startswith("\n## Training energy\n")


def test_the_command_shows_first_and_writes_when_told_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"README.md": BARE, "LICENSE": MIT})
    words = ["fix", str(tmp_path), "--as-of", "2026-03-01"]
    assert run(words) == 1
    shown = capsys.readouterr()
    assert "+license: mit\n" in shown.out
    assert "README.md: The front matter can state 'license' from LICENSE:" in shown.err
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == BARE
    assert run([*words, "--apply"]) == 0
    after = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert _matter(after)["license"] == "mit"
    assert after.replace("license: mit\n", "").startswith(BARE)
    assert run(words) == 0
    assert "There is nothing to insert." in capsys.readouterr().err


def _missed(root: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """Return the items of the form that are not met."""
    capsys.readouterr()
    assert run(["status", str(root), "--format", "json", "--as-of", "2026-03-01"]) == 0
    (model,) = json.loads(capsys.readouterr().out)["models"]
    return {row["id"] for row in model["requirements"] if row["id"].startswith("MDF-") and row["verdict"] == "not_met"}


def test_a_section_that_was_only_begun_meets_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"README.md": CARD})
    before = _missed(tmp_path, capsys)
    assert run(["fix", str(tmp_path), "--apply", "--as-of", "2026-03-01"]) == 0
    begun = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert begun.count(PLACEHOLDER) > CARD.count(PLACEHOLDER)
    assert _missed(tmp_path, capsys) == before
