from __future__ import annotations

from typing import TYPE_CHECKING

from checked_repository import CARD, at, missing, reading_of, result_of, write

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Finding


def _only(root: Path, row: dict[str, object]) -> Finding:
    (finding,) = result_of(root, [row]).findings
    return finding


def _line(root: Path, finding: Finding) -> str:
    lines = (root / finding.location.file).read_text(encoding="utf-8").splitlines()
    return lines[finding.location.span.line - 1]


def test_an_absence_stands_at_the_heading_on_its_topic(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    finding = _only(tmp_path, missing("training.energy_mwh"))
    assert _line(tmp_path, finding) == "### Energy and emissions"
    assert finding.location.span.line == finding.location.span.end_line


def test_an_absence_stands_beside_its_siblings_where_no_heading_fits(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    finding = _only(tmp_path, missing("training.location"))
    assert _line(tmp_path, finding) == "Trained on 2,000,000 GPU hours of H100."


def test_an_absence_stands_at_the_chapter_of_its_group_where_nothing_of_the_group_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD.replace("Trained on 2,000,000 GPU hours of H100.", "In three stages.")})
    finding = _only(tmp_path, missing("training.location"))
    assert _line(tmp_path, finding) == "## Training"


def test_an_absence_stands_at_the_front_matter_where_no_chapter_fits(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    finding = _only(tmp_path, missing("copyright.contact"))
    assert finding.location.span.line in {1, 2}
    assert finding.location.span.line == finding.location.span.end_line


def test_an_absence_stands_at_the_title_of_a_card_without_front_matter(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": "\n\n# Model card for Aurora 7B\n\nA language model with 7B parameters.\n"})
    finding = _only(tmp_path, missing("copyright.contact"))
    assert _line(tmp_path, finding) == "# Model card for Aurora 7B"


def test_an_absence_from_the_policy_stands_in_the_policy_and_not_in_the_card(tmp_path: Path) -> None:
    policy = "# Copyright policy\n\nWe respect reservations of rights.\n\n## Contact\n\nSee our site.\n"
    write(tmp_path, {"README.md": CARD, "COPYRIGHT_POLICY.md": policy})
    finding = _only(tmp_path, missing("copyright.contact", requirements=["C-1.5(1)"]))
    assert finding.location.file == "COPYRIGHT_POLICY.md"
    assert _line(tmp_path, finding) == "## Contact"


def test_an_absence_in_a_structured_form_stands_at_the_key_on_its_topic(tmp_path: Path) -> None:
    form = "model:\n  name: Aurora 7B\nenergy_consumption:\n  unit: MWh\n"
    write(tmp_path, {"README.md": CARD, "model-documentation.yaml": form})
    finding = _only(tmp_path, missing("training.energy_mwh", requirements=["MDF-8.1"]))
    assert (finding.location.file, finding.location.span.line) == ("model-documentation.yaml", 3)


def test_an_absence_stands_in_the_chapter_of_its_group_and_not_where_that_is_named_in_passing(tmp_path: Path) -> None:
    card = """# Aurora 7B

## Licence

Apache-2.0. The derivatives were tuned on 800k samples of 2 trillion tokens.

## Training procedure

Trained on 2,000,000 GPU hours of H100 in three stages.

### Training datasets

Aurora was trained on the WebText data set.

## Evaluation data

Measured on ten benchmarks.
"""
    write(tmp_path, {"README.md": card})
    assert _line(tmp_path, _only(tmp_path, missing("data.bias_measures"))).endswith("WebText data set.")
    assert _line(tmp_path, _only(tmp_path, missing("inference.compute_flop"))).startswith("Trained on 2,000,000")


def test_an_absence_stands_below_no_heading_where_the_text_would_not_be_read(tmp_path: Path) -> None:
    card = "# Aurora 7B\n\nTrained on 2 trillion tokens.\n\n## Fine-tuning\n\n### Preparation\n\nMake a file.\n"
    write(tmp_path, {"README.md": card})
    assert _line(tmp_path, _only(tmp_path, missing("data.curation"))) == "Trained on 2 trillion tokens."


def test_what_a_model_is_for_is_missed_where_its_uses_are_told_and_not_where_its_hardware_is(tmp_path: Path) -> None:
    card = """# Aurora 7B

## Required hardware

Runs on 8 H100 GPUs. For inference use at least 80 GB of VRAM.

## Intended use

Aurora is intended for writing.
"""
    write(tmp_path, {"README.md": card})
    assert _line(tmp_path, _only(tmp_path, missing("use.integration_types"))) == "Aurora is intended for writing."


def test_a_policy_on_use_is_missed_beside_the_purposes_or_the_licence_and_not_where_software_is_named(
    tmp_path: Path,
) -> None:
    card = "# Aurora 7B\n\nA language model.\n\n## Setup\n\npip install aurora, with PyTorch 2.1\n"
    licensed = card + "\n## License\n\nThe model is released under the Apache License 2.0.\n"
    write(tmp_path, {"README.md": licensed})
    finding = _only(tmp_path, missing("use.acceptable_use_policy"))
    assert _line(tmp_path, finding) == "The model is released under the Apache License 2.0."
    write(tmp_path, {"README.md": licensed + "\nThe model is intended for research.\n"})
    finding = _only(tmp_path, missing("use.acceptable_use_policy"))
    assert _line(tmp_path, finding) == "The model is intended for research."


def test_a_chapter_on_the_news_is_not_the_title_of_a_document_without_one(tmp_path: Path) -> None:
    card = "We present Aurora 7B, a language model.\n\n## News\n\n- Aurora is out.\n"
    write(tmp_path, {"README.md": card})
    finding = _only(tmp_path, missing("copyright.contact"))
    assert _line(tmp_path, finding) == "We present Aurora 7B, a language model."


def test_the_chapter_on_how_a_model_was_measured_is_no_place_for_the_data_it_learned_from(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": "# Aurora 7B\n\nA language model.\n\n## Evaluation data\n\nTen benchmarks.\n"})
    assert _line(tmp_path, _only(tmp_path, missing("data.bias_measures"))) == "# Aurora 7B"


def test_an_absence_from_a_section_or_below_a_fact_stands_there(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    fact = ["models", 0, "facts", "distribution.licence", 0]
    assert _only(tmp_path, missing("training.location", at=fact)).location.span.line == 2
    section = next(
        index
        for index, row in enumerate(reading_of(tmp_path).document["documents"][0]["sections"])
        if row["title"] == "Energy and emissions"
    )
    finding = _only(tmp_path, missing("training.location", at=["documents", 0, "sections", section]))
    assert _line(tmp_path, finding) == "### Energy and emissions"


def test_a_finding_at_a_fact_stands_where_the_fact_stands(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    reading = reading_of(tmp_path)
    field = "distribution.licence"
    assert reading.document["models"][0]["facts"][field][0]["text"] == "apache-2.0"
    finding = _only(tmp_path, at(["models", 0, "facts", field, 0]))
    assert (finding.location.span.line, finding.location.span.column) == (2, 10)


def test_a_path_into_nothing_resolves_to_the_nearest_ancestor(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    finding = _only(tmp_path, at(["models", 0, "facts", "training.energy_mwh", 4]))
    assert finding.location.file == "README.md"
    assert finding.location.span == reading_of(tmp_path).evidence.models[0].location.span


def test_a_path_into_the_configuration_stands_in_the_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": "provider:\n  name: Aurora Labs\n  country: US\n"})
    finding = _only(tmp_path, at(["configuration", "provider", "country"]))
    assert (finding.location.file, finding.location.span.line) == ("gpai-lint.yaml", 3)


def test_a_declared_value_of_a_model_stands_in_the_configuration(tmp_path: Path) -> None:
    configuration = "models:\n  - path: .\n    training_compute_flop: 1.0e+24\n"
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": configuration})
    reading = reading_of(tmp_path)
    assert reading.document["models"][0]["declared"]["training_compute_flop"] == 1e24
    finding = _only(tmp_path, at(["models", 0, "declared", "training_compute_flop"]))
    assert (finding.location.file, finding.location.span.line) == ("gpai-lint.yaml", 3)


def test_a_path_into_a_configuration_that_is_not_there_stands_in_the_card(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _only(tmp_path, at(["configuration", "provider", "country"])).location.file == "README.md"


def test_what_is_about_all_models_stands_at_the_title_of_the_card(tmp_path: Path) -> None:
    configuration = "models:\n  - path: .\n    training_compute_flop: 1.0e+24\n"
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": configuration})
    finding = _only(tmp_path, {**at(["models"]), "model": None})
    assert finding.location.file == "README.md"
    assert _line(tmp_path, finding).startswith("# ")


def test_related_places_are_located_too(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": "provider:\n  name: Aurora Labs\n"})
    related = [{"message": "Declared here.", "at": ["configuration", "provider", "name"]}]
    finding = _only(tmp_path, missing("training.energy_mwh", related=related))
    assert [(message, str(place)) for message, place in finding.related] == [("Declared here.", "gpai-lint.yaml:2:3")]
