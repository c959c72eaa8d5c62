"""Our own YAML: the two forms and the safety record as data, read as far as they follow their schemas."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from gpai_lint.artifacts.interface import Artifact
from gpai_lint.artifacts.yaml_document import parse
from gpai_lint.evidence.forms import model_documentation, safety_and_security, schema, training_summary
from gpai_lint.evidence.forms.reader import FormReading, read_forms
from gpai_lint.evidence.interface import Binding, Fact, State
from gpai_lint.location import Span

KINDS = {
    "model-documentation.yaml": "model_documentation_form",
    "training-summary.yaml": "training_content_summary",
    "safety-and-security.yaml": "safety_documentation",
}


def reading(path: str, text: str) -> FormReading:
    return read_forms(Artifact(path, "yaml", KINDS[path], parse(path, text.encode())), 3)


def facts(path: str, text: str) -> list[Fact]:
    return [row for row in reading(path, text).found if isinstance(row, Fact)]


def told(path: str, text: str) -> list[tuple[str, object]]:
    return [(fact.field, fact.value) for fact in facts(path, text)]


def bound(path: str, text: str) -> list[tuple[str, int]]:
    return [(row.item, row.location.span.line) for row in reading(path, text).found if isinstance(row, Binding)]


def faults(path: str, text: str) -> list[tuple[int, int, str]]:
    return [(row.span.line, row.span.column, row.reason) for row in reading(path, text).faults]


@pytest.mark.parametrize("module", [model_documentation, training_summary, safety_and_security])
def test_the_schemas_are_valid_and_published(module: object) -> None:
    name = str(getattr(module, "SCHEMA", ""))
    rules = json.loads((files("gpai_lint") / "schemas" / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(rules)
    assert rules["$id"].endswith(f"/{name}.schema.json")
    assert rules["title"] == f"{name}.yaml"


def test_every_item_of_the_documentation_form_has_a_key() -> None:
    items = {
        item for rule in schema.load("model-documentation")["properties"].values() for item in rule.get("x-items", ())
    }
    assert len({item for item in items if item.startswith("MDF-")}) == 47


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("document_version: 1.10", "document.version", "1.10"),
        ("last_updated: 2026-02-01", "document.last_updated", "2026-02-01"),
        ("release_date: 2025-09", "model.release_date", "2025-09"),
        ("parameters: 7.3e9", "model.parameters_total", 7_300_000_000),
        ("parameters: 7.3B", "model.parameters_total", 7_300_000_000),
        ("parameters_range: 5B-15B", "model.parameters_total", "5B-15B"),
        ("licence_type: proprietary", "distribution.licence_type", "proprietary"),
        ("training_compute_magnitude: 1e24", "training.compute_flop", 1e24),
        ("max_input: {text: 128k tokens}", "model.context_length", 128_000),
        ("max_output: N/A", "model.max_output", "N/A"),
        ("base_models: []", "model.base_model", None),
        ("base_models: [Wren 2 7B]", "model.base_model", ["Wren 2 7B"]),
        ("licence: Apache 2.0", "distribution.licence", "Apache-2.0"),
        ("distribution_channels: [{name: Hub, access: weights}, API]", "distribution.channels", ["Hub", "API"]),
        ("data_points: {training: 1.5e13 tokens}", "data.tokens", 15_000_000_000_000),
        ("data_points: 52000 images", "data.size", "52000 images"),
        ("training_compute: 2.4e24 FLOP", "training.compute_flop", 2.4e24),
        ("training_compute: 2.4 yottaFLOP", "training.compute_flop", 2.4e24),
        ("training_energy: 120000 kWh", "training.energy_mwh", 120),
        ("training_energy: 120", "training.energy_mwh", 120),
        ("training_energy: N/A", "training.energy_mwh", "N/A"),
        ("gpu_hours: 1_180_000", "training.gpu_hours", 1_180_000),
        ("input_modalities: [text, image]", "model.input_modalities", ["text", "image"]),
    ],
)
def test_a_key_of_the_documentation_form_is_a_fact(line: str, field: str, value: object) -> None:
    assert told("model-documentation.yaml", line) == [(field, value)]


def test_a_fact_stands_at_its_value_and_is_anchored_by_its_pointer() -> None:
    (fact,) = facts("model-documentation.yaml", "# form\ntraining_energy: 120000 kWh\n")
    assert (fact.location.span, fact.location.anchor) == (Span(2, 18, 2, 28), "/training_energy")
    assert (fact.text, fact.unit, fact.document) == ("120000 kWh", "MWh", 3)


def test_an_order_of_magnitude_beside_a_figure_is_told_in_words() -> None:
    text = "training_compute: 2.4e24\ntraining_compute_magnitude: 1e24\n"
    assert told("model-documentation.yaml", text) == [
        ("training.compute_flop", 2.4e24),
        ("training.compute_flop", "1e24"),
    ]


def test_a_rate_is_no_amount_and_a_placeholder_no_statement() -> None:
    assert told("model-documentation.yaml", "training_compute: 2.4e17 FLOP/s") == []
    (fact,) = facts("model-documentation.yaml", "training_process: TBD")
    assert fact.state is State.PLACEHOLDER
    assert bound("model-documentation.yaml", "training_process: TBD") == []


@pytest.mark.parametrize(
    ("key", "left", "field"),
    [
        ("release_date", "DD/MM/YYYY", "model.release_date"),
        ("parameters", "XX", "model.parameters_total"),
        ("gpu_hours", "TBD", "training.gpu_hours"),
        ("training_energy", "XX MWh", "training.energy_mwh"),
        ("max_input", "(forthcoming)", "model.context_length"),
        ("data_points", "'{{ tokens }}'", "data.size"),
    ],
)
def test_what_a_template_left_for_a_figure_stands_at_its_key(key: str, left: str, field: str) -> None:
    (fact,) = facts("model-documentation.yaml", f"version: 1\n{key}: {left}\n")
    assert (fact.field, fact.state, fact.location.span.line) == (field, State.PLACEHOLDER, 2)


def test_items_are_bound_to_the_keys_that_answer_them() -> None:
    text = "provider: Wren Labs SAS\nparameters_range: 5B-15B\nmax_output: N/A\n"
    assert bound("model-documentation.yaml", text) == [("MDF-1.1", 1), ("MDF-2.7b", 2)]


SUMMARY = """\
summary_version: "1.0"
provider: {name: Wren Labs SAS, contact: legal@wren.example}
base_models: N/A
modalities:
  text: {size: "1e9-1e13", measure: 2.1 trillion tokens, content: Web pages.}
languages: English and French
public_datasets: {used: true, modalities: [text], large: [{name: FineWeb, url: "https://data.example"}]}
licensed_data: {used: other, comments: Partly.}
crawled_data: {used: yes, crawlers: [WrenBot], period: {from: 2024-01, to: 2025-03}}
user_data: {interactions: false, services: no}
code_signatory: yes
"""


def test_the_training_summary_as_data() -> None:
    assert told("training-summary.yaml", SUMMARY) == [
        ("document.version", "1.0"),
        ("provider.name", "Wren Labs SAS"),
        ("provider.contact", "legal@wren.example"),
        ("model.base_model", None),
        ("data.modalities", ["text"]),
        ("data.size_band", "1e9-1e13"),
        ("data.size", "2.1 trillion tokens"),
        ("data.tokens", 2_100_000_000_000),
        ("data.content_types", "Web pages."),
        ("data.languages", ["en", "fr"]),
        ("data.public_datasets_used", True),
        ("data.public_datasets_modalities", ["text"]),
        ("data.datasets", ["FineWeb"]),
        ("data.licensed_used", "other"),
        ("data.crawlers_used", True),
        ("data.crawler_names", ["WrenBot"]),
        ("data.collection_period", "2024-01; 2025-03"),
        ("data.user_interactions_used", False),
        ("data.service_data_used", False),
        ("provider.code_signatory", True),
    ]
    assert faults("training-summary.yaml", SUMMARY) == []


RISK = """\
- risk: {name}
  scenario: A novice gets help step by step.
  tier: Tier 1 of 3, and 2 would be too high.
  evaluation: Two uplift studies.
  estimate: Low probability, high severity.
  mitigation: Refusals and filters.
"""


def test_the_register_stands_for_a_risk_only_when_it_says_all_of_it() -> None:
    names = ("cbrn", "loss_of_control", "cyber_offence", "harmful_manipulation")
    full = "risks:\n" + "".join(RISK.format(name=name) for name in names)
    items = [item for item, _ in bound("safety-and-security.yaml", full)]
    assert {"A-1.4(1)", "A-1.4(2)", "A-1.4(3)", "A-1.4(4)", "S-2.1(2)"} <= set(items)
    assert faults("safety-and-security.yaml", full) == []
    assert [field for field, _ in told("safety-and-security.yaml", full)] == [
        "safety.evaluation_cbrn",
        "safety.evaluation_loss_of_control",
        "safety.evaluation_cyber",
        "safety.evaluation_manipulation",
    ]
    lacking = full.replace("  estimate: Low probability, high severity.\n", "", 1)
    items = [item for item, _ in bound("safety-and-security.yaml", lacking)]
    assert "A-1.4(1)" not in items
    assert "S-2.1(2)" not in items
    assert faults("safety-and-security.yaml", lacking) == [(2, 3, "The key 'estimate' is missing.")]


def test_answers_of_the_safety_record_are_bound_with_their_key_where_they_are_bare() -> None:
    text = "framework: {trigger_points: Every fourfold growth.}\nincidents: {initial_report: {death: 10 days}}\n"
    rows = [(row.item, row.text) for row in reading("safety-and-security.yaml", text).found if isinstance(row, Binding)]
    assert rows == [
        ("S-1.1(1)", "Every fourfold growth."),
        ("S-9.3/10d", "incidents initial report death: 10 days"),
    ]


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        (
            "model-documentation.yaml",
            "model_nam: Wren\n",
            (1, 1, "There is no key 'model_nam' here. Did you mean 'model_name'?"),
        ),
        ("model-documentation.yaml", "provider:\n", (1, 1, "The key has no value; leave it out or give one.")),
        (
            "model-documentation.yaml",
            "input_modalities: [text, smell]\n",
            (1, 26, "'smell' is none of the values allowed here: text, image, audio, video, other."),
        ),
        (
            "model-documentation.yaml",
            "release_date: next week\n",
            (1, 15, "'next week' is not written as it should be. A date: YYYY-MM-DD, YYYY-MM or YYYY."),
        ),
        (
            "model-documentation.yaml",
            "release_date: 2025-13-01\n",
            (1, 15, "'2025-13-01' is not written as it should be. A date: YYYY-MM-DD, YYYY-MM or YYYY."),
        ),
        ("model-documentation.yaml", "provider: [a]\n", (1, 11, "'['a']' should be text.")),
        ("model-documentation.yaml", "- a\n", (1, 1, "'['a']' should be a mapping.")),
        ("training-summary.yaml", "synthetic_data: {}\n", (1, 1, "The key 'used' is missing.")),
        (
            "training-summary.yaml",
            "synthetic_data: {used: maybe}\n",
            (1, 24, "'maybe' is none of the values allowed here: true, false, yes, no, other."),
        ),
        (
            "safety-and-security.yaml",
            "incidents:\n  retention: long\n",
            (
                2,
                14,
                "'long' is not written as it should be. A number of days, weeks, months or years, as in \"5 days\".",
            ),
        ),
    ],
)
def test_a_violation_is_said_where_it_stands(path: str, text: str, fault: tuple[int, int, str]) -> None:
    assert faults(path, text) == [fault]


def test_what_follows_the_schema_is_read_beside_what_does_not() -> None:
    text = "model_nam: Wren\nprovider: Wren Labs SAS\n"
    assert told("model-documentation.yaml", text) == [("provider.name", "Wren Labs SAS")]


def test_an_empty_file_has_nothing_to_say() -> None:
    assert reading("training-summary.yaml", "").found == ()
