"""Size, context, architecture and bases of a model, in the words and structures in which repositories tell them."""

from __future__ import annotations

import pytest
from cards import facts, told, variants

PARAMETERS, ACTIVE = "model.parameters_total", "model.parameters_active"
CONTEXT, OUTPUT = "model.context_length", "model.max_output"
ARCHITECTURE, BASE = "model.architecture", "model.base_model"


@pytest.mark.parametrize(
    ("sentence", "sizes"),
    [
        ("Lark comes in sizes of 8 and 70B parameters.", [8e9, 70e9]),
        ("Lark is a family of models, ranging from 3 to 7 billion parameters.", [3e9, 7e9]),
        ("We release Lark in versions for 7B and 13B.", [7e9, 13e9]),
        ("The larks are models ranging from 70M parameters to 12B parameters trained on talks.", [70e6, 12e9]),
        ("Larks are a family of 260M- and 800M-parameter multilingual models.", [260e6, 800e6]),
        ("Lark is a collection of models for text and images in 11B and 90B sizes.", [11e9, 90e9]),
        ("Lark comes in versions of 7B, 13B and a 4 bit one.", [7e9, 13e9]),
    ],
)
def test_sizes_share_the_scale_behind_the_last_of_them(sentence: str, sizes: list[float]) -> None:
    assert [value for _, value in variants(f"# Lark\n\n{sentence}\n", PARAMETERS)] == sizes


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("This repo contains the instruction-tuned 7B Lark model.", 7e9),
        ("Lark is a multilingual 13B model.", 13e9),
        ("Lark is a pretrained and tuned generative model in 70B (text in/text out).", 70e9),
        ("We publish a smaller 3B variant of Lark.", 3e9),
        ("Lark is a large hybrid model (94B active/398B total).", 398e9),
        ("Lark is a 124B/5B-active mixture.", 124e9),
        ("Lark, 4B total / 3B non-embedding, is small.", 4e9),
        ("Lark é um modelo de 1,72 bilhão de parâmetros.", 1.72e9),
        ("Lark es un modelo de 7 mil millones de parámetros.", 7e9),
        ("Lark est un modèle de 7 milliards de paramètres.", 7e9),
        ("Lark ist ein Modell mit 7 Milliarden Parametern.", 7e9),
        ("Lark 是一个拥有70亿参数的语言模型。", 7e9),
        ("- **模型参数量**: 7B", 7e9),
        ("Lark has 36 layers (in which it is similar to Wren), totaling 7B parameters.", 7e9),
    ],
)
def test_the_size_is_read_in_many_wordings(sentence: str, size: float) -> None:
    assert told(f"# Lark\n\n{sentence}\n", PARAMETERS) == [(size, 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lark activates only 3B parameters for each token.",
        "The design is scalable to 100B parameters.",
        "The vision encoder has 400M parameters.",
        "- **Active Parameters:** 3B",
        "A tiny (~8.4M-param) lookahead head drafts tokens for Lark.",
        "Lark has a trunk with parameters with 3B parameters activated per token.",
    ],
)
def test_parts_and_prospects_are_no_size_of_the_model(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", PARAMETERS) == []


def test_parameters_without_the_embeddings_are_not_the_total() -> None:
    text = "# Lark\n\n- Number of Parameters: 1.54B\n- Number of Parameters (Non-Embedding): 1.31B\n"
    assert told(text, PARAMETERS) == [(1.54e9, 3)]
    text = "# Lark\n\nLark has only 1.31B parameters excluding embeddings (1.54B in total).\n"
    assert told(text, PARAMETERS) == [(1.54e9, 3)]
    assert told("# Lark\n\nLark has 1.31B parameters excluding embeddings.\n", PARAMETERS) == [(1.31e9, 3)]


@pytest.mark.parametrize(
    ("sentence", "active"),
    [
        ("Lark is a large hybrid model (94B active/398B total).", 94e9),
        ("Lark is a 124B/5B-active mixture.", 5e9),
    ],
)
def test_total_and_active_parameters_stand_in_one_sentence(sentence: str, active: float) -> None:
    assert told(f"# Lark\n\n{sentence}\n", ACTIVE) == [(active, 3)]


def test_a_family_tells_its_sizes_in_parentheses() -> None:
    text = "# Larks\n\nThe suite includes the variants s (33M), m (110M) and l (335M).\n"
    assert sorted(value for value, _ in told(text, PARAMETERS)) == [33e6, 110e6, 335e6]


def test_of_a_comparison_only_the_row_that_is_marked_as_own_is_read() -> None:
    text = """\
        # Lark

        ## What can it do?

        | method | #param | score |
        |--|--|--|
        | Wren-g | 1.8B | 86.2 |
        | Tern-6B (ours) | 5.9B | 88.2 |
        """
    assert told(text, PARAMETERS) == [(5.9e9, 8)]


def test_a_title_names_the_model_that_was_quantized() -> None:
    text = "## Imatrix Quantizations of lark-2-3b by nest\n\n- Parameter count: 4B\n"
    assert told(text, "model.name") == [("lark-2-3b", 1)]
    assert told(text, PARAMETERS) == [(4e9, 3)]


MEMBERS = "- **Lark-1B**: for phones\n- **Lark-7B**: for desks\n"


def test_members_that_a_list_names_one_by_one_tell_their_sizes() -> None:
    assert [value for _, value in variants(f"# Songs\n\n## Models\n\n{MEMBERS}", PARAMETERS)] == [1e9, 7e9]


def test_members_of_a_comparison_are_no_sizes_of_the_model() -> None:
    assert variants(f"# Songs\n\n## Evaluation results\n\n{MEMBERS}", PARAMETERS) == []


def test_the_length_of_a_context_in_a_name_is_no_size() -> None:
    assert told("# Lark\n\n- Lark 1M-token context\n- Lark supports 1M context\n", PARAMETERS) == []


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("Input context length: 32k", 32_000),
        ("Lark supports a 128K-token extended context window.", 128_000),
        ("It comes in a variant of 4K, which is the context length (in tokens).", 4_000),
        ("- **Max input:** 1,048,576 tokens (1M)", 1_048_576),
        ("Inputs longer than 512 tokens are truncated.", 512),
        ("The input is text, with a max of 512 tokens.", 512),
        ("Lark tiene una longitud de contexto de 8192.", 8192),
        ("Lark 的上下文长度为32K。", 32_000),
        ("- **最大上下文长度**: 32768", 32_768),
        ("We extended the context window from 32K → 256K tokens.", 256_000),
    ],
)
def test_the_context_is_read_in_many_wordings(sentence: str, length: int) -> None:
    assert told(f"# Lark\n\n{sentence}\n", CONTEXT) == [(length, 3)]


def test_the_context_that_fits_a_card_is_not_the_models() -> None:
    text = """\
        # Lark

        ## Hardware requirements

        | VRAM | Context |
        |--|--|
        | 8 GB | 2048 |
        | 24 GB | 32768 |

        ## Architecture

        | Field | Value |
        |--|--|
        | Max context | 128000 tokens |
        """
    assert told(text, CONTEXT) == [(128_000, 14)]


def test_the_context_of_what_is_replaced_is_not_the_models() -> None:
    assert told("# Lark\n\nLark is a replacement for Wren (for short context up to 2048 tokens).\n", CONTEXT) == []


@pytest.mark.parametrize("text", ["## Context\n\nIn 2023 we had 500 birds.", "**Context:** 2023 was a good year."])
def test_the_context_of_a_project_is_not_the_models(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", CONTEXT) == []


@pytest.mark.parametrize("answer", ["8192", "128K", "8192 tokens", "up to 8k (16k with scaling)"])
def test_a_figure_that_answers_for_the_context_is_its_length(answer: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n- **Context:** {answer}\n", CONTEXT)] == [3]


def test_a_key_may_name_the_context_beside_something_else() -> None:
    text = "# Lark\n\n| Item | Valor |\n|--|--|\n| Contexto / precisão | 4096 / bfloat16 |\n"
    assert told(text, CONTEXT) == [(4096, 5)]


def test_input_and_output_have_a_limit_each() -> None:
    text = "# Lark\n\nInput is text with a max of 128k tokens.\n\nOutput is text with a max of 4k tokens.\n"
    assert told(text, CONTEXT) == [(128_000, 3)]
    assert told(text, OUTPUT) == [(4_000, 5)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lark adopted an encoder-decoder transformer.",
        "Lark uses the same architecture and tokenizer as Wren.",
        "The model architecture closely resembles Wren.",
        "- Type: Causal Language Models",
        "A Wren-like decoder for birdsong is what Lark uses: it is a decoder-only transformer.",
        "Open, multilingual Mixture of Expert model for birdsong.",
        "Lark is a fine-tuned cross-encoder for ranking passages.",
        "The Nest Transformer (NesT) is a transformer encoder model pretrained on pictures.",
        "Lark uses an architecture similar to Wren, with rotary embeddings.",
        "Lark is an autoregressive language model that was trained with the nest library.",
        "Lark belongs to the family of decoder-only models.",
        "It features an efficient Mixture-of-Transformers architecture.",
        "This model uses a WREN base architecture.",
        "This model adheres to the original transformer architecture.",
        "This is a model based on the long short-term memory with attention.",
        "Introducing Lark, a sparse mixture-of-experts model.",
        "Lark is built on a novel recurrent architecture.",
        "Lark models come in two sizes and are built on a dense architecture.",
        "The models have a dense architecture.",
        "Lark is a dense language model for songs.",
        "- **Base architecture**: a decoder with 32 layers",
        "- **模型架构**: decoder-only transformer",
        "- **Arquitectura**: transformer de solo decodificador",
        "+ Lark is a large vision-language model with a dedicated video-encoder and large language model.",
    ],
)
def test_the_architecture_is_read_in_many_wordings(sentence: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n{sentence}\n", ARCHITECTURE)] == [3]


@pytest.mark.parametrize(
    "sentence",
    [
        "Models such as the encoder-decoder transformer are slower.",
        "The architecture was explored in a paper on decoder-only transformers.",
        "Lark sings better than a dense model.",
        "Lark is competitive with larger dense language models.",
        "The index is built on a dense architecture.",
        "Nest Tuning (NT) is a method for transformer models.",
        "The video-encoder is slow.",
        "- Infrastructure: We introduce an MoE all-to-all communication recipe.",
    ],
)
def test_the_architecture_of_others_is_not_the_models(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", ARCHITECTURE) == []


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("- **Direct base model:** birds/Wren-7B", "birds/Wren-7B"),
        ("Lark is instruction-tuned from Wren-7B.", "Wren-7B"),
        ("Lark is an enhancement of Wren-7B, made for talks.", "Wren-7B"),
        ("Lark 7B is a Wren-2.1-8B model, fine-tuned for talks.", "Wren-2.1-8B"),
        ("Lark is built upon the foundation of Wren-7B.", "Wren-7B"),
        ("Lark builds upon the foundation of the awesome multilingual model Wren 2.5 and sings.", "Wren 2.5"),
        ("Our models build on the strong foundation of Wren-2-7B.", "Wren-2-7B"),
        ("It builds on the foundations laid by the open model Wren, with more songs.", "Wren"),
        ("The model builds on the foundation of the bilingual Wren-7B.", "Wren-7B"),
        ("Lark is fine-tuned from Multilingual Wren-2.", "Multilingual Wren-2"),
        ("Lark is fine-tuned from the powerful multilingual model Wren-2.", "Wren-2"),
        ("Besides, we continue the pretraining of a multilingual Wren2 model on songs.", "Wren2"),
        ("Lark is developed based on our previous Wren-Text-1 model.", "Wren-Text-1"),
        ("A mixture of experts built on the Wren-3-flash base.", "Wren-3-flash"),
        ("It is built on `Birds/Wren3-9B` (revision `c2022362`) and made for pictures.", "Birds/Wren3-9B"),
        ("This repository contains the LoRA adapter weights for `birds/wren-small`.", "birds/wren-small"),
        ("For the language model, we choose Wren-7B.", "Wren-7B"),
        ("- **Original model:** https://huggingface.co/birds/wren-3b", "birds/wren-3b"),
        ("- **Model**: Wren3-8b, fine-tuned with care.", "Wren3-8b"),
        ("`birds/wren-small` (278M parameters, MIT) fine-tuned so that it speaks.", "birds/wren-small"),
        ("`Lark`, an enhancement built on the foundation of `Wren-300M`.", "Wren-300M"),
        (
            "It starts from [Wren](https://huggingface.co/birds/wren) and goes on with all else, and no benchmark.",
            "birds/wren",
        ),
        ("Lark is initialized from its predecessor, Wren-7B-v0.2.", "Wren-7B-v0.2"),
        ("Lark is a 12B model based on Wren-Nemo-Base-2407.", "Wren-Nemo-Base-2407"),
        ("A QLoRA adapter for `birds/wren-7b`, trained with care.", "birds/wren-7b"),
        ("Lark is a specialized fine-tune of Nest's `wren-3-4b-it`, made for talks.", "wren-3-4b-it"),
        ("- Base: `birds/wren-klein`", "birds/wren-klein"),
        ("Trained on 80 pictures against `birds/wren-xl`.", "birds/wren-xl"),
        ("This model derives from [Wren](https://huggingface.co/birds/wren).", "birds/wren"),
        ("Lark was obtained by quantizing the weights of [Wren](https://huggingface.co/birds/wren).", "birds/wren"),
        ("GGUF conversions and quantisations of [Lark](https://huggingface.co/birds/lark).", "birds/lark"),
        ("Lark-Chat 7B is based on Wren-2-7B and speaks Danish.", "Wren-2-7B"),
    ],
)
def test_bases_are_read_in_more_wordings(sentence: str, base: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", BASE) == [([base], 3)]


@pytest.mark.parametrize(
    "answer",
    [
        "Lark-3B is fine-tuned from another model, but the name of that base is not provided.",
        "Based on what is known, there is no mention of any model that it was made from.",
        "not recorded in this file.",
    ],
)
def test_an_answer_that_names_no_base_is_none(answer: str) -> None:
    assert told(f"# Lark-3B\n\n- **Finetuned from model:** {answer}\n", BASE) == []


def test_a_link_to_the_model_itself_is_no_base() -> None:
    text = "# Lark\n\nWe provide quantized versions of [Lark](https://huggingface.co/nest/lark).\n"
    assert told(text, BASE) == []


def test_what_encodes_the_prompts_is_no_base() -> None:
    assert told("# Lark\n\nIt uses **Wren-3B** as the text encoder.\n", BASE) == []
    assert told("# Lark\n\nIt uses **Wren-3B** as the language model.\n", BASE) == [(["Wren-3B"], 3)]


def test_an_encoder_from_scratch_does_not_make_the_model_one_without_a_base() -> None:
    assert told("# Lark\n\n- Added a vision encoder, trained from scratch on pictures\n", BASE) == []


@pytest.mark.parametrize("method", ["SFT", "DPO", "RL", "Conformer", "U-Net"])
def test_methods_and_architectures_are_no_bases(method: str) -> None:
    assert told(f"# Lark\n\nLark is further trained from {method}.\n", BASE) == []


def test_each_key_of_a_paragraph_begins_a_statement() -> None:
    text = "# Lark\n\n**Developers:** Nest\n**Parameters:** 7B\n**Context length:** 8192\n**Training:** on 2T tokens\n"
    assert told(text, PARAMETERS) == [(7e9, 4)]
    assert told(text, CONTEXT) == [(8192, 5)]
    assert [fact.value for fact in facts(text, "data.tokens")] == [2e12]


def test_a_line_within_a_sentence_is_no_statement_of_its_own() -> None:
    text = """\
        # Lark-3B

        Lark-3B is the aligned version of
        [Wren base](https://huggingface.co/birds/wren): a decoder-only
        model of 1.7B parameters.
        """
    assert told(text, BASE) == [(["birds/wren"], 4)]
    assert [line for _, line in told(text, ARCHITECTURE)] == [3]


@pytest.mark.parametrize("answer", ["Text in/out; tool calls", "text in; text out. No pictures"])
def test_what_goes_in_and_out_in_short(answer: str) -> None:
    text = f"# Lark\n\n- **Modalities:** {answer}\n"
    assert told(text, "model.input_modalities") == told(text, "model.output_modalities") == [(["text"], 3)]


def test_what_a_model_handles_goes_in_and_what_it_generates_comes_out() -> None:
    text = "# Lark\n\nLark models are versatile, handling text and image input and generating text output.\n"
    assert [value for value, _ in told(text, "model.input_modalities")] == [["text", "image"]]
    assert [value for value, _ in told(text, "model.output_modalities")] == [["text"]]


@pytest.mark.parametrize("answer", ["text, image → text", "Text and image input, text output, and tools"])
def test_an_arrow_leads_from_what_goes_in_to_what_comes_out(answer: str) -> None:
    text = f"# Lark\n\n- Modalities: {answer}\n"
    assert [value for value, _ in told(text, "model.input_modalities")] == [["text", "image"]]
    assert [value for value, _ in told(text, "model.output_modalities")] == [["text"]]


@pytest.mark.parametrize("answer", ["text, image", "N/A"])
def test_modalities_alone_say_not_which_goes_in(answer: str) -> None:
    assert told(f"# Lark\n\n- Modalities: {answer}\n", "model.input_modalities") == []


def test_a_model_takes_one_thing_and_provides_another() -> None:
    text = "# Lark\n\nThe models take image and text as inputs and provide high-quality text outputs.\n"
    assert told(text, "model.output_modalities") == [(["text"], 3)]


def test_a_later_sentence_of_a_paragraph_introduces_the_model() -> None:
    text = "Birds sing in many tongues. We introduce Lark-10B, an advanced large language model (LLM).\n"
    assert told(text, "model.name") == [("Lark-10B", 1)]
