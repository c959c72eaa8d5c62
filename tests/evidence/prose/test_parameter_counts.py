"""How large a model is, told from how large it was, and from what it is made of, compared with or derived from."""

from __future__ import annotations

import pytest
from cards import told, variants


def total(text: str) -> list[object]:
    return [value for value, _ in told(text, "model.parameters_total")]


def active(text: str) -> list[object]:
    return [value for value, _ in told(text, "model.parameters_active")]


def test_what_is_active_may_be_called_after_the_activation() -> None:
    text = "# Plover\n\n- **Parameter Count**:\n  - Total parameters: **90B**\n  - Activation parameters: **9.5B**\n"
    assert (total(text), active(text)) == ([90e9], [9.5e9])


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("The total parameter scale of the model is 25.8 billion.", 25.8e9),
        ("The number of parameters is about 1.5 billion.", 1.5e9),
        ("It has a parameter count of 1.5 billion.", 1.5e9),
        ("Since August, our 70B model has been the best one.", 70e9),
        ('Our 1.2B "large-base" model is pre-trained on songs.', 1.2e9),
        ("We train our 1.3B transformer from scratch.", 1.3e9),
        ("Plover has 9B parameters (9.78B).", 9.78e9),
        ("Plover is a generative image model with 17B parameters.", 17e9),
        ("| Model | Params |\n|---|---|\n| Plover | 9B (9.78B) |", 9.78e9),
        ("| Layers | Heads | #Param.(B) |\n|---|---|---|\n| 12 | 40 | 14.6 |", 14.6e9),
        ("| Metric | Value |\n|---|---|\n| GFlops | 293.0 |\n| MParams | 175.62 |", 175.62e6),
        ("Plover — языковая модель на 20 миллиардов параметров.", 20e9),
        ("- **Liczba parametrów:** 7 mld", 7e9),
        ("Plover er en sprogmodel med 7 milliarder parametre.", 7e9),
        ("Plover är en språkmodell med 20 miljarder parametrar.", 20e9),
        ("Plover on 7 miljardin parametrin kielimalli.", 7e9),
        ("Plover to model językowy o 11 miliardach parametrów.", 11e9),
        ("Plover es un modelo con 40.000 millones de parámetros.", 40e9),
        ("Plover este un model cu 7 miliarde de parametri.", 7e9),
        ("Plover е езиков модел със 7 милиарда параметъра.", 7e9),
        ("Το Plover έχει 7 δισεκατομμύρια παραμέτρους.", 7e9),
        ("A Plover egy 6,7 milliárd paraméteres nyelvi modell.", 6.7e9),
        ("- **Paraméterek száma**: 7 milliárd", 7e9),
        ("- **Брой параметри**: 7 милиарда", 7e9),
        ("- Modellgröße: 7B", 7e9),
        ("- Taille du modèle : 7B", 7e9),
        ("- Rozmiar modelu: 7B", 7e9),
        ("Plover turi 30 milijardų parametrų.", 30e9),
        ("Plover は 70 億パラメータの言語モデルです。", 7e9),
        ("Plover 仅有 24亿（2.4B）的非词嵌入参数量。", 2.4e9),
        ("Plover은 70억 개의 파라미터를 가진 모델입니다.", 7e9),
        ("This is the repository for the 7B pretrained model.", 7e9),
        ("We introduce Plover, a compact and efficient 1.1B language model for songs.", 1.1e9),
        ("It is a lightweight but powerful 7B model.", 7e9),
        ("- **Model Type**: A 128M Reed model tuned on songs", 128e6),
        ("Plover rivals the best with only 7B parameters.", 7e9),
        ("Plover-34B is a 34B Code-LLM for many tasks.", 34e9),
        ('"Plover" is the class of models, while "6B" represents the number of parameters of this one.', 6e9),
        ("An Open-Sourced 15B Bilingual Seq2Seq Model Trained from Scratch", 15e9),
        ("Plover is an embedding model with 570M parameters, featuring one LoRA for each task.", 570e6),
        ("## Inference\n\nPlover has 25.3B total parameters, it fits on one A100 (80GB) GPU.", 25.3e9),
        ("Our project aims to **pretrain** a **1.1B Wren model on 3 trillion tokens**.", 1.1e9),
        ("We present a compact 1.5B language model trained on 2T tokens.", 1.5e9),
        ("Plover, a 7B transformer trained on 2T tokens, is open.", 7e9),
        ("Plover is a compact 1.3B chat variant of Robin 13B.", 1.3e9),
        ("It is a 7B fine-tune of Robin 2 made for support desks.", 7e9),
        ("This is a fully fine-tuned 7B variant of Robin-13B for biology.", 7e9),
        ("Plover is a 7B-parameter fine-tuned variant of Robin-13B.", 7e9),
        ("- **Parametre sayısı:** 7 milyar", 7e9),
        ("Plover, 7 milyar parametreli bir dil modelidir.", 7e9),
        ("- **Số tham số:** 7 tỷ", 7e9),
        ("Plover là mô hình ngôn ngữ với 7 tỷ tham số.", 7e9),
        ("Plover to model językowy z 7 miliardami parametrów.", 7e9),
        ("Plover adalah model bahasa dengan 7 miliar parameter.", 7e9),
        ("- 13B model: https://birds.example/plover", 13e9),
        ("- Model (13B): https://birds.example/plover", 13e9),
        ("Plover has 2B parameters. A version with 9B parameters is coming soon.", 2e9),
        ("Plover-2B is here; Plover-9B will follow.", 2e9),
        ("Plover has 2B trainable parameters.", 2e9),
        ("Soon after we released Plover-2B, it sang.", 2e9),
        ("- Non-embedding parameters: 1.2B", 1.2e9),
        ("- 非嵌入参数量: 1.2B", 1.2e9),
        ("- **Total parameters:** 423,040", 423_040),
        ("For example, Plover has 2 billion parameters.", 2e9),
        ("We will release the training code of Plover-2B.", 2e9),
        (
            "| Model | Size | Status |\n|---|---|---|\n| Plover-S | 2B | released |\n| Plover-L | 9B | coming soon |",
            2e9,
        ),
    ],
)
def test_the_size_is_read_in_many_wordings(sentence: str, size: float) -> None:
    assert total(f"# Plover\n\n{sentence}\n") == [size]


@pytest.mark.parametrize(
    ("sentence", "sizes", "actives"),
    [
        (
            "Compared to Plover-4, Plover-5 scales from 355B parameters (32B active) to 744B parameters (40B active).",
            [744e9],
            [40e9],
        ),
        ("Plover grows from 16B to 236B parameters.", [236e9], []),
        ("It increases the number of parameters from 1.3B to 2.6B.", [2.6e9], []),
        ("Plover was pruned from 8B to 4B parameters.", [4e9], []),
        ("This reduces the number of parameters from 405B to 253B.", [253e9], []),
        ("Plover has 3.1B parameters (2.6B excluding embeddings).", [3.1e9], []),
        ("The models scale from 1B to 70B parameters.", [1e9, 70e9], []),
    ],
)
def test_of_a_model_that_grew_the_end_counts(sentence: str, sizes: list[float], actives: list[float]) -> None:
    text = f"# Plover\n\n{sentence}\n"
    assert total(text) == sizes
    assert active(text) == actives


@pytest.mark.parametrize(
    ("sentence", "size", "part"),
    [
        ("It has 7B active parameters (14B total).", 14e9, 7e9),
        ("Only 3B of the 80B parameters are activated per token.", 80e9, 3e9),
        ("Plover has 1 trillion parameters, 32B of which are active.", 1e12, 32e9),
        ("Features a 236B fine-grained MoE design (23B active).", 236e9, 23e9),
        ("It has 25.8 billion parameters, the number of activated parameters being 4.2 billion.", 25.8e9, 4.2e9),
        ("Plover activates only 11B of its 196B parameters per token.", 196e9, 11e9),
        ("It is a mixture that uses only 39B active parameters out of 141B.", 141e9, 39e9),
        ("## Downloads\n\nSee the table of Plover (1.43B activated of 16.26B total params).", 16.26e9, 1.43e9),
        ("Plover has 100B total parameters and activates 6B per token.", 100e9, 6e9),
        ("Le modèle compte 8 milliards de paramètres, dont 1 milliard de paramètres actifs.", 8e9, 1e9),
        ("Das Modell Plover hat 30 Mrd. Parameter, davon sind 3 Mrd. aktiv.", 30e9, 3e9),
        ("The release of Plover with 16B parameters has actived parameters of only 2.4B.", 16e9, 2.4e9),
        ("Only 1.4B are activated per token (784M non-embedding) of 16.8B total parameters.", 16.8e9, 1.4e9),
        ("With only 13 billion active parameters (out of a total of 80 billion), it is fast.", 80e9, 13e9),
        ("- **Mixture-of-Experts models:** Sparse 3B MoE models, with 800M activated parameters", 3e9, 800e6),
    ],
)
def test_total_and_active_parameters_stand_in_one_sentence(sentence: str, size: float, part: float) -> None:
    text = f"# Plover\n\n{sentence}\n"
    assert total(text) == [size]
    assert active(text) == [part]


@pytest.mark.parametrize(
    "sentence",
    [
        "Much of this also applies to the 6.7 billion parameter model, whose weights we are not releasing.",
        "A future 70B parameter version will be released.",
        "Plover is trained based on the language model Dunlin with 10B parameters, and takes images.",
        "- **Visual Encoder:** PE-lang, 1.8B parameters.",
        "- Encoder size: `311M`",
        "- Decoder size: `15M`",
        "- **Language model:** Dunlin with 8B parameters",
        "- Vision tower: a transformer, 400M parameters",
        "We used the 13B parameter version of Dunlin as a judge.",
        "Our 7B reward model rates the answers.",
        "Beside the backbone there is 1 MTP layer (10B total parameters, 0.7B activated).",
        "It has a light MTP module (0.33B params/block).",
        "The language model is based on Dunlin-6B with 6.2 billion parameters.",
        "Plover rivals the 3B parameter Dunlin.",
        "It almost certainly loses to a well-trained 1B+ param model.",
        "A 7B model requires two cards.",
        "Lastly, Stage A contains 20 million parameters and is fixed due to its small size.",
        "- Modellgröße: 4 GB",
        "The classifier adds 2M parameters.",
        "Each expert has 7B parameters.",
        "Plover adapts a frozen 7B parameter LLM.",
        "The pages were filtered with a 400M parameter classifier.",
        "The talks were translated by a 3.3B parameter model.",
        "The tokenizer and the 1B parameter codec are kept.",
        "Models above 10 billion parameters are not considered.",
        "A model with at least one billion parameters counts as general.",
        "In ablations we trained 1.3B parameter models.",
        "In the future we will train a 100B parameter model.",
        "Coming soon: 30B parameters.",
        "Plover processes text at the same speed as a 12.9B model.",
        "Its embedding matrix has 131M parameters.",
        "On Heron Bench we evaluate models from 1B to 70B parameters.",
        "Plover is one of the best long-context models at the 10B scale.",
        "In this release, Plover is the best under 5B parameters.",
        "LoRA updates 20M parameters of the base.",
        "It has 20M trainable parameters with LoRA.",
        "It consists of two components:\n\n- **3.4B Language Model**\n- **0.4B Vision Encoder**",
        "The judge is a 7B-parameter fine-tuned variant of Robin.",
        "Plover is a fine-tuned variant of Robin 13B.",
        "It is a quantized 4-bit version of Robin 13B.",
        "The framework can run a training step at 200B+ parameters.",
        "The code scales to 200B+ parameters on one node.",
        "Training works at 70B scale with this code, as Plover shows.",
        "One GPU is able to hold a 30B-parameter model.",
        "## News\n\n- We released the 5B token data set of Plover.",
        "## News\n\n- We released a 3B reward model for Plover.",
        "## News\n\n- We released a 3B Wren model.",
        "- Plover 30B and 60B are coming soon!",
        "Coming soon: Plover-9B.",
        "We will soon release Plover-9B.",
        "It builds on Wren-32B.\n\n- Base model: Wren-32B\n- Trainable parameters: 43.7M",
        "Plover is based on Wren-32B. Its 43.7M trainable parameters fit anywhere.",
        "Larger models (30B, 65B) are in training.",
        "Stay tuned for Plover-70B!",
        "- Embedding parameters: 50M",
        "- Parameters per layer: 10M\n- FFN parameters: 6M",
        "- 每层参数: ~10M\n- 注意力参数: ~4M",
        "- **Trainable parameters:** 345,602 (0.26% of total model)",
        "For example, the 27B in a name means that the model has 27 billion parameters.",
        "For example, a `26B A4B` model has 26 billion parameters.",
        "- **Size:** 423,040",
        "例如，训练一个参数规模为100亿的模型需要数周。",
    ],
)
def test_parts_others_and_prospects_are_no_size_of_the_model(sentence: str) -> None:
    assert total(f"# Plover\n\n{sentence}\n") == []


def test_of_sizes_side_by_side_that_of_the_title_is_the_models() -> None:
    text = "# Finch 13B\n\nThe family includes 1.3B, 2.7B, 6.7B, and 13B models. Finch has 6.9B parameters.\n"
    assert told(text, "model.parameters_total") == [(13_000_000_000, 3), (6_900_000_000, 3)]


def test_a_sister_that_is_smaller_or_larger_does_not_correct_the_size_in_the_title() -> None:
    sister = "Finch-2.7B, a smaller version of Finch-7B with 2.7B parameters, is also available."
    assert total(f"# Finch-7B\n\n{sister}\n") == [7e9]
    assert total("# Finch-7B\n\nFinch has 6.1 billion parameters, and then 2.7 billion parameters.\n") == [6.1e9]


FLOCK = (
    "- `finch-120b`: for the forest (117B parameters with 5.1B active parameters)\n"
    "- `finch-20b`: for the garden (21B parameters with 3.6B active parameters)\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "This model card is dedicated to the smaller `finch-20b` model.",
        "This model card focuses on the 20 billion parameter model, but holds for both.",
        "This is the repository for the 20B pretrained model, converted for another library.",
        "This model card corresponds to the 20B base version of Finch, distilled from the 120B one.",
        "This repository contains the instruction-tuned Finch-20B model, and runs beside Finch-120B.",
    ],
)
def test_a_card_of_one_member_says_which_it_is_about(sentence: str) -> None:
    text = f"# Finch\n\nWe release:\n\n{FLOCK}\n{sentence}\n"
    assert set(total(text)) <= {21e9, 20e9}
    assert active(text) == [3.6e9]


@pytest.mark.parametrize(
    "sentence",
    [
        "This repository contains the 20B and 120B models.",
        "This repository contains the code on which the 20B model was trained.",
        "This repository contains our models, made from Finch 20B.",
        "This repository is for all members, of which the 20B one is smaller.",
    ],
)
def test_a_card_of_several_members_keeps_all_their_sizes(sentence: str) -> None:
    text = f"# Finch\n\nWe release:\n\n{FLOCK}\n{sentence}\n"
    assert total(text)[:2] == [117e9, 21e9]


@pytest.mark.parametrize(("head", "sizes"), [("layer_num | hidden_size", [3e9, 7e9]), ("MMLU | GSM8K", [])])
def test_sizes_that_alone_name_the_rows_of_a_table_on_the_network_are_members(head: str, sizes: list[float]) -> None:
    table = f"|    | {head} |\n|---|---|---|\n| 3B | 24 | 3072 |\n| **7B** | 30 | 4096 |\n"
    assert total(f"# Plover\n\n## Structure\n\n{table}") == sizes


@pytest.mark.parametrize(
    "line",
    [
        "- **Architecture:** based on a 7B Wren model",
        "- **Model type:** Adapter of the 7B Wren model",
        "- **Base model:** A 7B Wren model",
        "- **Judge:** A 70B Wren model tuned on scores",
        "We introduce a method, a way to prune a strong and costly 70B language model.",
    ],
)
def test_what_a_line_says_of_another_model_is_no_size(line: str) -> None:
    assert total(f"# Plover\n\n{line}\n") == []


def test_a_row_for_one_part_of_the_model_is_not_its_size() -> None:
    rows = (
        "| Setting | Value |\n|---|---|\n| **Total Parameters (LLM)** | 31B |\n| **Total Parameters (VLM)** | 33B |\n"
    )
    assert total(f"# Finch\n\n{rows}") == [33e9]


def test_parts_under_a_label_are_no_size_of_the_model() -> None:
    text = """\
        # Finch

        **Total parameters:** 176,247,271,424 parameters:

        * 3,596,615,680 embedding parameters
        * Vision module: 0.43B
        """
    assert total(text) == [176_247_271_424]


def test_what_members_saw_tells_their_sizes() -> None:
    text = "The 27B model was trained with 14 trillion tokens, and 9B model was pre-trained with 8 trillion tokens."
    assert variants(f"# Plover\n\n{text}\n", "model.parameters_total") == [("27B", 27e9), ("9B", 9e9)]


def test_a_list_of_checkpoints_tells_the_size_of_each_by_its_name() -> None:
    text = (
        "# PLOVER\n\nAll that we released:\n\n"
        "* **[`PLOVER-Base, Grey`](https://p.example/b.zip)**:\n  12-layer, 110M parameters\n"
        "* **`PLOVER-Large, Grey`**: 24-layer, 340M parameters\n"
    )
    expected = [("PLOVER-Base, Grey", 110e6), ("PLOVER-Large, Grey", 340e6)]
    assert variants(text, "model.parameters_total") == expected
    teacher = "The 27B teacher model was trained with 14 trillion tokens."
    assert total(f"# Plover\n\n{teacher}\n") == []


def test_a_release_tells_its_own_sizes_beside_earlier_ones() -> None:
    text = "Building on the previously released two sizes of 1.5B / 7B, this brings new sizes, including 0.5B / 3B."
    assert total(f"# Plover\n\n{text}\n") == [0.5e9, 3e9]


def test_a_number_of_different_models_is_the_family_itself() -> None:
    text = "# Plover\n\nPlover includes 4 different models of varying sizes:\n\n- Dense: A 2B and 8B parameter model.\n"
    assert variants(text, "model.parameters_total") == [("2B", 2e9), ("8B", 8e9)]
    assert total("# Plover\n\nCompare it with different models:\n\n- Dense: A 2B and 8B parameter model.\n") == []


@pytest.mark.parametrize("introduction", ["Finch is also available in these smaller sizes:", "We offer other models:"])
def test_other_members_in_a_list_are_no_size_of_the_model(introduction: str) -> None:
    text = f"# Finch\n\n{introduction}\n\n- wren-tiny, a 2.8 billion parameter model\n\nFinch has 6.7B parameters.\n"
    assert told(text, "model.parameters_total") == [(6_700_000_000, 7)]


@pytest.mark.parametrize(
    "sister", ["also comes in a 7B parameter version", "is also available as a 7B parameter model"]
)
def test_a_size_in_which_it_also_comes_is_that_of_a_sister(sister: str) -> None:
    assert total(f"# Finch\n\nThis model {sister}: [see here](https://a.example/b).\n") == []
    assert total("# Finch\n\nThis model comes in a 7B parameter version.\n") == [7e9]


def test_a_member_that_is_on_its_way_tells_no_size() -> None:
    rows = "| Plover-0.5B | - | - | On the way |\n| Plover-1.5B | 64K | 90 min | [weights](https://example.org) |\n"
    assert total(f"# Plover\n\n| Model | Context | Length | Weights |\n|---|---|---|---|\n{rows}") == [1.5e9]


def test_an_entry_that_begins_with_the_name_of_a_member_tells_its_size() -> None:
    text = """\
        # Plover

        - **Plover-170m-sea**: a 170M parameter model of songs
        - `Plover-3b` — for servers (3.1B parameters)
        """
    assert variants(text, "model.parameters_total") == [("Plover-170m-sea", 170e6), ("Plover-3b", 3.1e9)]


def test_entries_that_count_their_parameters_behind_a_name_are_members() -> None:
    text = """\
        # Plover

        - `birds/plover-1b-en_fr`, an English and French model with ~1B parameters
        - [Plover-base](https://birds.example/base) - 22 layers, 149 million parameters
        - plover-large (770 million parameters)
        - **Pl:ver 2.0 Mini**
          A lightweight 2.3B parameter dense model
        """
    assert variants(text, "model.parameters_total") == [
        ("plover-1b-en_fr", 1e9),
        ("Plover-base", 149e6),
        ("plover-large", 770e6),
        ("Pl:ver 2.0 Mini", 2.3e9),
    ]
    parts = "# Plover\n\n- Encoder, a transformer of 400M parameters\n- A 2B decoder: 2.1B parameters in all\n"
    assert {name for name, _ in variants(parts, "model.parameters_total")} <= {""}


@pytest.mark.parametrize(
    "text",
    [
        "- **Total params / active params:** 30B / 3B",
        "- **Parameters (total/active):** 30B / 3B",
        "- **Active / total parameters:** 3B / 30B",
        "- **Total (active) parameters:** 30B (3B)",
        "| Model | Total / Active Params |\n|---|---|\n| Plover | 30B / 3B |",
    ],
)
def test_a_label_for_both_tells_which_comes_first(text: str) -> None:
    text = f"# Plover\n\n{text}\n"
    assert total(text) == [30e9]
    assert active(text) == [3e9]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plover is available in two sizes, 1B and 7B.",
        "Plover models are released at 1B and 7B scale.",
        "Plover has versions with 1B and 7B parameter scales.",
        "We open the Plover-1B/7B models.",
        "There are two sizes: base (1B) and large (7B).",
        "There are two main variants ($1B$ and $7B$).",
        "Plover consists of two variants (1B, 7B).",
        "- **Flexible sizes**: from 1B to 7B",
        "Plover comes as a 1B and a 7B model.",
        "Two model sizes are available: Plover-S (1B) and Plover-L (7B).",
        "- **Plover-Mini** (1B): for phones\n- **Plover-Base** (7B): for laptops",
        "Plover est disponible en deux tailles : 1B et 7B.",
        "Plover gibt es in zwei Größen: 1B und 7B.",
        "- Models of various sizes, available in 1B and 7B-A2B.",
        "There are two versions: Plover (1B) and Plover Large (7B).",
        "Plover introduced lightweight 1B and 7B models at half precision.",
        "Plover models are released at sizes of 1B,7B.",
        "Plover 系列包括参数规模为10亿（1B）和70亿（7B）的模型。",
        "## Usage\n\nThis repository supports two speech models (1B and 7B) and two languages.",
        "## News\n\n- [2024/05] We release Plover-2.5. Plover-2.5 comes with two model sizes: 1B/7B.",
    ],
)
def test_a_family_tells_its_sizes(sentence: str) -> None:
    assert total(f"# Plover\n\n{sentence}\n") == [1e9, 7e9]


def test_entries_with_a_size_in_parentheses_are_members() -> None:
    text = """\
        # Plover

        Vision Transformer models:

        - ViT-S (21M parameters): patch size 16
        - ViT-7B (6.7B parameters): patch size 16

        Others:

        - Wader Tiny (29M parameters)
        """
    assert variants(text, "model.parameters_total") == [("ViT-S", 21e6), ("ViT-7B", 6.7e9), ("Wader Tiny", 29e6)]


@pytest.mark.parametrize("news", ["Our 2B [Plover model](#plover) sings.", "We released the 2B Plover checkpoint."])
def test_news_of_a_release_tell_the_size(news: str) -> None:
    assert total(f"# Plover\n\n## News\n\n- {news}\n") == [2e9]


def test_a_release_tells_the_sizes_and_the_base_of_its_models() -> None:
    text = "# Plover\n\nWe release three Plover models based on [Dunlin](https://dunlin.example) (7B, 13B and 34B).\n"
    assert total(text) == [7e9, 13e9, 34e9]
    assert told(text, "model.base_model") == [(["Dunlin"], 3)]


def test_a_name_with_its_owner_is_the_models_without_it() -> None:
    sentence = "`plover-3b` is a 2.7B billion parameter model."
    text = f"---\nmodel-index:\n- name: birds/plover-3b\n---\n# Plover\n\n{sentence}\n"
    assert total(text) == [2.7e9]


def test_a_mixture_that_activates_only_so_much_has_no_such_total() -> None:
    text = "We present **Plover**, a mixture of experts, while activating only **2.8B** parameters in its decoder."
    assert total(f"# Plover\n\n{text}\n") == []
    assert active(f"# Plover\n\n{text}\n") == [2.8e9]
    assert active("# Plover\n\n- With **only 6.6B** activate parameters, Plover does well.\n") == [6.6e9]


def test_a_mixture_may_activate_from_so_much_to_so_much() -> None:
    text = "Plover has 560B total parameters and activates 18.6B∼31.3B parameters on demand."
    assert total(f"# Plover\n\n{text}\n") == [560e9]
    assert active(f"# Plover\n\n{text}\n") == [18.6e9, 31.3e9]


def test_a_model_that_another_extends_is_not_its_size() -> None:
    text = "An 11.5B parameter dense model. It extends an 8B-scale model by depth, for many applications."
    assert total(f"# Plover\n\nPlover is this: {text}\n") == [11.5e9]


def test_a_module_is_a_part() -> None:
    assert total("# Plover\n\n- **Reasoning Module:** 21B parameters\n- **Speech Module:** 9B parameters\n") == []


def test_a_row_that_begins_with_an_amount_labels_none_of_its_cells() -> None:
    head = "| Size | Context length | Training tokens | Instructions | Pairs |\n|---|---|---|---|---|\n"
    assert total(f"# Plover\n\n{head}| 7B parameters | 4096 tokens | 4T | 7M | 260K |\n") == [7e9]


def test_what_is_said_elsewhere_to_be_active_is_no_total() -> None:
    sentence = "Plover is a 17 billion parameter model with 16 experts.\n"
    assert total(f"# Plover\n\n{sentence}") == [17e9]
    table = "\n| Model | Params |\n|---|---|\n| Plover | 17B (Activated) 109B (Total) |\n"
    assert total(f"# Plover\n\n{sentence}{table}") == [109e9]


def test_one_head_above_all_columns_is_no_name_of_a_model() -> None:
    rows = "<tr><td>Parameters</td><td>300M</td><td>1.2B</td><td>13B</td></tr>"
    text = f'# Plover\n\n<table><tr><th colspan="4">Tuned on nests</th></tr>{rows}</table>\n'
    assert variants(text, "model.parameters_total") == [("300M", 300e6), ("1.2B", 1.2e9), ("13B", 13e9)]


def test_how_large_the_data_is_counts_no_parameters() -> None:
    assert total("# Plover\n\n**The total size:** 10,648,823,153,919 Tokens\n") == []
    assert total("# Plover\n\n**Size:** 4B, trained on 3T tokens\n") == [4e9]


def test_a_comma_among_millions_parts_decimals() -> None:
    head = "# Plover\n\n| Model | Layers | Total Parameters |\n|---|---|---|\n"
    assert total(f"{head}| plover-small | 12 | 124 M |\n| plover-base | 24 | 1,017 B |\n") == [124e6, 1.017e9]
    assert total(f"{head}| plover-base | 24 | 70 B |\n| plover-large | 24 | 1,017 B |\n") == [70e9, 1.017e12]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("## Download\n\nNote that you can choose between the 1B, 4B, and 27B variants.", [1e9, 4e9, 27e9]),
        ("## Download\n\nPick one of the 7B or 13B checkpoints of Plover.", [7e9, 13e9]),
        ("Choose from 1B, 3B, and 8B models.", [1e9, 3e9, 8e9]),
        ("Plover comes in 7B and 13B variants.", [7e9, 13e9]),
        ("Plover is available in 2B and 9B sizes.", [2e9, 9e9]),
        ("Plover comes in two flavors: 7B and 34B.", [7e9, 34e9]),
        ("There are two variants: 8B and 70B.", [8e9, 70e9]),
        ("We provide Plover at three scales: 1B, 3B, 7B.", [1e9, 3e9, 7e9]),
        ("The following model sizes are available: 1B, 4B and 12B.", [1e9, 4e9, 12e9]),
        ("We released checkpoints with a model capacity from 2M to 200M.", [2e6, 200e6]),
        ("| | B | L |\n|---|---|---|\n| Size | 474 MB | 2.4 GB |\n| Weights | 196M | 638M |", [196e6, 638e6]),
        ("Plover ranges from 0.5B to 72B.", [0.5e9, 72e9]),
        ("Plover encompasses models of varying sizes, spanning from 0.5B to 14B.", [0.5e9, 14e9]),
        ("We open-source the 7B and 13B models.", [7e9, 13e9]),
        ("The collection includes models of 2B, 8B and 32B.", [2e9, 8e9, 32e9]),
    ],
)
def test_the_sizes_of_a_family_are_what_there_is_to_choose_from(text: str, sizes: list[float]) -> None:
    assert total(f"# Plover\n\nPlover is a language model.\n\n{text}\n") == sizes


@pytest.mark.parametrize(
    "text",
    [
        "Choose between the 7B and 13B versions of Wren.",
        "Choose the 8B model from Nestlab.",
        "Choose from the 10B, 100B and 350B samples of the corpus.",
        "We choose between the 1B and 3B reward models.",
        "We compare two versions (1B and 2B) of the tokenizer.",
        "Training costs $10M and $20M.",
        "The corpus comes in two versions: 10B and 100B.",
        "The dataset is available in three sizes: 10M, 100M and 1B.",
        "The library supports models ranging from 1B to 70B.",
        "We compare with models ranging from 1B to 70B.",
        "You can use Plover with any of the 7B and 13B variants of Wren.",
        "We also train a 1B proxy model on 20B tokens.",
        "To train a 7B model on 1T tokens costs much.",
    ],
)
def test_what_there_is_of_other_things_to_choose_from_is_no_size(text: str) -> None:
    assert total(f"# Plover\n\nPlover is a language model.\n\n{text}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Plover has 7B parameters and beats Robin with 70B parameters.",
        "Plover (7B parameters) comes close to Robin (70B parameters).",
        "Although Robin has 70B parameters, Plover with its 7B parameters is better.",
        "Plover has 7B parameters, ten times fewer than the 70B parameters of Robin.",
        "Plover, a 7B model, matches Robin, a 70B model.",
    ],
)
def test_the_size_of_a_rival_is_not_the_models(sentence: str) -> None:
    assert total(f"# Plover\n\n{sentence}\n") == [7e9]


def test_members_that_are_compared_with_one_another_have_their_sizes() -> None:
    assert total("# Plover\n\nPlover-S has 1B parameters, while Plover-L has 7B parameters.\n") == [1e9, 7e9]
    assert total("# Plover\n\nPlover comes as Small (1B parameters) and, larger, Large (7B parameters).\n") == [
        1e9,
        7e9,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Main model\n\n- Parameters: 11.5B\n\n## Module weights\n\n- Parameters: 2.4B",
        "## Main Model Weights\n\nTotal parameters: 11.5B\n\n## Drafter Module\n\nTotal parameters: 2.4B",
        "## Main model\n\n- **Parameters**: 11.5B\n\n## Prediction (NTP) Modules\n\n- **Parameters**: 2.4B unique",
    ],
)
def test_modules_under_headings_of_their_own_are_parts(text: str) -> None:
    assert total(f"# Plover\n\n{text}\n") == [11.5e9]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Lark-Text-1M-Chat", []),
        ("Lark-7B-Instruct-1M", [7_000_000_000]),
        ("Lark-Songs-1M", [1_000_000]),
        ("Lark-Chat-70M", [70_000_000]),
    ],
)
def test_a_length_in_the_name_of_a_model_for_talk_is_no_size(name: str, size: list[int]) -> None:
    assert [value for value, _ in told(f"# {name}\n\n{name} is a model.\n", "model.parameters_total")] == size


def test_the_size_of_a_sister_is_none_of_a_mixture_that_its_name_multiplies() -> None:
    text = "## Introduction\n\nLark 8x7b is a large language model. Like its smaller version, Lark 7b, it sings.\n"
    assert told(text, "model.parameters_total") == []


def test_the_parts_in_a_table_of_modules_are_no_whole() -> None:
    head = "# Lark\n\n| Module Name | Number of Parameters |\n|---|---|\n| Coder | 83M |\n| Network | 865M |\n"
    assert told(head, "model.parameters_total") == []
    assert [value for value, _ in told(f"{head}| Total | 948M |\n", "model.parameters_total")] == [948_000_000]
    models = head.replace("Module", "Model")
    assert [value for value, _ in told(models, "model.parameters_total")] == [83_000_000, 865_000_000]
