"""Tells the YAML descriptions that model registries keep, each registry with keys of its own, from other YAML.

Such a file is a mapping with a licence and a description at its top that says nothing but a model has: a number of
parameters, a context length, or a framework of machine learning together with a task or a file of weights.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from gpai_lint.artifacts.kinds import OPAQUE_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node

LICENCE_KEYS = ("license_type", "license_name", "license", "licence", "licenses")
TASK_KEYS = ("task_type", "task", "use_case")

#: How a key for the number of parameters and one for the context length is written, spaces for underscores.
PARAMETERS = re.compile(
    r"(?:num(?:ber of)?|count of|total|model) parameters|(?:model )?parameters? count|num params|parameters"
)
CONTEXT_LENGTH = re.compile(r"(?:max(?:imum)? )?context (?:length|window|size)")

_ABOUT = ("description", "headline", "summary")
_DEPTH = 3
_MOST_NODES = 2_000
_FRAMEWORKS = (
    r"(?:pytorch|torch|tensorflow(?:[ -]?lite)?|tf2?|tflite|onnx|keras|jax|flax|mxnet|caffe2?|paddle(?:paddle)?"
    r"|mindspore|darknet|openvino|safetensors|gguf|transformers)"
)
_FRAMEWORK = re.compile(_FRAMEWORKS, re.IGNORECASE)
_WEIGHTS = OPAQUE_WEIGHTS | {".pb", ".safetensors", ".gguf", ".caffemodel"}
#: Keys of what is built, run, deployed or spoken to; its description may name a framework or a context length too.
_FOREIGN = frozenset(
    {"agents", "apiVersion", "build", "dependencies", "environment", "instructions", "jobs", "kind", "metadata-version"}
    | {"model", "openapi", "package", "parts", "pipeline", "pricing", "prompt", "requirements", "runs", "scripts"}
    | {"services", "steps", "swagger", "system_prompt", "targets", "tools"}
)
_MARKS = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        rb"^licen[sc]e(?:s|_type|_name)?[ \t]*:",
        rb"^(?:description|headline|summary)[ \t]*:",
        rb"^ {0,4}(?:framework[ \t]*:[ \t]*[\"']?%(framework)s\b|[\w ]*param(?:eter)?s?\b[\w ]*(?:\([^)\n]*\))?[ \t]*:"
        rb"|[\w ]*context[ _](?:length|window|size)[ \t]*:)" % {b"framework": _FRAMEWORKS.encode()},
    )
)


def may_be_model_spec(data: bytes) -> bool:
    """Tell from the first bytes of a file whether it may be the description of a model in a registry."""
    return all(mark.search(data) for mark in _MARKS)


def is_model_spec(root: Node) -> bool:
    """Tell whether a document is the description of a model in a registry."""
    keys = root.value
    if not isinstance(keys, dict) or keys.keys() & _FOREIGN:
        return False
    if not any(_says(keys.get(key)) for key in LICENCE_KEYS) or not any(_says(keys.get(key)) for key in _ABOUT):
        return False
    nodes = list(named_nodes(root))
    if any(_measures(name, node) for name, node in nodes):
        return True
    framed = any(name == "framework" and _FRAMEWORK.fullmatch(node.text.strip()) for name, node in nodes)
    return framed and (any(_says(keys.get(key)) for key in TASK_KEYS) or any(_is_weights(node) for _, node in nodes))


def named_nodes(root: Node, depth: int = _DEPTH) -> Iterator[tuple[str, Node]]:
    """Yield the scalars and lists of a document's upper levels, each with the key that it stands behind.

    Keys are in lower case with spaces; the elements of a list stand behind none.
    """
    pending = deque([("", root, 0)])
    for _ in range(_MOST_NODES):
        if not pending:
            return
        name, node, level = pending.popleft()
        if isinstance(node.value, dict):
            if level < depth:
                pending.extend((_plain(key), child, level + 1) for key, child in node.value.items())
            continue
        yield name, node
        if isinstance(node.value, list):
            pending.extend(("", child, level) for child in node.value if not isinstance(child.value, list))


def _plain(key: str) -> str:
    return " ".join(re.split(r"[\s_-]+", key.lower())).strip()


def _says(node: Node | None) -> bool:
    """Tell whether a node holds a text, or a list that begins with one."""
    if node is not None and isinstance(node.value, list):
        node = node.value[0] if node.value else None
    return node is not None and isinstance(node.value, str) and bool(node.value.strip())


def _measures(name: str, node: Node) -> bool:
    """Tell whether a key and its value are a model's size or its context length; ``(encoder)`` names a part of it."""
    bare = re.sub(r" ?\([^)]*\)$", "", name)
    if CONTEXT_LENGTH.fullmatch(bare):
        return re.match(r"\d", node.text.strip()) is not None
    amount = re.fullmatch(r"~?\d[\d.,_]*(?: ?(?:[KMBT]|thousand|million|billion|trillion))?", node.text.strip(), re.I)
    if not PARAMETERS.fullmatch(bare) or amount is None:
        return False
    # A bare "parameters: 3" counts those of a function.
    return bare != "parameters" or not amount.group()[-1].isdigit() or len(amount.group()) > 6


def _is_weights(node: Node) -> bool:
    return any(node.text.lower().endswith(suffix) for suffix in _WEIGHTS) if isinstance(node.value, str) else False
