"""The Model Documentation Form, as a Word form, as a PDF and as a document that keeps its labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import docx, paragraph, pdf, table, text, tick_box

from gpai_lint.artifacts import content, kinds
from gpai_lint.artifacts.interface import Artifact, Prose
from gpai_lint.artifacts.recognise import parse_file
from gpai_lint.evidence.forms.reader import read_forms
from gpai_lint.evidence.interface import Fact, State

FORM = """# Model Documentation Form

**Date this document was last updated:** 2026-02-01

**Document version number:** 1.3

## General information

**Legal name for the model provider:** Wren Labs SAS, legal@wren.example

**Model name:** Wren 8B v1

**Release date:** Sept 2nd, 2025

**Union market release date:** 15.09.2025

**Model dependencies:** None. The model is trained from scratch.

## Model properties

**Model architecture:** Decoder-only transformer with grouped-query attention.

**Input modalities:** ☒ Text ☒ Images ☐ Audio ☐ Video

**Maximum input size:** Native context length 64k tokens, extensible to 128k

**Output modalities:** Text-only

**Maximum output size:** N/A

**Total model size:** 8.1 billion parameters

## Methods of distribution and licenses

**Distribution channels:** Hugging Face, own API

**License:** Apache 2.0 (January 2004), accessible at https://www.apache.org/licenses/LICENSE-2.0

## Use

**Acceptable Use Policy:** See https://wren.example/aup

**Intended uses:** Assistance with writing.

**Technical means for model integration:** See our website.

**Required hardware:** One GPU with 24 GB.

## Data

**Data provenance:** ☒ Web crawling ☐ User data ☒ Publicly available datasets

**Number of data points:** 1.5×10^13 tokens for training

**Data curation methodologies:** TBD

## Compute

**Training time:** 80 days; 4e5 A100 days

**Amount of computation used for training:** 2.4×10^25 FLOP

**Measurement methodology:** Six operations per parameter and token.

**Amount of energy used for training:** 120,000 kWh

**Measurement methodology:** Power meters of the data centre.

**Benchmarked amount of computation used for inference:** 5.1e17 FLOP

**Measurement methodology:** Generating 100,000 tokens on 64 A100.
"""


def facts_of(data: bytes | str, path: str = "model-documentation-form.md") -> list[Fact]:
    form = kinds.format_of(path)
    prose = parse_file(path, data.encode() if isinstance(data, str) else data, form)
    assert isinstance(prose, Prose)
    kind = content.kind_by_content(prose, kinds.kind_by_name(path))
    return [row for row in read_forms(Artifact(path, form, kind, prose), 0).found if isinstance(row, Fact)]


def one(facts: list[Fact], field: str) -> object:
    (fact,) = [fact for fact in facts if fact.field == field]
    return fact.value if fact.state is State.STATED else fact.state.value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("document.last_updated", "2026-02-01"),
        ("document.version", "1.3"),
        ("provider.name", "Wren Labs SAS"),
        ("provider.contact", "legal@wren.example"),
        ("model.name", "Wren 8B v1"),
        ("model.release_date", "2025-09-02"),
        ("model.union_market_date", "2025-09-15"),
        ("model.base_model", None),
        ("model.input_modalities", ["text", "image"]),
        ("model.context_length", 64_000),
        ("model.output_modalities", ["text"]),
        ("model.max_output", "N/A"),
        ("model.parameters_total", 8_100_000_000),
        ("distribution.channels", ["Hugging Face", "own API"]),
        ("distribution.licence", "Apache-2.0"),
        ("distribution.licence_url", "https://www.apache.org/licenses/LICENSE-2.0"),
        ("use.acceptable_use_policy", "See https://wren.example/aup"),
        ("use.technical_means", "elsewhere"),
        ("use.required_hardware", "One GPU with 24 GB."),
        ("data.provenance", ["web crawling", "publicly available datasets"]),
        ("data.tokens", 15_000_000_000_000),
        ("data.curation", "placeholder"),
        ("training.compute_flop", 2.4e25),
        ("training.compute_method", "Six operations per parameter and token."),
        ("training.energy_mwh", 120),
        ("training.energy_method", "Power meters of the data centre."),
        ("inference.compute_flop", 5.1e17),
        ("inference.compute_method", "Generating 100,000 tokens on 64 A100."),
    ],
)
def test_every_item_becomes_a_fact(field: str, value: object) -> None:
    assert one(facts_of(FORM), field) == value


def test_a_quantity_is_quoted_as_it_is_written() -> None:
    facts = facts_of(FORM)
    energy = next(fact for fact in facts if fact.field == "training.energy_mwh")
    assert (energy.text, energy.unit) == ("120,000 kWh", "MWh")
    assert FORM.splitlines()[energy.location.span.line - 1][energy.location.span.column - 1 :] == "120,000 kWh"


def test_a_ticked_range_is_told_in_words_and_gives_no_figure() -> None:
    ranges = "7.3×10^10 parameters ☐ 15B-50B ☒ 50B-100B ☐ 100B-500B"
    facts = facts_of(FORM.replace("8.1 billion parameters", ranges))
    found = [(fact.value, fact.text) for fact in facts if fact.field == "model.parameters_total"]
    assert found == [(73_000_000_000, ranges)]
    facts = facts_of(
        FORM.replace("**Total model size:** 8.1 billion parameters", "**Total model size (range):** ☒ 5B-15B")
    )
    assert one(facts, "model.parameters_total") == "5B-15B"


def test_an_order_of_magnitude_beside_a_figure_is_no_second_figure() -> None:
    coarse = "**Amount of computation used for training (for NCAs):** 10^25 FLOP\n\n"
    label = "**Amount of computation used for training:**"
    facts = facts_of(FORM.replace(label, f"{coarse}{label}"))
    assert [fact.value for fact in facts if fact.field == "training.compute_flop"] == ["10^25 FLOP", 2.4e25]
    alone = facts_of(FORM.replace(f"{label} 2.4×10^25 FLOP", coarse))
    assert one(alone, "training.compute_flop") == 1e25


def test_our_own_template_is_read_as_not_filled_in() -> None:
    template = Path(__file__).parents[3] / "docs" / "templates" / "model-documentation.md"
    facts = facts_of(template.read_bytes(), "model-documentation.md")
    assert {fact.state for fact in facts} == {State.PLACEHOLDER}
    assert len({fact.field for fact in facts}) >= 40


def test_several_sizes_are_facts_of_their_own() -> None:
    facts = facts_of(FORM.replace("8.1 billion parameters", "70 billion parameters, and 8 billion respectively"))
    found = [(fact.value, fact.variant) for fact in facts if fact.field == "model.parameters_total"]
    assert found == [(70_000_000_000, "70 billion"), (8_000_000_000, "8 billion")]


@pytest.mark.parametrize(
    "written",
    [
        "Training: 1.5×10^13 tokens; validation: 2.0×10^9 tokens; testing: 1.1×10^8 tokens",
        "Validation: 2.0×10^9 tokens, training: 1.5×10^13 tokens",
    ],
)
def test_the_amounts_of_data_for_other_uses_are_told_beside_that_of_training(written: str) -> None:
    facts = facts_of(FORM.replace("1.5×10^13 tokens for training", written))
    found = [(fact.field, fact.value) for fact in facts if fact.field in {"data.tokens", "data.size"}]
    assert sorted(found) == [("data.size", written), ("data.tokens", 15_000_000_000_000)]


def test_labels_may_name_the_audience_of_an_item() -> None:
    facts = facts_of(FORM.replace("**Training time:**", "**Training time (for AIO):**"))
    assert one(facts, "training.period") == "80 days; 4e5 A100 days"


def test_computation_may_be_written_with_a_prefix() -> None:
    for written in ("24 yottaFLOP", "277,777.777778 petaflop/s-days"):
        facts = facts_of(FORM.replace("2.4×10^25 FLOP", written))
        assert one(facts, "training.compute_flop") == pytest.approx(2.4e25)


def test_what_an_answer_links_to_is_part_of_it() -> None:
    form = (
        "# Model Documentation Form\n\n**Legal name for the model provider:** [Wren Labs SAS](https://wren.example)\n\n"
        "**Model name:** Wren 8B\n\n**License:** [Apache 2.0](https://wren.example/LICENSE)\n\n"
        "**Acceptable use policy:** See [our policy](https://wren.example/aup)\n"
    )
    facts = facts_of(form)
    (licence,) = [fact for fact in facts if fact.field == "distribution.licence_url"]
    assert licence.text.startswith("Apache 2.0")
    assert licence.location.span.line == 7
    assert one(facts, "provider.name") == "Wren Labs SAS"
    assert one(facts, "distribution.licence") == "Apache-2.0"
    assert one(facts, "distribution.licence_url") == "https://wren.example/LICENSE"
    assert one(facts, "use.acceptable_use_policy") == "See our policy (https://wren.example/aup)"


def test_a_rate_is_no_amount_of_computation() -> None:
    facts = facts_of(FORM.replace("2.4×10^25 FLOP", "2.4×10^17 FLOP per second"))
    assert one(facts, "training.compute_flop") == "placeholder"


def test_the_form_as_a_word_document_with_its_columns_of_audiences() -> None:
    ticks = tuple(f"<w:p>{tick_box('', True)}</w:p>" for _ in range(3))
    rows = (
        ("Legal name for the model provider:", "Wren Labs SAS", *ticks),
        ("Model dependencies:", "N/A", *ticks),
        ("Union market release date:", "1 September 2025", *ticks),
        ("Technical means for model integration:", "[Recommended 100 words]", *ticks),
        ("Decision rationale:", "We chose the depth on smaller models.", *ticks),
        ("Amount of energy used for training:", "Recorded with at least two significant figures. 120 MWh", *ticks),
    )
    facts = facts_of(docx(paragraph("Model Documentation Form", bold=True) + table(*rows)), "form.docx")
    assert one(facts, "provider.name") == "Wren Labs SAS"
    assert one(facts, "model.base_model") is None
    assert one(facts, "model.union_market_date") == "2025-09-01"
    assert one(facts, "training.decisions") == "We chose the depth on smaller models."
    assert one(facts, "training.energy_mwh") == 120
    assert [fact for fact in facts if fact.field == "use.technical_means"] == []


def test_the_form_as_a_pdf() -> None:
    rows = [
        ("Legal name for the model provider:", "Wren Labs SAS"),
        ("Union market release:", "Sept 2nd, 2025"),
        ("Type and nature of AI systems:", "Conversational systems"),
        ("Data curation methodologies:", "Deduplication and filtering"),
    ]
    operators = [text(72, 780, "Transparency documentation", 18, "F2")]
    for number, (label, answer) in enumerate(rows):
        operators += [text(72, 740 - 30 * number, label), text(320, 740 - 30 * number, answer)]
    facts = facts_of(pdf(operators), "eu-code-of-practice.pdf")
    assert one(facts, "provider.name") == "Wren Labs SAS"
    assert one(facts, "model.union_market_date") == "2025-09-02"
    assert one(facts, "use.integration_types") == "Conversational systems"
    assert next(fact for fact in facts if fact.field == "data.curation").location.page == 1


def test_labels_that_a_converter_put_on_one_line_are_told_apart() -> None:
    apart = "**Legal name for the model provider:** Wren Labs SAS, legal@wren.example\n\n**Model name:** Wren 8B v1\n\n"
    joined = (
        "Legal name for the model provider: Wren Labs SAS\n\n## [legal@wren.example](mailto:legal@wren.example)\n\n"
        "Authorised representative: N/A Model family: Wren Model name: Wren 8B v1 Release date: 1 March 2026 "
        "Model dependencies: None\n\n"
    )
    facts = facts_of(FORM.replace(apart, joined).replace("**Release date:** Sept 2nd, 2025\n\n", ""))
    assert one(facts, "provider.contact") == "legal@wren.example"
    assert one(facts, "provider.authorised_representative") == "N/A"
    assert one(facts, "model.name") == "Wren 8B v1"
    assert one(facts, "model.release_date") == "2026-03-01"


def test_a_label_without_its_colon_amid_a_line_is_none() -> None:
    apart = "**Release date:** Sept 2nd, 2025\n\n"
    facts = facts_of(FORM.replace(apart, "Model version: 2: It follows the Release date of 2 May 2024: see below\n\n"))
    assert [fact.value for fact in facts if fact.field == "model.release_date"] == []


def test_a_card_with_similar_headings_is_no_form() -> None:
    card = "# Wren\n\n**License:** MIT\n\n**Intended uses:** Chat\n\n**Model architecture:** X.\n"
    assert facts_of(card, "README.md") == []
