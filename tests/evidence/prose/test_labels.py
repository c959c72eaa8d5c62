"""Labels in one spelling, and the fields they announce."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.prose.labels import fields_for, normal, plain


@pytest.mark.parametrize(
    ("label", "form"),
    [
        ("**1.3.1.A Text training data size:**", "text training data size"),
        ("2) Model  Date", "model date"),
        ("🚀 The License & Terms", "license and terms"),
        ("Language(s)", "languages"),
        ("# Parameters", "number of parameters"),
        ("#Total Params", "number of total params"),
        ("Organisation developing the model", "organization developing the model"),
        ("Licence", "license"),
        ("Out\u2011of\u2011scope\u00a0use", "out-of-scope use"),
    ],
)
def test_labels_are_brought_to_one_form(label: str, form: str) -> None:
    assert normal(label) == form


def test_plain_text_keeps_its_length_and_its_visible_breaks() -> None:
    text = "a\u00a0b\nc\n\nd\u2013e \u201cf\u201d"
    assert plain(text) == 'a b c\n d-e "f"'
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("label", "role", "field"),
    [
        ("Developed by", "key", "provider.name"),
        ("Where to send questions or comments about the model", "heading", "provider.contact"),
        ("Maximum Sequence Length (context)", "key", "model.context_length"),
        ("# Parameters", "cell", "model.parameters_total"),
        ("# Active parameters", "cell", "model.parameters_active"),
        ("Total # of Parameters", "cell", "model.parameters_total"),
        ("Approx. parameters", "key", "model.parameters_total"),
        ("Parameter Scale", "cell", "model.parameters_total"),
        ("Model size / parameters", "key", "model.parameters_total"),
        ("Act. Params", "cell", "model.parameters_active"),
        ("Active Parameters / Token", "cell", "model.parameters_active"),
        ("Effective context length", "cell", "model.context_length"),
        ("Input token limit", "key", "model.context_length"),
        ("Context len.", "cell", "model.context_length"),
        ("model_max_length", "cell", "model.context_length"),
        ("Backbone LLM", "key", "model.base_model"),
        ("Finetune of", "key", "model.base_model"),
        ("Base model name", "cell", "model.base_model"),
        ("Open-sourced on", "key", "model.release_date"),
        ("Official release date", "key", "model.release_date"),
        ("Launched", "key", "model.release_date"),
        ("Network Type", "key", "model.architecture"),
        ("Backbone architecture", "key", "model.architecture"),
        ("Model Architecture", "cell", "model.architecture"),
        ("Accepted inputs", "key", "model.input_modalities"),
        ("Training Time (GPU hours)", "cell", "training.gpu_hours"),
        ("Total H100 hours", "key", "training.gpu_hours"),
        ("A100-hours", "cell", "training.gpu_hours"),
        ("GPU-h", "cell", "training.gpu_hours"),
        ("Training cluster", "key", "training.hardware"),
        ("Hardware used for training", "heading", "training.hardware"),
        ("CO₂ emissions from training", "key", "training.carbon_tco2e"),
        ("Misuse, Malicious Use, and Out-of-Scope Use", "heading", "use.out_of_scope"),
        ("Not Intended For", "heading", "use.out_of_scope"),
        ("Bias, Risks, and Limitations", "heading", "use.limitations"),
        ("Data Freshness", "key", "data.cutoff"),
        ("Knowledge cutoff", "cell", "data.cutoff"),
        ("1.1.1 Model Developer name and contact details", "key", "provider.name"),
        ("Carbon Emitted(tCO2eq)", "cell", "training.carbon_tco2e"),
        ("Estimated electricity usage", "key", "training.energy_mwh"),
        ("2.1.1 Have you used publicly available datasets to train the model?", "key", "data.public_datasets_used"),
    ],
)
def test_a_label_announces_its_field(label: str, role: str, field: str) -> None:
    assert field in fields_for(label, role)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Vocabulary size (# tokens)", "cell"),
        ("Batch size", "cell"),
        ("Model Card Authors", "heading"),
        ("Evaluation datasets", "heading"),
        ("Author", "cell"),
        ("Date", "cell"),
        ("", "key"),
        ("a" * 500, "key"),
    ],
)
def test_a_label_that_only_resembles_one_announces_nothing(label: str, role: str) -> None:
    assert fields_for(label, role) == ()


def test_a_label_in_two_scripts_announces_what_both_say() -> None:
    assert fields_for("许可证 License", "key") == fields_for("License / 许可证", "key") == ("distribution.licence",)
    assert "data.languages" in fields_for("语言 Language(s)", "cell")
    assert fields_for("GPU 数量", "key") == ()
