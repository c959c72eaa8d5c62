from __future__ import annotations

import struct

import pytest
from structured_files import artifact, values

from gpai_lint.artifacts import gguf, safetensors
from gpai_lint.artifacts.interface import Artifact
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.machine.reader import read

CONFIG = """\
{
  "architectures": [
    "ExampleForCausalLM"
  ],
  "max_position_embeddings": 131072,
  "num_experts_per_tok": 8,
  "num_local_experts": 32,
  "quantization_config": {"quant_method": "awq", "bits": 4},
  "rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768},
  "torch_dtype": "bfloat16",
  "transformers_version": "4.47.0"
}
"""


def test_a_configuration_tells_architecture_context_experts_and_precision() -> None:
    facts = {fact.field: fact for fact in read(artifact("config.json", "model_config", "json", CONFIG), 2)}

    assert {field: (fact.value, str(fact.location), fact.location.anchor) for field, fact in facts.items()} == {
        "model.architecture": ("ExampleForCausalLM", "config.json:3:5", "/architectures/0"),
        "model.input_modalities": (["text"], "config.json:3:5", "/architectures/0"),
        "model.output_modalities": (["text"], "config.json:3:5", "/architectures/0"),
        "model.context_length": (131072, "config.json:5:30", "/max_position_embeddings"),
        "model.experts": (32, "config.json:7:24", "/num_local_experts"),
        "model.experts_active": (8, "config.json:6:26", "/num_experts_per_tok"),
        "model.weights_dtype": ("bfloat16", "config.json:10:18", "/torch_dtype"),
        "model.quantisation": ("awq", "config.json:8:43", "/quantization_config/quant_method"),
        "use.required_software": ("transformers 4.47.0", "config.json:11:27", "/transformers_version"),
    }
    context = facts["model.context_length"]
    assert (context.method, context.unit, context.document) == (Method.MEASURED, "token", 2)
    assert context.formula == "RoPE scaling (yarn) by the factor 4 of 32768 positions"
    assert facts["model.input_modalities"].method is Method.DERIVED


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"max_seq_len": 32768, "ffn_config": {"moe_num_experts": 16, "moe_top_k": 4}}, (32768, 16)),
        ({"n_positions": 1024}, (1024, None)),
        ({"seq_length": "8192"}, (8192, None)),
        ({"text_config": {"max_position_embeddings": 4096, "num_experts": 64}, "vision_config": {}}, (4096, 64)),
        ({"vision_config": {"max_position_embeddings": 77}}, (None, None)),
        ({"thinker_config": {"text_config": {"max_position_embeddings": 32768}, "audio_config": {}}}, (32768, None)),
        ({"encoder": {"image_size": 224}, "decoder": {"n_positions": 2048, "vocab_size": 9}}, (2048, None)),
        ({"encoder": {"n_positions": 512, "vocab_size": 9}, "decoder": {"vocab_size": 9}}, (512, None)),
        ({"language_model_config": {"max_position_embeddings": 8192}}, (8192, None)),
        ({"decoder": {"max_position_embeddings": 1500}}, (None, None)),
        ({"max_position_embeddings": -1, "num_experts": 1}, (None, None)),
        ({"max_position_embeddings": True}, (None, None)),
        ({"max_position_embeddings": None, "max_seq_len": 2048}, (2048, None)),
        ({}, (None, None)),
    ],
)
def test_keys_differ_between_families_of_models(config: dict[str, object], expected: tuple[object, object]) -> None:
    found = values(read, artifact("config.json", "model_config", "json", config))

    assert (found.get("model.context_length"), found.get("model.experts")) == expected


def test_parts_for_images_and_audio_are_inputs() -> None:
    config = {"architectures": ["ExampleForConditionalGeneration"], "vision_config": {"a": 1}, "audio_config": {"b": 2}}
    found = values(read, artifact("config.json", "model_config", "json", config))

    assert found["model.input_modalities"] == ["text", "image", "audio"]
    assert "model.input_modalities" not in values(
        read, artifact("config.json", "model_config", "json", {"architectures": ["ExampleForSequenceClassification"]})
    )


def test_a_training_configuration_in_yaml_is_read_the_same_way() -> None:
    source = artifact("12b.yml", "model_config", "yaml", '{"num-layers": 40, "max-position-embeddings": 2048}')

    assert values(read, source) == {"model.context_length": 2048}


def test_an_index_tells_the_size_of_all_weights() -> None:
    index = {"metadata": {"total_parameters": 23572403200, "total_size": 47144806400.0}, "weight_map": {}}

    assert values(read, artifact("model.safetensors.index.json", "weights_index", "json", index)) == {
        "model.weights_bytes": 47144806400,
        "model.parameters_total": 23572403200,
    }


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0a' * 32}\nsize 4976698672\n"


def test_a_pointer_tells_digest_and_size() -> None:
    facts = {fact.field: fact for fact in read(artifact("model.safetensors", "weights", "lfs", POINTER), 0)}

    assert {field: (fact.value, str(fact.location)) for field, fact in facts.items()} == {
        "model.authenticity": (f"sha256:{'0a' * 32}", "model.safetensors:2:5"),
        "model.weights_bytes": (4976698672, "model.safetensors:3:6"),
    }


@pytest.mark.parametrize(
    ("path", "variant"),
    [
        ("model.safetensors", ""),
        ("model/model.safetensors", ""),
        ("model-00003-of-00072.safetensors", "part 3 of 72"),
        ("text_encoder_2/model.safetensors", "text_encoder_2"),
        ("vae/diffusion_pytorch_model.safetensors", "vae"),
        ("adapter_model.safetensors", "adapter_model"),
    ],
)
def test_weights_of_a_part_are_not_taken_for_the_whole(path: str, variant: str) -> None:
    assert {fact.variant for fact in read(artifact(path, "weights", "lfs", POINTER), 0)} == {variant}


def test_the_state_of_a_run_is_no_model() -> None:
    assert list(read(artifact("training_args.bin", "weights", "lfs", POINTER), 0)) == []


def test_a_safetensors_header_tells_parameters_precision_and_metadata() -> None:
    text = (
        b'{"__metadata__": {"modelspec.title": "Example", "modelspec.license": "apache-2.0"},'
        b'"w": {"dtype": "BF16", "shape": [4, 8], "data_offsets": [0, 64]}}'
    )
    data = struct.pack("<Q", len(text)) + text
    source = Artifact("model.safetensors", "safetensors", "weights", safetensors.parse("model.safetensors", data))

    assert values(read, source) == {
        "model.weights_bytes": 64,
        "model.parameters_total": 32,
        "model.weights_dtype": "BF16",
        "model.name": "Example",
        "distribution.licence": "Apache-2.0",
    }


def test_packed_weights_are_not_counted_as_parameters() -> None:
    text = b'{"w.qweight": {"dtype": "I32", "shape": [4], "data_offsets": [0, 16]}}'
    data = struct.pack("<Q", len(text)) + text
    source = Artifact("model.safetensors", "safetensors", "weights", safetensors.parse("model.safetensors", data))

    assert "model.parameters_total" not in values(read, source)


def string(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()


@pytest.mark.parametrize(
    ("name", "pairs", "variant"),
    [
        ("lark.gguf", {"general.architecture": "llama", "general.type": "model"}, ""),
        ("lark.gguf", {"general.architecture": "llama", "general.type": "adapter"}, "adapter"),
        ("mmproj-lark.gguf", {"general.architecture": "clip"}, "mmproj"),
        ("lark-00001-of-00002.gguf", {"general.architecture": "clip"}, "part 1 of 2"),
    ],
)
def test_what_is_beside_a_model_is_told_from_it(name: str, pairs: dict[str, str], variant: str) -> None:
    written = [string(key) + struct.pack("<I", 8) + string(text) for key, text in pairs.items()]
    data = b"GGUF" + struct.pack("<IQQ", 3, 0, len(written)) + b"".join(written)
    source = Artifact(name, "gguf", "weights", gguf.parse(name, data), len(data))

    assert {fact.variant for fact in read(source, 0)} == {variant}


def test_a_configuration_of_a_component_is_not_that_of_the_pipeline() -> None:
    config = {"architectures": ["CLIPTextModel"], "max_position_embeddings": 77}

    def variants(path: str) -> set[str]:
        return {fact.variant for fact in read(artifact(path, "model_config", "json", config), 0)}

    assert (variants("text_encoder/config.json"), variants("lark/config.json")) == ({"text_encoder"}, {""})


def test_a_gguf_header_tells_what_its_keys_say() -> None:
    pairs = [
        string("general.architecture") + struct.pack("<I", 8) + string("example"),
        string("general.license") + struct.pack("<I", 8) + string("apache-2.0"),
        string("general.base_model.0.repo_url") + struct.pack("<I", 8) + string("https://example.org/base"),
        string("example.context_length") + struct.pack("<II", 4, 8192),
        string("example.expert_count") + struct.pack("<II", 4, 0),
    ]
    tensor = string("w") + struct.pack("<IQQIQ", 2, 64, 10, 12, 0)
    data = b"GGUF" + struct.pack("<IQQ", 3, 1, len(pairs)) + b"".join(pairs) + tensor
    source = Artifact("model.gguf", "gguf", "weights", gguf.parse("model.gguf", data), 1_000_000)

    assert values(read, source) == {
        "distribution.licence": "Apache-2.0",
        "model.base_model": ["https://example.org/base"],
        "model.architecture": "example",
        "model.context_length": 8192,
        "model.parameters_total": 640,
        "model.weights_dtype": "Q4_K",
        "model.weights_bytes": 1_000_000,
    }


LOG = """\
timestamp,run_id,duration,emissions,energy_consumed,country_name,codecarbon_version,gpu_count,gpu_model,tracking_mode
2025-03-01T10:00:00,a,3600,1000,20000,France,2.4.3,8,8 x H100,machine
2025-03-02T10:00:00,a,7200,2000,40000,France,2.4.3,8,8 x H100,machine
2025-03-03T10:00:00,b,3600,500.5,10000,France,2.4.3,8,8 x H100,machine
"""


def test_a_log_of_runs_is_summed_up_with_one_row_per_run() -> None:
    source = artifact("emissions.csv", "emissions_log", "csv", LOG)
    facts = {fact.field: fact for fact in read(source, 0)}

    assert values(read, source) == {
        "training.energy_mwh": 50,
        "training.carbon_tco2e": 2.5005,
        "training.gpu_hours": 24,
        "training.energy_method": "measured with CodeCarbon 2.4.3, tracking mode 'machine'",
        "training.hardware": "8 x H100",
        "training.location": "France",
    }
    energy = facts["training.energy_mwh"]
    assert (energy.unit, energy.formula) == ("MWh", "sum of energy_consumed over 2 runs, kWh / 1000")
    assert (energy.location.span.line, energy.location.span.end_line) == (3, 4)


@pytest.mark.parametrize(
    ("path", "project", "training"),
    [
        ("emissions.csv", "codecarbon", True),
        ("emissions.csv", "eval_session_1", False),
        ("emissions.csv", "train-and-evaluate", True),
        ("emissions.csv", "textGeneration", True),
        ("emissions.csv", "llmInference", False),
        ("benchmarks/emissions.csv", "codecarbon", False),
        ("results/pretraining-test/emissions.csv", "codecarbon", True),
    ],
)
def test_runs_that_use_a_model_are_no_training(path: str, project: str, training: bool) -> None:
    log = f"project_name,run_id,duration,emissions,energy_consumed\n{project},a,3600,1000,20000\n"

    assert bool(values(read, artifact(path, "emissions_log", "csv", log))) is training


@pytest.mark.parametrize(
    ("kind", "form", "content"),
    [
        ("emissions_log", "csv", "energy_consumed,emissions,duration,gpu_count\nnan,inf,1e999,-1\n"),
        ("emissions_log", "csv", "a,b\n1,2\n"),
        ("emissions_log", "csv", ""),
        ("model_config", "json", "[1, 2]"),
        ("model_config", "json", '{"architectures": 7, "rope_scaling": [], "quantization_config": "x"}'),
        ("weights_index", "json", '{"metadata": {"total_size": "large"}}'),
        ("generation_config", "json", '{"max_length": 4096, "transformers_version": "4.47.0"}'),
        ("model_card", "yaml", "max_position_embeddings: 1024\n"),
    ],
)
def test_what_says_nothing_gives_no_measure(kind: str, form: str, content: str) -> None:
    assert list(read(artifact("file", kind, form, content), 0)) == []


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("birds/sparrow-7b", "birds/sparrow-7b"),
        ("sparrow-7b", "sparrow-7b"),
        ("/data/models/sparrow-7b", "sparrow-7b"),
        ("./sparrow-7b/", "sparrow-7b"),
        ("C:\\\\models\\\\sparrow-7b", "sparrow-7b"),
    ],
)
def test_the_configuration_of_an_adapter_names_the_model_that_it_changes(written: str, base: str) -> None:
    text = f'{{\n  "base_model_name_or_path": "{written}",\n  "peft_type": "LORA"\n}}\n'
    (fact,) = read(artifact("adapter_config.json", "model_config", "json", text), 0)
    assert (fact.field, fact.value, fact.method) == ("model.base_model", [base], Method.MEASURED)
    assert (str(fact.location), fact.location.anchor) == ("adapter_config.json:2:30", "/base_model_name_or_path")


@pytest.mark.parametrize("value", ["null", '""', "true", '"."', "{}"])
def test_an_adapter_that_names_no_model_tells_none(value: str) -> None:
    text = f'{{"base_model_name_or_path": {value}, "peft_type": "LORA"}}'
    assert list(read(artifact("adapter_config.json", "model_config", "json", text), 0)) == []
