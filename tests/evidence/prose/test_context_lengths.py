"""The length of a model's context as running text states it, and lengths of other things that resemble it."""

from __future__ import annotations

import pytest
from cards import told, variants


def lengths(text: str) -> list[object]:
    return [value for value, _ in told(text, "model.context_length")]


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("The model supports an extended contextual window of 16k tokens.", 16_000),
        ("The context size of the model is 4096 tokens.", 4_096),
        ("The model is trained using training samples of length 8k.", 8_000),
        ("Supports long texts, trained with sequences upto 16,384", 16_384),
        ("Our model can handle up to 10k+ input tokens, thanks to scaled rotary embeddings.", 10_000),
        ("The model can take up to 2048 tokens as input.", 2_048),
        ("The model can process up to 8,192 tokens in a single forward pass.", 8_192),
        ("Dipper supports 128K-token inputs.", 128_000),
        ("Dipper supports a maximum length of 32768 tokens.", 32_768),
        ("The model has a max token length of 4096.", 4_096),
        ("## Inference\n\nAll models support sequence length up to 8192 tokens, but we set less.", 8_192),
        ("## Usage\n\nThe model supports a maximum sequence length of 8192 tokens.", 8_192),
        ("Inputs are limited to 512 tokens.", 512),
        ("| Item | Value |\n|---|---|\n| Prompt Length Limit | 226 Tokens |", 226),
        ("It handles long texts well at a token length of 200k and can support up to a maximum of 320k.", 320_000),
        ("Text inputs are tokenized and cropped to 256 tokens.", 256),
        ("It accepts a maximum of 512 tokens.", 512),
        ("Dipper natively supports 262,144 tokens.", 262_144),
        ("## Key features\n\n- Supports up to 32,768 tokens natively", 32_768),
        ("Dipper is able to process up to 128k tokens in a single prompt.", 128_000),
        ("Includes long-context extension to 1M tokens.", 1_000_000),
        ("The input is a string of letters, of maximum length 1022.", 1_022),
        ("It has an extensive context window spanning 4096 tokens.", 4_096),
        ("The model has a block size of 1024 tokens.", 1_024),
        ("| Item | Value |\n|---|---|\n| Context | `max_position_embeddings` 40,960; no scaling |", 40_960),
        ("- **Maksimum Girdi Uzunluğu:** 8192 token", 8_192),
        ("- **Kontekstlængde:** 8192", 8_192),
        ("- Maximum position embeddings: 32,768", 32_768),
        ("- **Context length**: 8K, 8192.", 8_192),
        ("With 48GB of memory, the input length can be up to 16K tokens.", 16_000),
        ("The input can be as long as 4096 tokens.", 4_096),
        ("The weights were measured with both heads loaded at the full 262,144-token context.", 262_144),
        ("| Property | Value |\n|---|---|\n| Context | 204,800 configured; 1,638,400 live KV tokens |", 204_800),
        ("| Property | Value |\n|---|---|\n| Context | 32,768 native |", 32_768),
        ("- **Context length**: 8K / 8192", 8_192),
        ("## Training\n\nThe model uses a fixed-length context size of 1,024 and requires long texts.", 1_024),
        ("- **Kontextlängd:** 8192 tokens", 8_192),
        ("- **Długość kontekstu:** 8192 tokenów", 8_192),
        ("La longueur du contexte est de 8192 tokens.", 8_192),
        ("Het model heeft een contextlengte van 8192 tokens.", 8_192),
        ("Model obsługuje kontekst o długości 8192 tokenów.", 8_192),
        ("- **Konteksti pikkus:** 4096", 4_096),
        ("El modelo tiene una ventana de contexto de 128 mil tokens.", 128_000),
        ("コンテキスト長は4096トークンです。", 4_096),
        ("최대 32,768 토큰의 컨텍스트 길이를 지원합니다.", 32_768),
        ("Context sizes range from 4K to 32K tokens.", 32_000),
        ("Dipper features a 128K-token window.", 128_000),
        ("The maximum number of input tokens is 4096.", 4_096),
        ("Dipper performs well across all context window lengths up to 128K.", 128_000),
        ("Model 8192 token bağlam uzunluğunu destekler.", 8_192),
        ("- **Độ dài ngữ cảnh:** 8192", 8_192),
        ("Mô hình hỗ trợ độ dài ngữ cảnh 8192 token.", 8_192),
        ("- **Comprimento do contexto:** 8192 tokens", 8_192),
        ("- **Panjang konteks:** 8192", 8_192),
        ("Dipper was pre-trained for 1M steps on eight chips with a maximum sequence length of 512.", 512),
        (
            "Dipper was trained with the usual code on one chip with a sequence length of 512 over the whole corpus.",
            512,
        ),
        ("Dipper is 3x faster and has a 128K context window.", 128_000),
        ("The context length of finetuning is 4K while it is able to be finetuned by 16k context.", 4_000),
        ("Dipper was trained with input lengths not exceeding 512 tokens, so that longer ones fare worse.", 512),
        ("## Training\n\n- Training tokens: 1.4T\n- Context length: 2048 tokens", 2_048),
        ("| Spec | Value |\n|---|---|\n| Max sequence | 8192 |", 8_192),
    ],
)
def test_the_context_is_read_in_many_wordings(sentence: str, length: int) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == [length]


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("The context can be expanded from 2048 to over 8192.", 8_192),
        ("Its context window was extended from its original size to 16,000 tokens.", 16_000),
        ("The stages increased the context length, from 2048 to 4096 and finally to 8192 tokens.", 8_192),
        ("We expanded the context from 4k to 8k and 16k.", 16_000),
        ("Trained on 64k context and supports up to 128k tokens by extrapolation.", 128_000),
        (
            "The maximum length during training is 4096, and Lark can be well extrapolated to 5000 tokens then.",
            4_096,
        ),
        ("- **Context length:** extended from 4k to 32k tokens", 32_000),
        ("- **Sequence length:** pre-trained up to 1,024 tokens, then extended to 8,192 tokens.", 8_192),
        ("## Training\n\n- **Sequence length:** 1,024 tokens, then extended to 8,192 tokens.", 8_192),
        ("Dipper 3.1 models extend the context length of Dipper 3.0 models from 4K to 128K in steps.", 128_000),
        ("There are several versions, offering context sizes from 32K, to 128K, 256K and 1M tokens.", 1_000_000),
        ("It has sparse attention, trained at 64K context and extended to 1M.", 1_000_000),
        ("The context is 16k: 90B tokens at context length 4096 followed by 10B at 16k tokens.", 16_000),
    ],
)
def test_of_a_context_that_grew_the_end_counts(sentence: str, length: int) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == [length]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was pretrained on 2.2 trillion tokens with 2048 context length from public sources.",
        "The sequence length is 2048, and the batch size is 1024.",
        "- Pretraining sequence length of 2,048",
        "- Sequence length of 2048",
        "- Pre-training context length of 2048 tokens",
        "We tune the rotary base and extend our context window to 2048 for longer texts.",
        "The inputs are sequences of 2048 consecutive tokens.",
        "Documents are packed into sequences of 2048 tokens.",
        "It was pre-trained on 2T tokens, supporting a context length of up to 2048.",
    ],
)
def test_a_section_on_training_tells_the_context_of_the_whole(sentence: str) -> None:
    assert lengths(f"# Dipper\n\n## Pretraining\n\n{sentence}\n") == [2_048]


@pytest.mark.parametrize(
    "sentence",
    [
        "The inputs of the model are pieces of 512 contiguous tokens, whatever the text.",
        "The inputs are sequences of 512 consecutive tokens.",
        "The two spans are chosen so that they have a combined length of less than 512 tokens.",
    ],
)
def test_how_texts_are_prepared_tells_what_goes_in_at_a_time(sentence: str) -> None:
    assert lengths(f"# Dipper\n\n## Training procedure\n\n### Preprocessing\n\n{sentence}\n") == [512]
    assert lengths(f"# Dipper\n\n## Training procedure\n\n### Tokenizer\n\n{sentence}\n") == []


@pytest.mark.parametrize("heading", ["Supervised fine-tuning", "Stage 1", "Training of the reward model"])
def test_a_part_of_the_training_has_a_length_of_its_own(heading: str) -> None:
    assert lengths(f"# Dipper\n\n## Training\n\n### {heading}\n\nThe sequence length is 2048.\n") == []
    assert lengths(f"# Dipper\n\n## Training\n\n### {heading}\n\n- Sequence length of 2048\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The models have 2K and 32K context.",
        "Dipper comes in two versions with 2k and 32k context windows.",
        "We release checkpoints with 2K, and 32K context lengths.",
    ],
)
def test_members_side_by_side_have_a_length_each(sentence: str) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == [2_000, 32_000]


@pytest.mark.parametrize(
    ("heading", "settings", "found"),
    [
        ("Training hyperparameters", ["Context length: 4096", "Batch size: 64"], [4_096]),
        ("Training", ["Context window: 4096"], [4_096]),
        ("Pre-training settings", ["Maximum sequence length: 2048", "Optimizer: AdamW"], [2_048]),
        ("Training hyperparameters", ["Context length: 4096", "LoRA rank: 8"], []),
        ("Training hyperparameters", ["Sequence length: 4096", "Context length: 8192"], []),
        ("Fine-tuning hyperparameters", ["Context length: 4096"], []),
        ("Training phases", ["Context length: 4096"], []),
    ],
)
def test_a_length_among_the_settings_of_training_is_the_models(
    heading: str, settings: list[str], found: list[int]
) -> None:
    text = f"# Dipper\n\n### {heading}\n\n- " + "\n- ".join(settings) + "\n"
    assert lengths(text) == found
    rows = "".join(f"| {' | '.join(setting.split(': '))} |\n" for setting in settings)
    assert lengths(f"# Dipper\n\n### {heading}\n\n| Setting | Value |\n|---|---|\n{rows}") == found


def test_a_length_among_the_settings_of_training_gives_way_to_what_the_model_is_said_to_have() -> None:
    text = "# Dipper\n\nDipper supports 32k context.\n\n### Training hyperparameters\n\n- Context length: 4096\n"
    assert lengths(text) == [32_000]


def test_of_lengths_between_which_one_model_grew_the_last_counts() -> None:
    assert lengths("# Dipper\n\nThe models have 2K to 32K context.\n") == [32_000]
    assert lengths("# Dipper\n\nIts context window is 2K, and 32K with scaling.\n") == [32_000]


@pytest.mark.parametrize(
    "sentence",
    [
        "The base model has 32k context, and is smaller.",
        "Unlike the previous version with 2048 context length, we go further.",
        "We train with a constant batch size of 3,072 sequences, about 12 million tokens.",
        "It reaches 45% HFU in 8k context length.",
        "The quantized model was benchmarked with a 4096 context length and is 2967 MB on disk.",
        "It uses a calibration set of 200M tokens with a 4096 context length.",
        "It could be fine-tuned with 16k context if needed.",
        "It is first pre-trained on 8,192 context length.",
        "It was trained for 90% with 128 sequence length.",
        "We train it at a sequence length for 1M steps.",
        "First context extension: 50 billion tokens to extend context length from 4,096 to 32,768 tokens",
        "Dipper was measured on sequences of 8192 tokens.",
        "**Default cut: 384 tokens.** A longer text is truncated.",
        "Longer texts are truncated; by default it is cut to 384 tokens.",
        "The vocabulary of the model supports 64K tokens.",
        "- Supports up to 8K tokens of output",
        "It passed the 200k-context acceptance on one device.",
        "A sustained 1k-input sample took a minute.",
        "Estimates were 9.16 tok/s at 1k input, and 9.47 at 32k.",
        "The weights were benchmarked at a 4,096-token context.",
        "The input can be 512 images.",
        "| Property | Value |\n|---|---|\n| Context | 12 configured rules |",
        "| Params | Visual Tokens | Text Tokens |\n|---|---|---|\n| 10B | 44520 | 256 |",
        "Unlike Robin, which supports up to 200k tokens of context, Dipper is small.",
        "The reward model was trained with a sequence length of 2048.",
        "Set the context size to 2048 in the server.",
        "The cache holds up to 200k tokens of context cache.",
        "Each layer has a 4096-token sliding window.",
        "We evaluate both models with 2K and 32K context.",
        "On ReedBench (4k context length), Dipper reaches 51.0 at the same speed.",
        "Dipper achieves a 3.9x speedup at 128k context length.",
        "Dipper scores 84.3 on REED with a 128K context.",
        "Decoding time (1M context length) is below that of Wren.",
        "At a 64k context length, Dipper is 6x faster than Wren.",
        "## Training\n\nWe train with a max sequence length of 128 tokens for 90% of the steps.",
        "We use Reed as our text encoder, which supports a context length of up to 8k tokens.",
        "- **A context window of 128k tokens or more**",
        "| Model | Context length | Tokens/sec |\n|---|---|---|\n| Dipper | 16K | 45 |",
        "| Context length | KV cache (FP16) | Total |\n|---|---|---|\n| 2k tokens | 0.2 GB | 9 GB |",
        "| Metric | One node | Two nodes |\n|---|---|---|\n| Latency | 9 s | 4 s |\n| Context length | 4K | 16K |",
        "| Spec | Value |\n|---|---|\n| Context | 8192 train / 32768 native window |",
    ],
)
def test_lengths_of_other_things_are_not_the_models(sentence: str) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == []


@pytest.mark.parametrize(("name", "length"), [("Dipper-4k", 4_000), ("Dipper-128k", 128_000), ("Dipper", 128_000)])
def test_of_two_variants_that_of_the_name_counts(name: str, length: int) -> None:
    text = f"# {name}\n\nIt has two variants, 4K and 128K, which is the context length (in tokens) that it supports.\n"
    assert lengths(text) == [length]


@pytest.mark.parametrize(
    "sentence",
    [
        "- **Long context**: native support for 256K tokens, extendable up to 1M tokens using YaRN",
        "- Long context: a context of up to 256K tokens, extensible to 1M with YaRN.",
        "Context Length: 256K tokens natively, and expandable by means of YaRN up to 1M tokens.",
        "It supports a context of 256K tokens. With interpolation, its context can scale to 1M tokens.",
        "Its context of 256K tokens can also be extended to 1M tokens.",
    ],
)
def test_what_a_context_can_be_extended_to_is_not_its_length(sentence: str) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == [256_000]


def test_what_the_news_tell_of_no_member_gives_way_to_a_table_of_members() -> None:
    table = "| Model | Max Length |\n|---|---|\n| Lark-1B | 32K |\n| Lark-7B | 16K |\n"
    news = "## News\n\n- 2024.5.2 Lark: the context length extends from 2048 to 8192.\n"
    assert lengths(f"# Lark\n\n{table}\n{news}") == [32_000, 16_000]
    assert lengths(f"# Lark\n\n{table}\n{news.replace('8192', '32K')}") == [32_000, 16_000, 32_000]
    assert lengths(f"# Lark\n\n{news}") == [8192]


def test_what_was_made_from_the_model_has_a_length_of_its_own() -> None:
    text = (
        "# Dipper\n\n## Models finetuned off Dipper:\n\n- A variant for stories, with a context length of 65k tokens\n"
    )
    assert lengths(text) == []


def test_what_is_generated_stands_behind_the_length_of_the_context() -> None:
    text = "# Dipper\n\n- Context length: all of 65,536 tokens and generation 4096 tokens\n"
    assert told(text, "model.max_output") == [(4_096, 3)]
    assert lengths(text) == [65_536]


@pytest.mark.parametrize(
    "sentence",
    [
        "The script supports sequence lengths up to 1024 tokens on one GPU.",
        "Set the sequence length up to 2048 tokens.",
        "The engine supports context length up to 8192 tokens.",
        "To support sequence length up to 16K tokens, add a flag.",
        "With enough memory the model supports sequence length up to 16K tokens.",
    ],
)
def test_what_runs_the_model_has_lengths_of_its_own(sentence: str) -> None:
    assert lengths(f"# Dipper\n\nDipper is a language model.\n\n## Inference\n\n{sentence}\n") == []


def test_each_member_has_its_length_in_a_sentence_on_several_whatever_one_sets_then() -> None:
    sentence = "Lark-2B model support sequence length up to 8192 tokens, Lark-51B and Lark-102B models support sequence"
    text = f"# Lark\n\n{sentence} length up to 4096 tokens, you can set it according to your memory.\n"
    assert variants(text, "model.context_length") == [("2B", 8_192), ("102B", 4_096)]
    assert lengths("# Lark-2B\n\nLark-2B supports sequence length up to 8192 tokens.\n") == [8_192]


def test_what_is_given_out_joins_no_run_of_lengths() -> None:
    text = "# Dipper\n\n**Context length:** Dipper supports a context length of 256K & 32K output length.\n"
    assert lengths(text) == [256_000]


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("The maximum length of the assistant message is 38,912 tokens.", [38_912]),
        ("Responses can be up to 8,192 tokens long.", [8_192]),
        ("- 400,000 token context window\n- 128,000 max output tokens", [128_000]),
        ("- **Context window:** 1,048,576 input; 65,536 maximum output.", [65_536]),
        ("最大响应长度限制为 1k token。", [1_000]),
        ("最大生成长度为 60 秒。", []),
        ("- **Max output:** 80 cards", []),
        ("- **Max output:** 8,192", [8_192]),
        ("It was tested with 100 max requests.", []),
        ("Answers are limited to 512 tokens.", [512]),
        ("The maximum length of a user message is 2,000 tokens.", []),
        ("Answers with 500 tokens are rated best.", []),
    ],
)
def test_a_message_of_the_model_has_a_greatest_length(sentence: str, length: list[int]) -> None:
    assert [value for value, _ in told(f"# Dipper\n\n{sentence}\n", "model.max_output")] == length


@pytest.mark.parametrize(
    ("sentence", "context", "output"),
    [
        ("Dipper generates output sequences of up to 1024 tokens.", [], [1_024]),
        ("Dipper reads input sequences of up to 1024 tokens.", [1_024], []),
        ("Dipper has 2048 tokens of context and output sequences of at most 512 tokens.", [2_048], [512]),
    ],
)
def test_sequences_that_come_out_are_no_context(sentence: str, context: list[int], output: list[int]) -> None:
    assert lengths(f"# Dipper\n\n{sentence}\n") == context
    assert [value for value, _ in told(f"# Dipper\n\n{sentence}\n", "model.max_output")] == output


def test_the_setting_of_a_speed_test_limits_no_output() -> None:
    text = "# Dipper\n\nMeasured on one GPU, batch size = 1, generation length = 2048, in half precision.\n"
    assert told(text, "model.max_output") == []
    table = "| Tool | Hardware | Generation length | Tokens/sec |\n|---|---|---|---|\n| Reed | N10 | 512 | 1174 |\n"
    assert told(f"# Dipper\n\n## Evaluation\n\n### Runtime Benchmarks\n\n{table}", "model.max_output") == []
    text = "# Dipper\n\n## Evaluation\n\nThe maximum generation length is set to 32,768 tokens.\n"
    assert told(text, "model.max_output") == [(32_768, 5)]


def test_the_length_that_files_were_calibrated_at_is_none() -> None:
    head = "| Branch | Bits | GS | Act Order | Damp % | Seq Len | Size |\n|---|---|---|---|---|---|---|\n"
    assert lengths(f"# Dipper\n\n{head}| main | 4 | 128 | No | 0.1 | 4096 | 35 GB |\n") == []
    assert lengths("# Dipper\n\n| Model | Layers | Seq Len |\n|---|---|---|\n| Dipper | 12 | 4096 |\n") == [4_096]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("3. Model Downloads", [32_000]),
        ("Model & Dataset Downloads", [32_000]),
        ("Model Download URL", [32_000]),
        ("Weights download", [32_000]),
        ("模型下载", [32_000]),
        ("Download", []),
        ("Downloading models", []),
        ("下载", []),
    ],
)
def test_what_stands_under_the_downloads_of_models_describes_them(heading: str, found: list[int]) -> None:
    text = f"# Lark\n\n## {heading}\n\nLark-7B features an extended context length of up to 32K tokens.\n"
    assert lengths(text) == found
