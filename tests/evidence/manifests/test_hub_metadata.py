"""Metadata of model hubs: Azure's model assets, and models as MLflow keeps them."""

from __future__ import annotations

from typing import Any

import pytest
from structured_files import artifact, values

from gpai_lint.evidence.manifests.reader import read


def told(content: str, kind: str = "hub_metadata", form: str = "yaml") -> dict[str, Any]:
    return dict(values(read, artifact("manifest", kind, form, content)))


def test_hub_metadata_tells_limits_dates_and_size() -> None:
    spec = """\
name: example
system_metadata:
  displayName: Example 14B
  publisher: Example Lab
  license: MIT
  languages: [en, 'no']
  inputModalities: [text, image]
  outputModalities: [text]
  maxOutputTokens: 16384
  textContextWindow: 131072
  trainingDataDate: June 2024
  summary: Example 14B, a small model for long texts.
"""

    assert told(spec, "hub_metadata", "yaml") == {
        "model.name": "Example 14B",
        "provider.name": "Example Lab",
        "distribution.licence": "MIT",
        "data.languages": ["en", "no"],
        "model.input_modalities": ["text", "image"],
        "model.output_modalities": ["text"],
        "model.max_output": 16384,
        "model.context_length": 131072,
        "data.cutoff": "2024-06",
        "model.parameters_total": 14_000_000_000,
    }
    older = """\
$schema: https://azuremlschemas.azureedge.net/latest/model.schema.json
name: Example-14B
properties:
  languages: en, fr
tags:
  task: image-text-to-text
  license: mit
  author: Example Lab
"""
    assert told(older, "hub_metadata", "yaml") == {
        "model.name": "Example-14B",
        "provider.name": "Example Lab",
        "distribution.licence": "MIT",
        "data.languages": ["en", "fr"],
        "model.input_modalities": ["image", "text"],
        "model.output_modalities": ["text"],
    }
    assert told(older.replace("/model.", "/environment."), "hub_metadata", "yaml") == {}
    assert told("flavors: {}\nmodel_size_bytes: 501138122\n", "hub_metadata", "yaml") == {
        "model.weights_bytes": 501138122
    }
    assert told({"_class_name": "ExamplePipeline"}, "hub_metadata") == {"model.architecture": "ExamplePipeline"}


@pytest.mark.parametrize(
    ("flavour", "keys"), [("transformers", ("pipeline_model_type", "task")), ("hftransformersv2", ("x", "task_type"))]
)
def test_a_model_of_mlflow_tells_class_task_and_origin(flavour: str, keys: tuple[str, str]) -> None:
    model = {
        "flavors": {
            "python_function": {"loader_module": "mlflow.transformers"},
            flavour: {keys[0]: "LlamaForCausalLM", keys[1]: "text-generation", "transformers_version": "4.41.2"},
        },
        "metadata": {"base_model_name": "lab/example-2", "is_finetuned_model": True},
    }
    found = told(model, "hub_metadata")

    assert found.pop("model.architecture", "") == ("LlamaForCausalLM" if flavour == "transformers" else "")
    assert found == {
        "model.input_modalities": ["text"],
        "model.output_modalities": ["text"],
        "use.required_software": "transformers 4.41.2",
        "model.base_model": ["lab/example-2"],
    }


def test_the_name_of_a_model_that_was_not_tuned_is_no_base() -> None:
    metadata = {"base_model_name": "example", "is_finetuned_model": False}

    assert told({"flavors": {}, "metadata": metadata}, "hub_metadata") == {}
