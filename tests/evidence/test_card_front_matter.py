"""Facts in the YAML block of a card."""

from __future__ import annotations

from textwrap import dedent

import pytest
from cards import card

from gpai_lint.evidence.front_matter import read
from gpai_lint.evidence.interface import Fact, State


def found(block: str) -> list[Fact]:
    return list(read(card(f"---\n{dedent(block)}---\n# Lark\n", path="README.md"), 0))


def told(block: str) -> list[tuple[str, object, int]]:
    return [(fact.field, fact.value, fact.location.span.line) for fact in found(block)]


def test_the_keys_of_the_hub_are_facts_at_their_lines() -> None:
    block = """\
        license: apache-2.0
        license_link: https://example.org/license
        pipeline_tag: image-text-to-text
        library_name: transformers
        language:
        - en
        - no
        datasets:
        - nest/eggs
        base_model: birds/sparrow-7b
        """
    assert told(block) == [
        ("distribution.licence", "Apache-2.0", 2),
        ("distribution.licence_url", "https://example.org/license", 3),
        ("model.input_modalities", ["image", "text"], 4),
        ("model.output_modalities", ["text"], 4),
        ("use.required_software", "transformers", 5),
        ("data.languages", ["en", "no"], 7),
        ("data.datasets", ["nest/eggs"], 10),
        ("model.base_model", ["birds/sparrow-7b"], 11),
    ]


def test_authors_add_the_name_the_maker_and_the_uses_of_a_model() -> None:
    block = "license: mit\nname: Lark-3B\ndeveloped_by: Nest Labs\ncontact: lark@nest.org\nintended_use: songs\n"
    assert told(block)[1:] == [
        ("model.name", "Lark-3B", 3),
        ("provider.name", "Nest Labs", 4),
        ("provider.contact", "lark@nest.org", 5),
        ("use.intended", "songs", 6),
    ]
    # The name of a demonstration is not that of a model.
    assert told("title: Lark\nname: Lark demo\nsdk: gradio\n") == []


def test_an_unnamed_licence_is_named_by_the_key_beside_it() -> None:
    block = "license: other\nlicense_name: lark-terms-of-use\nlicense_link: LICENSE\n"
    assert told(block) == [
        ("distribution.licence", "lark-terms-of-use", 3),
        ("distribution.licence_url", "LICENSE", 4),
    ]


def test_the_size_of_the_model_is_no_size_of_its_files() -> None:
    assert told("model_size: 7B\n") == [("model.parameters_total", 7_000_000_000, 2)]
    assert told("model_size: 14 GB\n") == told("model_size: large\n") == []


def test_a_licence_that_repeats_its_key_is_a_placeholder() -> None:
    (fact,) = found("licence: license\n")
    assert (fact.field, fact.value, fact.state) == ("distribution.licence", "license", State.PLACEHOLDER)


def test_the_hubs_word_for_an_unknown_licence_names_none() -> None:
    (fact,) = found("license: unknown\n")
    assert (fact.field, fact.state) == ("distribution.licence", State.PLACEHOLDER)


def test_the_licence_that_a_gate_asks_to_accept_is_the_models() -> None:
    block = """\
        extra_gated_prompt: >-
          By clicking you accept the Llama 3.2 Community License Agreement, which is not the Apache License 2.0.
        """
    assert told(block) == [("distribution.licence", "LicenseRef-llama-3.2", 2)]
    assert told("extra_gated_prompt: You accept the privacy policy.\n") == []


def test_a_base_model_on_somebodys_disk_has_its_last_name() -> None:
    assert told("base_model: C:\\models\\sparrow-7b\n") == [("model.base_model", ["sparrow-7b"], 2)]


def test_what_a_template_left_in_a_list_is_a_placeholder() -> None:
    states = {
        fact.field: fact.state for fact in found("datasets:\n- TBD\nbase_model: '{{ base }}'\nlanguage: [en, TBD]\n")
    }
    assert states == {
        "data.datasets": State.PLACEHOLDER,
        "model.base_model": State.PLACEHOLDER,
        "data.languages": State.STATED,
    }


def test_what_is_unknown_names_nothing() -> None:
    assert told("language: [unknown]\ndatasets: unknown\nsize_categories:\n- unknown\n") == []
    assert told("datasets:\n- custom\n") == []
    assert told("datasets:\n- private-dataset\n- birds/reeds\n") == [("data.datasets", ["birds/reeds"], 3)]


def test_a_model_without_a_language_names_none() -> None:
    assert told('language: "none"\n') == []


def test_the_keys_of_older_data_cards_are_read() -> None:
    block = """\
        languages:
          part-a: [jv]
          part-b: [su, jv]
        licenses:
        - cc-by-sa-4.0
        source_datasets: [original, extended|wikipedia, extended|other-acme]
        pretty_name: Lark songs
        """
    source = card(f"---\n{dedent(block)}---\n# Lark songs\n", path="README.md", kind="data_card")
    assert [(fact.field, fact.value, fact.variant) for fact in read(source, 0)] == [
        ("data.languages", ["jv", "su"], ""),
        ("distribution.licence", "CC-BY-SA-4.0", "data"),
        ("data.datasets", ["wikipedia", "acme"], ""),
        ("data.datasets", ["Lark songs"], ""),
    ]


def test_emissions_are_grams() -> None:
    block = """\
        co2_eq_emissions:
          emissions: 24_700_000
          source: "Measured at the wall"
          geographical_location: "Orsay, France"
          hardware_used: "384 A100 GPUs"
        """
    assert told(block) == [
        ("training.carbon_tco2e", 24.7, 3),
        ("training.energy_method", "Measured at the wall", 4),
        ("training.location", "Orsay, France", 5),
        ("training.hardware", "384 A100 GPUs", 6),
    ]


def test_what_a_tracker_measured_is_told_for_all_devices() -> None:
    block = "co2_eq_emissions:\n  energy_consumed: 4\n  source: codecarbon\n  hours_used: 1.5\n  hardware_used: {}\n"
    assert told(block.format("4 x NVIDIA A100")) == [
        ("training.energy_mwh", 0.004, 3),
        ("training.energy_method", "codecarbon", 4),
        ("training.gpu_hours", 6, 5),
        ("training.hardware", "4 x NVIDIA A100", 6),
    ]
    assert "training.gpu_hours" not in [field for field, _, _ in told(block.format("Intel Core"))]
    assert "training.energy_mwh" not in [field for field, _, _ in told(block.replace("codecarbon", "a guess"))]


def test_a_bare_number_and_a_text_with_a_unit_are_emissions_too() -> None:
    assert told("co2_eq_emissions: 500\n")[0][1] == 0.0005
    assert told("co2_eq_emissions:\n  emissions: 12 kg\n")[0][1] == 0.012


def test_figures_that_authors_add_are_read() -> None:
    block = """\
        training_progress:
          num_tokens: 5103612329984
          context_length: 131072
        release_date: 2025-04-05
        knowledge_cutoff: June 2024
        """
    assert told(block) == [
        ("data.tokens", 5_103_612_329_984, 3),
        ("model.context_length", 131_072, 4),
        ("model.release_date", "2025-04-05", 5),
        ("data.cutoff", "2024-06", 6),
    ]


def test_several_base_models_keep_their_relation() -> None:
    facts = found("base_model:\n- a/one\n- b/two\nbase_model_relation: merge\n")
    assert [(fact.value, fact.formula) for fact in facts] == [(["a/one"], "merge"), (["b/two"], "merge")]


def test_the_result_index_names_a_single_model() -> None:
    assert told("model-index:\n- name: lark\n  results: []\n") == [("model.name", "lark", 3)]
    assert told("model-index:\n- name: a\n- name: b\n") == []


def test_a_gate_that_names_the_use_policy_is_evidence_of_it() -> None:
    (fact,) = found('extra_gated_prompt: "By clicking you accept the Acceptable Use Policy."\n')
    assert fact.field == "use.acceptable_use_policy"


def test_template_text_is_a_placeholder() -> None:
    (fact,) = found('model_name: "{{ model_id }}"\n')
    assert fact.state is State.PLACEHOLDER


def test_values_of_the_wrong_shape_are_left_alone() -> None:
    block = """\
        license: {a: b}
        language: {}
        datasets: null
        pipeline_tag: [text-generation]
        co2_eq_emissions: {emissions: [1]}
        model-index: none
        num_tokens: many
        context_length: true
        """
    assert told(block) == []


def test_the_one_task_of_the_results_tells_what_goes_in_and_what_comes_out() -> None:
    block = """\
        model-index:
        - name: lark-sentiment
          results:
          - task: {type: text-classification, name: Sentiment}
          - task: {type: text-classification}
        """
    assert told(block) == [
        ("model.name", "lark-sentiment", 3),
        ("model.input_modalities", ["text"], 5),
        ("model.output_modalities", ["other"], 5),
    ]


def test_results_for_several_tasks_tell_no_modality() -> None:
    block = """\
        model-index:
        - name: lark
          results:
          - task: {type: text-classification}
          - task: {type: text-generation}
        """
    assert told(block) == [("model.name", "lark", 3)]


def test_a_forecast_is_neither_text_nor_image() -> None:
    assert told("pipeline_tag: time-series-forecasting\n") == [
        ("model.input_modalities", ["other"], 2),
        ("model.output_modalities", ["other"], 2),
    ]


@pytest.mark.parametrize(
    ("block", "relations"),
    [
        ("base_model: birds/sparrow\nbase_model_relation: adapter\n", ["adapter"]),
        ("base_model: birds/sparrow\nquantized_by: somebody\n", ["quantized"]),
        ("base_model: [birds/sparrow, birds/lark]\ntags: [mergekit, Merge]\n", ["merge", "merge"]),
        ("base_model: birds/sparrow\ntags: [merge]\n", [""]),
        ("base_model: birds/sparrow\n", [""]),
    ],
)
def test_metadata_say_how_a_model_was_made_of_its_base(block: str, relations: list[str]) -> None:
    assert [fact.formula for fact in found(block) if fact.field == "model.base_model"] == relations


def test_a_tag_tells_what_comes_from_what_where_no_task_is_named() -> None:
    assert told("tags:\n- birds\n- text-to-image\n") == [
        ("model.input_modalities", ["text"], 4),
        ("model.output_modalities", ["image"], 4),
    ]
    assert told("tags:\n- text-to-image\n- image-to-image\n") == []
    assert told("tags:\n- feature-extraction\n") == []
    assert told("pipeline_tag: any-to-any\ntags:\n- text-to-image\n") == []
