"""Descriptions of models in registries, each registry with keys of its own."""

from __future__ import annotations

from typing import Any

from structured_files import artifact, values

from gpai_lint.evidence.manifests.reader import read


def told(content: str) -> dict[str, Any]:
    return dict(values(read, artifact("info.yaml", "hub_metadata", "yaml", content)))


SPEC = """\
name: Lark-Mini
headline: A small model for talks.
publisher: Aviary
use_case: Text Generation
details:
  Number of parameters: 1.2B
  Number of parameters (encoder): 200M
  Model size: 2.4 GB
  Maximum context length: '4096'
  Input sequence length for the prompt: '128'
  Supported languages: English and German.
license_type: apache-2.0
license: https://example.org/lark/blob/main/LICENSE
"""


def test_the_words_of_the_keys_tell_what_they_hold() -> None:
    assert told(SPEC) == {
        "model.name": "Lark-Mini",
        "provider.name": "Aviary",
        "model.input_modalities": ["text"],
        "model.output_modalities": ["text"],
        "model.parameters_total": 1_200_000_000,
        "model.context_length": 4096,
        "data.languages": ["en", "de"],
        "distribution.licence": "Apache-2.0",
        "distribution.licence_url": "https://example.org/lark/blob/main/LICENSE",
    }
    places = {fact.field: fact.location for fact in read(artifact("info.yaml", "hub_metadata", "yaml", SPEC), 0)}
    at = places["model.parameters_total"]
    assert (at.span.line, at.span.column, at.anchor) == (6, 25, "/details/Number of parameters")
    assert places["distribution.licence"].span.line == 12


def test_licences_stand_in_lists_and_addresses_name_those_that_are_known() -> None:
    listed = (
        "description: Sings.\nlicense:\n- Apache-2.0\nnetwork:\n  framework: TensorFlow Lite\n  file: lark.tflite\n"
    )
    assert told(listed) == {"distribution.licence": "Apache-2.0"}

    framed = "description: Sings.\ntask_type: object_detection\nframework: onnx\nlicense: {}\n"
    assert told(framed.format("https://example.org/LICENSE")) == {
        "model.output_modalities": ["other"],
        "model.input_modalities": ["image"],
        "distribution.licence_url": "https://example.org/LICENSE",
    }
    assert told(framed.format("https://www.apache.org/licenses/LICENSE-2.0"))["distribution.licence"] == "Apache-2.0"
    assert told(framed.format("other").replace("object_detection", "text_prediction")) == {
        "model.input_modalities": ["text"],
        "model.output_modalities": ["text"],
    }


def test_values_of_other_shapes_tell_nothing() -> None:
    odd = "description: Sings.\nname: [a, b]\nlicense: [MIT, {id: x}, 3]\ntask: {a: b}\nparameters: 7B\nlanguages: 3\n"
    assert told(odd) == {"distribution.licence": "MIT", "model.parameters_total": 7_000_000_000}
    vague = "description: Sings.\nlicense: MIT\nparameters: 7B\ncontext_length: [8, 16]\nmodel_parameters: about 7B\n"
    assert told(vague) == {"distribution.licence": "MIT", "model.parameters_total": 7_000_000_000}
