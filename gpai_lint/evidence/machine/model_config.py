"""Reads ``config.json``, ``params.json``, ``adapter_config.json``: architecture, context length, experts, base model.

Keys: https://huggingface.co/docs/transformers/main_classes/configuration, and for ``adapter_config.json``, which names
the model that an adapter changes, https://huggingface.co/docs/peft/main/en/package_reference/config. Nothing is read
out of ``generation_config.json``: its limits are defaults of a run, not the model's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.structured import FactBuilder, amount, first, items, strings
from gpai_lint.evidence.values.hub_names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

#: Keys for the longest input, the most telling first; families of models differ in the name.
_CONTEXT = (
    "max_position_embeddings",
    "max-position-embeddings",
    "n_positions",
    "max_seq_len",
    "max_sequence_length",
    "max_seq_length",
    "seq_length",
    "n_ctx",
    "context_length",
)
_SHORTEST_CONTEXT, _LONGEST_CONTEXT = 16, 1_000_000_000
_TEXT_PARTS = ("text_config", "llm_config", "language_config", "language_model_config", "text_model_config")
_EXPERTS = ("num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts")
_EXPERTS_USED = ("num_experts_per_tok", "moe_top_k", "num_experts_per_token", "moe_topk")
_EXPERT_PARTS = ("ffn_config", "moe", *_TEXT_PARTS)
_IMAGE_PARTS = ("vision_config", "visual", "vision_tower_config", "image_token_id", "image_token_index")
_AUDIO_PARTS = ("audio_config", "audio_token_id", "audio_token_index")


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a model's configuration."""
    architecture = next(iter(items(first(root, "architectures", "_class_name"))), None)
    if architecture is not None and isinstance(architecture.value, str):
        yield from facts.text("model.architecture", architecture)
        yield from _modalities(root, architecture, facts)
    yield from _adapted(root, facts)
    yield from _context(root, facts)
    yield from _experts(root, facts)
    yield from facts.text("model.weights_dtype", first(root, "torch_dtype", "dtype"))
    yield from facts.text("model.quantisation", first(root.get("quantization_config"), "quant_method", "quant_type"))
    version = root.get("transformers_version")
    for written in strings(version):
        if version is not None:
            reason = "the version of the library that wrote the configuration"
            value = f"transformers {written}"
            yield facts.fact("use.required_software", value, version, method=Method.DERIVED, formula=reason)


def _adapted(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the model that an adapter was trained on."""
    base = root.get("base_model_name_or_path")
    name = name_of(base.value) if base is not None and isinstance(base.value, str) else ""
    if base is not None and name.strip("./~"):
        yield facts.fact("model.base_model", [name], base)


def _context(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    for part in _text_parts(root):
        node = first(part, *_CONTEXT)
        length = amount(node)
        if part is not None and node is not None and length and _SHORTEST_CONTEXT <= length <= _LONGEST_CONTEXT:
            yield facts.fact("model.context_length", int(length), node, unit="token", formula=_scaling(part))
            return


def _text_parts(root: Node) -> Iterator[Node | None]:
    """Yield where a configuration speaks of the part that reads text: itself, a part, or a part of a part."""
    yield root
    parts = root.value.values() if isinstance(root.value, dict) else ()
    for owner in (root, *parts):
        yield from (owner.get(name) for name in _TEXT_PARTS)
    # Of a pair the half that writes: what reads images or sounds has no vocabulary.
    yield from (part for part in (root.get("decoder"), root.get("encoder")) if first(part, "vocab_size") is not None)


def _scaling(part: Node) -> str:
    """Return how rotary position embeddings stretch the context, which may make it other than advertised."""
    scaling = first(part, "rope_scaling", "rope_parameters")
    factor, kind = amount(first(scaling, "factor")), strings(first(scaling, "rope_type", "type"))
    if not factor or kind == ["default"]:
        return ""
    original = amount(first(scaling, "original_max_position_embeddings"))
    stretched = f" of {original:.0f} positions" if original else ""
    return f"RoPE scaling{f' ({kind[0]})' if kind else ''} by the factor {factor:g}{stretched}"


def _experts(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    for part in (root, *(root.get(name) for name in _EXPERT_PARTS)):
        total, used = first(part, *_EXPERTS), first(part, *_EXPERTS_USED)
        if (amount(total) or 0) > 1:
            yield from facts.number("model.experts", total, "expert")
            yield from facts.number("model.experts_active", used, "expert")
            return


def _modalities(root: Node, architecture: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the modalities of models that generate text; of other classes the name says too little."""
    name = architecture.text
    if not name.endswith(("ForCausalLM", "ForConditionalGeneration")):
        return
    inputs = ["text"]
    inputs += ["image"] if first(root, *_IMAGE_PARTS) is not None else []
    inputs += ["audio"] if first(root, *_AUDIO_PARTS) is not None else []
    if name.endswith("ForConditionalGeneration") and len(inputs) == 1:
        return
    reason = "from the class of the model and the parts of its configuration"
    for field, value in (("model.input_modalities", inputs), ("model.output_modalities", ["text"])):
        yield facts.fact(field, value, architecture, method=Method.DERIVED, formula=reason)
