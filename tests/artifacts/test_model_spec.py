"""The YAML descriptions of model registries, and YAML of other sorts that has a licence and a description too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from pathlib import Path

TOP = "name: lark\ndescription: Tells what a lark sings.\nlicense: MIT\n"


def kinds(root: Path, content: str, name: str = "info.yaml") -> tuple[list[str], list[int]]:
    """Return the kinds of the artifacts, and the lines of the faults, of a tree with one file."""
    (root / name).write_text(content, encoding="utf-8")
    artifacts, unread = parse_tree(WorkingTree(root))
    return [artifact.kind for artifact in artifacts], [row.span.line for row in unread]


@pytest.mark.parametrize(
    "telling",
    [
        "details:\n  Number of parameters: 1.2B\n",
        "details:\n  Number of parameters (encoder): 23.7M\n",
        "details:\n  Maximum context length: '4096'\n",
        "num_parameters: 7000000000\n",
        "parameters: 7B\n",
        "task_type: text_prediction\nframework: pytorch\n",
        "network:\n  framework: TensorFlow Lite\n  filename: lark_int8.tflite\n",
        "framework: onnx\nfiles:\n  - name: lark.onnx\n    size: 12\n",
    ],
)
@pytest.mark.parametrize("name", ["info.yaml", "model.yml", "spec.yaml", "metadata.yaml"])
def test_a_mapping_with_a_licence_and_what_only_a_model_has_describes_one(
    tmp_path: Path, telling: str, name: str
) -> None:
    assert kinds(tmp_path, TOP + telling, name) == (["hub_metadata"], [])


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "environment:\n  sdk: '>=3.0.0'\ndependencies:\n  tflite: ^0.9\nframework: tflite\ntask: demo\n",
        "package: {name: lark}\nframework: pytorch\ntask: build\n",
        "requirements: {run: [pytorch]}\nframework: pytorch\ntask: build\n",
        "apiVersion: v2\nframework: pytorch\ntask: text-generation\n",
        "kind: Component\ncontext_length: 4096\n",
        "runs:\n  using: node20\nframework: pytorch\ntask: lint\n",
        "on: push\njobs:\n  test:\n    framework: pytorch\n    task: test\n",
        "openapi: 3.1.0\nparameters: 7B\n",
        "services:\n  web:\n    image: web\nframework: onnx\ntask: serve\n",
        "targets:\n  lark: {main: lark.cr}\nnum_parameters: 3\n",
        "parts:\n  lark: {plugin: python}\nframework: pytorch\ntask: play\n",
        "parameters: 3\n",
        "parameters:\n  rate: 0.1\n  layers: 3\n",
        "framework: django\ntask_type: web\n",
        "framework: pytorch\nepochs: 3\n",
        "task: image-classification\nsize: 10 GB\nsplits: {train: 1000000}\n",
        "model: some-model\ncontext_length: 8192\n",
        "system_prompt: You are a lark.\ncontext_window: 8192\n",
        "weight: 3 kg\nmodel_type: quadcopter\n",
        "contents:\n- src: lark\n  dst: /usr/bin/lark\n",
        "config_file: |\n  context_size: 4096\n",
        "num_parameters: unknown\n",
        "context_length: {train: 4096}\n",
    ],
)
def test_other_mappings_with_a_licence_describe_no_model(tmp_path: Path, rest: str) -> None:
    assert kinds(tmp_path, TOP + rest) == ([], [])


def test_a_model_without_licence_or_in_a_list_of_others_is_none(tmp_path: Path) -> None:
    assert kinds(tmp_path, "name: lark\ndescription: Sings.\nparameters: 7B\n") == ([], [])
    assert kinds(tmp_path, "".join(f"- {line}\n" for line in (TOP + "parameters: 7B").splitlines())) == ([], [])
    assert kinds(tmp_path, "license: [MIT]\ndescription: [1, 2]\nparameters: 7B\n") == ([], [])


def test_a_description_that_does_not_parse_is_said(tmp_path: Path) -> None:
    assert kinds(tmp_path, TOP + "parameters: 7B\nlicense: Apache-2.0\n") == ([], [5])
    assert kinds(tmp_path, TOP + "parameters: 7B\nauthors: [a\n") == ([], [6])
