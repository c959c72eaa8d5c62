import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from gpai_lint.configuration.target import Target, configure
from gpai_lint.pipeline import read
from gpai_lint.reports.evidence_table import as_json, as_text

CARD = """\
# Model card of Heron

Heron comes in 2B, 9B and 31B parameters.

## Training

| Model     | Time (GPU hours) | Carbon emitted (tCO2eq) |
|-----------|------------------|-------------------------|
| Heron 2B  | 41200            | 12.5                    |
| Heron 9B  | 160700           | 49.75                   |
| Heron 31B | 902100           | 270.2                   |

## Limitations

Heron was trained on 4.1 trillion tokens.
"""


@pytest.fixture
def evidence(tmp_path: Path) -> Any:
    (tmp_path / "README.md").write_text(dedent(CARD))
    (tmp_path / ".git").mkdir()
    target = Target(tmp_path)
    return read(target, "2026-09-01", configure(target)).evidence


def rows(evidence: Any, field: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(as_json(evidence, [field]))["evidence"]
    return found


def test_a_sentence_that_names_the_sizes_of_a_family_is_one_row(evidence: Any) -> None:
    (row,) = rows(evidence, "model.parameters_total")
    assert (row["value"], row["line"], row["model"]) == ([2_000_000_000, 9_000_000_000, 31_000_000_000], 3, "")
    assert [(member["model"], member["value"]) for member in row["members"]] == [
        ("2B", 2_000_000_000),
        ("9B", 9_000_000_000),
        ("31B", 31_000_000_000),
    ]


def test_a_line_that_names_its_members_twice_speaks_of_each_once(tmp_path: Path) -> None:
    card = "# Heron\n\nHeron comes in 2B and 9B parameters. The chat models (2B, 9B parameters) follow.\n"
    (tmp_path / "README.md").write_text(card)
    target = Target(tmp_path)
    (row,) = rows(read(target, "2026-09-01", configure(target)).evidence, "model.parameters_total")
    assert (row["value"], len(row["members"])) == ([2_000_000_000, 9_000_000_000], 2)


def test_a_table_of_members_is_one_row_with_the_largest_figure_and_every_member_at_its_place(evidence: Any) -> None:
    (row,) = rows(evidence, "training.gpu_hours")
    assert (row["value"], row["line"]) == (902_100, 11)
    assert "31B" in row["model"]
    assert [(member["value"], member["line"]) for member in row["members"]] == [
        (41_200, 9),
        (160_700, 10),
        (902_100, 11),
    ]


def test_of_tokens_in_a_table_those_of_the_largest_member_stand_for_the_family(tmp_path: Path) -> None:
    table = "| Heron 1B | 3 Trillion |\n| Heron 7B | 2.5 Trillion |\n| Heron 7B Twin 2T | 2 Trillion |\n"
    (tmp_path / "README.md").write_text(f"# Heron\n\n| Model | Training tokens |\n|---|---|\n{table}")
    target = Target(tmp_path)
    (row,) = rows(read(target, "2026-09-01", configure(target)).evidence, "data.tokens")
    assert (row["value"], row["line"], len(row["members"])) == (2_500_000_000_000, 6, 3)


def test_a_figure_of_the_whole_family_has_no_members(evidence: Any) -> None:
    (row,) = rows(evidence, "data.tokens")
    assert row["value"] == 4_100_000_000_000
    assert "members" not in row


def test_what_the_document_of_a_member_tells_of_it_are_figures_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Heron\n\nHeron is a language model.\n")
    (tmp_path / "heron2").mkdir()
    told = "Heron 2 is a language model with a context length of 4096.\n\nIts context length can reach 8192.\n"
    (tmp_path / "heron2" / "README.md").write_text(f"# Heron 2\n\n{told}")
    target = Target(tmp_path)
    found = rows(read(target, "2026-09-01", configure(target)).evidence, "model.context_length")
    assert [(row["model"], row["value"], "members" in row) for row in found] == [
        ("Heron 2", 4096, False),
        ("Heron 2", 8192, False),
    ]


def test_the_table_for_a_person_shows_every_member(evidence: Any) -> None:
    shown = as_text(evidence, ["training.gpu_hours"])
    assert [line.split()[2] for line in shown.splitlines()[1:4]] == ["41,200", "160,700", "902,100"]
    assert "3 facts" in shown


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("---\nlicense: llama2\n---\n# Heron\n", "llama2"),
        ("# Heron\n\n**License:** LLAMA 2 COMMUNITY LICENSE\n", "LLAMA 2 COMMUNITY"),
        ("# Heron\n\n[![License](https://img.shields.io/badge/License-Llama_2-blue)](x)\n",
         "Llama 2 Community License Agreement"),
    ],
)  # fmt: skip
def test_a_licence_without_an_spdx_id_is_given_by_its_name(tmp_path: Path, text: str, value: str) -> None:
    (tmp_path / "README.md").write_text(f"{text}\nHeron is a language model with 2B parameters.\n")
    (tmp_path / ".git").mkdir()
    target = Target(tmp_path)
    (row,) = rows(read(target, "2026-09-01", configure(target)).evidence, "distribution.licence")
    assert (row["value"], row["licence_id"]) == (value, "LicenseRef-llama-2")


def test_a_licence_with_an_spdx_id_is_given_by_it(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Heron\n")
    (tmp_path / ".git").mkdir()
    target = Target(tmp_path)
    (row,) = rows(read(target, "2026-09-01", configure(target)).evidence, "distribution.licence")
    assert row["value"] == "Apache-2.0"
    assert "licence_id" not in row


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"---\nlicense: mit\n---\n", "1 fact in 1 document (1 model_card)."),
        (b"\xff\xfe\x00", "0 facts in 0 documents."),
    ],
)
def test_the_last_line_counts_facts_and_documents(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "README.md").write_bytes(content)
    (tmp_path / ".git").mkdir()
    target = Target(tmp_path)
    shown = as_text(read(target, "2026-09-01", configure(target)).evidence, ["distribution.licence"])
    assert said in shown
