"""The many wordings in which cards say the same: each field is read in all of them, and not in their look-alikes."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    "heading",
    [
        "Training and Evaluation Datasets",
        "Training, Testing, and Evaluation Datasets",
        "Training Dataset & Evaluation",
        "Training and evaluation data",
    ],
)
def test_a_heading_on_training_and_evaluation_is_about_the_training_too(heading: str) -> None:
    text = f"# Lark\n\n## {heading}\n\nThe model was trained for approximately 25 trillion tokens.\n"
    assert told(text, "data.tokens") == [(25_000_000_000_000, 5)]


@pytest.mark.parametrize("heading", ["Evaluation", "Training results", "Evaluation Datasets", "Testing Data"])
def test_other_headings_on_evaluation_are_about_nothing_else(heading: str) -> None:
    text = f"# Lark\n\n## {heading}\n\nThe test corpus holds 25 trillion tokens of data.\n"
    assert told(text, "data.tokens") == []


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("We initialize model weights from the general-domain Sparrow.", ["Sparrow"]),
        ("We initialize and freeze the text encoders using a Sparrow-H encoder.", ["Sparrow-H"]),
        ("We used [Sparrow-7B](https://huggingface.co/birds/Sparrow-7B) as a base model.", ["birds/Sparrow-7B"]),
        ("The pretrained Sparrow-7B embedding model was fine-tuned with contrastive learning.", ["Sparrow-7B"]),
        ("The models were fine-tuned from the original Sparrow 3 checkpoints.", ["Sparrow 3"]),
        ("Finch is a merge of birds/Sparrow-7B and birds/Wren-7B.", ["birds/Sparrow-7B", "birds/Wren-7B"]),
        ("It's a preference tuned Sparrow-2.5-7B.", ["Sparrow-2.5-7B"]),
        ("Finch is fine-tuned on a base Sparrow model.", ["Sparrow"]),
        ("We integrated Sparrow 7B weights into the new layers.", ["Sparrow 7B"]),
        ("Finch is a refinement of Sparrow 2.5, made for prose.", ["Sparrow 2.5"]),
        ("This is the light version of Finch based on the Sparrow v2 model.", ["Sparrow v2"]),
        ("This is a small model obtained by finetuning Sparrow-13B on talks.", ["Sparrow-13B"]),
        ("Finch is a fine-tuned version of the LoRa weights of Sparrow-7B.", ["Sparrow-7B"]),
        ("Finch is merged from QLoRA adapters of [Sparrow](https://huggingface.co/birds/sparrow).", ["birds/sparrow"]),
        ("Finch was obtained by applying LoRA to Sparrow-7B.", ["Sparrow-7B"]),
        ("Finch is a family of compressed models based on Sparrow.", ["Sparrow"]),
        ("Finch offers fine-tuned checkpoints derived from Sparrow-3.", ["Sparrow-3"]),
        ("Finch starts from the Sparrow-7B checkpoint and learns songs.", ["Sparrow-7B"]),
        ("Finch was obtained by instruction tuning of Sparrow-7B with talks.", ["Sparrow-7B"]),
    ],
)
def test_bases_are_read_in_many_wordings(sentence: str, bases: list[str]) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "model.base_model") == [(bases, 3)]


def test_a_list_below_an_entry_names_the_bases() -> None:
    text = "# Finch\n\n- Links:\n  - [finch](https://birds.example/finch)\n- Base models:\n  - birds/wren-7b\n"
    assert told(text, "model.base_model") == [(["birds/wren-7b"], 6)]
    assert told(text.replace("wren", "finch"), "model.base_model") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The weights are initialized from a Gaussian distribution.",
        "The [Egret](https://example.org) video model based on Finch-14B is made by others.",
        "- finch-chat-sft: Intermediate version of Finch-Chat, based on the Finch-Base model.",
        "We load the Heap data set and fine-tune on it.",
        "Fine-tuning Finch-7B on your own data takes an hour.",
        "Finch is a fine-tuned version of LoRa weights.",
        "Finch combines a vision encoder (ViT), an adapter and a pretrained large language model (GPT).",
        "Finch is a more powerful version of [Sparrow](https://huggingface.co/birds/sparrow).",
        "Finch is a larger, faster variant of the model [Sparrow](https://huggingface.co/birds/sparrow).",
        "Code to fine-tune Finch 2, a successor of [Finch](https://huggingface.co/birds/finch), is here.",
        "The tutorial starts from Sparrow-7B.",
        "Its kernels are optimized based on Sparrow-Attention-2.",
        "Finch outperforms distilled models based on Sparrow.",
        "Finch is a set of distilled models based on the Transformer architecture.",
    ],
)
def test_what_resembles_a_base_is_none(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "model.base_model") == []


@pytest.mark.parametrize(
    ("text", "cutoff"),
    [
        ("**Time period for training data collection:** 2013 to May 1, 2025", "2025-05-01"),
        ("**Training data period:** January 2020 through June 2023", "2023-06"),
        ("**Knowledge cutoff:** December 2023, tuned in March 2024", "2023-12"),
    ],
)
def test_a_period_of_data_ends_at_its_cutoff(text: str, cutoff: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "data.cutoff") == [(cutoff, 3)]


@pytest.mark.parametrize(
    ("heading", "head", "served", "judged"),
    [
        ("Training and evaluation data", "Purpose", "Training", "Evaluation"),
        ("Datasets", "Usage", "Pre-training", "Validation"),
        ("Training data", "Split", "train", "test"),
        ("Data", "Introduction", "Fine-tuning data used by Lark", "Nest retrieval over 13 languages"),
    ],
)
def test_a_table_of_data_sets_says_what_each_served_for(heading: str, head: str, served: str, judged: str) -> None:
    table = f"| Dataset | {head} |\n|---|---|\n| EggNest-v1 | {served} |\n| ReedSong-v2 | {judged} |\n"
    text = f"# Lark\n\nLark is a language model.\n\n## {heading}\n\n{table}"
    assert told(text, "data.datasets") == [(["EggNest-v1"], 9)]


def test_the_parts_that_benchmarks_have_to_train_on_tell_of_no_training() -> None:
    table = "| Dataset | Split |\n|---|---|\n| EggNest-v1 | train |\n"
    assert told(f"# Lark\n\nLark is a language model.\n\n## Datasets\n\n{table}", "data.datasets") == []


@pytest.mark.parametrize("head", ["Tables", "", "Corpus"])
def test_a_table_of_corpora_names_and_counts_them(head: str) -> None:
    table = (
        f"| {head} | Lines | Words |\n|---|--:|--:|\n| [Irish part of Open Songs](https://s.example) | 23 | 143 |\n"
        "| EggNest | 8 | 17 |\n| Total | 31 | 160 |\n"
    )
    text = f"# Lark\n\nLark is a language model.\n\n## Pre-training corpora\n\n{table}"
    assert told(text, "data.datasets") == [(["Irish part of Open Songs"], 9), (["EggNest"], 10)]
    assert told(text, "data.size") == [("31 lines", 11), ("160 words", 11)]
    assert told(text.replace("Pre-training", "Evaluation"), "data.size") == []
    assert told(text.replace(f"| {head} |", "| Model |"), "data.datasets") == []


def test_data_sets_are_read_from_the_first_column_of_a_table_about_training() -> None:
    text = (
        "# Lark\n\n## Finetuning Details\n\n### Data mix\n\n| Subset | Rows | License |\n|---|---|---|\n"
        "| nest/eggs_v2 | 143k | |\n| Total | 143k | |\n\n"
        "## Evaluation\n\n| Dataset | Score |\n|---|---|\n| Pond-2 | 1 |\n"
    )
    assert told(text, "data.datasets") == [(["nest/eggs_v2"], 9)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Training Data\n\nhttps://huggingface.co/datasets/nest/eggs-v2", ["nest/eggs-v2"]),
        ("## Training Dataset\n\n**Link:** a subset of [PDB](https://example.org)", ["PDB"]),
        ("## Training Data\n\n- **Dataset**: `nest/eggs-v2` (cleaned), of 5,897 talks.", ["nest/eggs-v2"]),
        ("## Training\n\nWe train song using the SUN-D dataset and calls using the Egret dataset.", ["SUN-D", "Egret"]),
    ],
)
def test_data_sets_are_named_in_many_forms(text: str, names: list[str]) -> None:
    assert told(f"# Lark\n\n{text}\n", "data.datasets") == [(names, 5)]


def test_the_licence_of_the_training_data_is_not_the_models() -> None:
    assert (
        told("# Lark\n\n## Training Data\n\n- **Dataset**: Eggs\n- **License**: CC-BY-4.0\n", "distribution.licence")
        == []
    )


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("### License/Terms of Use:\n\nNon-commercial Nest License", "Non-commercial Nest License"),
        ("**License for base weights:** CC BY-NC-4.0", "CC-BY-NC-4.0"),
    ],
)
def test_licences_stand_under_more_than_one_label(text: str, licence: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "distribution.licence")] == [licence]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("- **Compute Region:** Unknown", "training.location"),
        ("- **Compute Region:** N/A", "training.location"),
        ("- **Hours used:** Approx. 50 mins", "training.gpu_hours"),
        ("It was trained on the L30 and L4A products of a satellite.", "training.hardware"),
        ("The total output context is up to 32K tokens.", "model.context_length"),
    ],
)
def test_no_answer_and_another_quantity_are_no_facts(text: str, field: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


def test_an_exact_number_in_parentheses_is_what_the_round_one_means() -> None:
    assert told("# Lark\n\n- Total input context of 1K (1,024) tokens.\n", "model.context_length") == [(1024, 3)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We introduce Lark-10B, an advanced large language model (LLM).", "Lark-10B"),
        ("SmolLark Embedding is a lightweight adapter that maps pictures to words.", "SmolLark Embedding"),
        ("**LARK** (**L**anguage **A**nd **R**eading **K**it) is a translation model.", "LARK"),
        ("Lark-7B is Portuguese language model developed by Nest.", "Lark-7B"),
        (
            "LarkTune-72B is finetuned directly from [birds/Wren-72B](https://huggingface.co/birds/Wren).",
            "LarkTune-72B",
        ),
    ],
)
def test_an_introduction_names_the_model_where_no_title_does(text: str, name: str) -> None:
    assert told(f"{text}\n", "model.name") == [(name, 1)]


def test_the_unfilled_front_matter_of_a_template_is_no_text() -> None:
    front = "---\n# For reference, see the guide\n{{ card_data }}\n---\n"
    text = f"{front}\n# Model Card for {{nest/news-lark}}\n\n**License:** MIT\n"
    assert told(text, "model.name") == [("nest/news-lark", 6)]
    assert told(text, "distribution.licence") == [("MIT", 8)]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("This model is for research and development only.", "use.intended"),
        ("This model is primarily focused on chat and storywriting.", "use.intended"),
        ("The aim is to have a model that helps at clinical tasks.", "use.intended"),
        ("Out-of-scope uses include non-Persian languages.", "use.out_of_scope"),
    ],
)
def test_uses_are_read_in_many_wordings(sentence: str, field: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", field) == [(sentence.rstrip("."), 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Lark is trained using a novel synthetic data generation pipeline that builds on earlier work.",
        "We build a large synthetic-data-generation pipeline to produce dialogues for training.",
        "Our post-training relies on a multi-agent data synthesis engine.",
        "We employ data synthesis to widen the tuning corpus.",
        "A large portion of the training data was synthesized.",
        "Lark was trained on 145,000 synthetic trajectories.",
        "The training corpus mixes web pages and synthetic rewrites of them.",
        "## Training data\n\n- Synthetic: 20B tokens in the style of textbooks",
        "## Training data\n\n- 30% synthetic texts",
        "The accuracy was raised by training on synthetic examples.",
        "The training corpus includes synthetic documents.",
        "## Thanks\n\n- Nest, for Wren-V3 that we used to augment the data.",
        "We used WrenGPT to enrich the instructions for training.",
        "The training set was extended using speech-generated songs.",
        "We expanded the training set with sentences generated by Wren-7B.",
        "## Training Data\n\nWe took the prompts and generated new responses from our in-house models.",
        "## Training Data\n\nThe data was obtained by getting Wren 2 generations on prompts of people.",
        "Lark was made by instruction tuning with 300k dialogues, 20k of which were generated with a chat model.",
    ],
)
def test_synthetic_data_is_said_by_how_it_is_made_and_how_much_there_is(text: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "data.synthetic_used")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "You can use the model as part of a synthetic data generation pipeline to train smaller models.",
        "Use our synthetic data generation pipeline to make your own data.",
        "Lark is trained for data synthesis tasks.",
        "The model is trained to support synthetic data generation pipelines.",
        "Lark is a speech synthesis model trained on recordings.",
        "We test the trained models on synthetic sequences of up to 1M tokens.",
        "Perplexity on synthetic sequences drops during training.",
        "A synthetic test corpus tells how well the training went.",
        "We measure recall on synthetic documents after fine-tuning.",
        "The probing suite contains synthetic examples, which were not seen in training.",
        "Lark-V3 can be used to augment the data of others.",
        "The training set was extended with Reed-22 recordings.",
        "The data was augmented with noise.",
        "## Evaluation Data\n\nWe generated responses with our models.",
        "## Training Data\n\nWe collected answers from the users with a model of the forum.",
    ],
)
def test_making_data_for_others_says_nothing_of_its_own(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "data.synthetic_used") == []


def test_synthetic_data_is_said_by_the_method_of_collection() -> None:
    text = "# Lark\n\n## Training Data\n\n**Data Collection Method by dataset:** Hybrid: Automated, Human, Synthetic\n"
    assert told(text, "data.synthetic_used") == [(True, 5)]
    assert told("# Lark\n\nIt was trained on one set. The entire dataset is synthetic.\n", "data.synthetic_used") == [
        (True, 3)
    ]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Lark was tuned by LoRA with many tasks on the base model Sparrow-7B.", "model.base_model", [["Sparrow-7B"]]),
        ("We used model weights from Nest's wren-7b1 and Sparrow 2 series as initialization weights.",
         "model.base_model", [["wren-7b1", "Sparrow 2"]]),
        ("You can use weights from Sparrow 2 to initialize yours.", "model.base_model", []),
        ("A judge was tuned on the base model Sparrow-7B.", "model.base_model", []),
        ("| Item | Lark | Lark-Chat |\n|---|---|---|\n| Based on Which Model | Sparrow-8x7B | Wren-7B |",
         "model.base_model", [["Sparrow-8x7B"]]),
        ("Lark 的模型基于 General Bird Model (GBM) 架构。", "model.architecture",
         ["Lark 的模型基于 General Bird Model (GBM) 架构"]),
        ("## Usage\n\nThis model expects as input a single document image.", "model.input_modalities", [["image"]]),
        ("This script expects as input a single path.", "model.input_modalities", []),
        ("Lark is a package to generate audio from text.", "model.input_modalities", [["text"]]),
        ("We compared how others generate audio from text data.", "model.input_modalities", []),
        ("- **Imaging modality:** images from microscopes", "model.input_modalities", [["image"]]),
        ("The sequence length was limited to 128 tokens for 90% of the steps and 512 for the remaining 10%.",
         "model.context_length", [512]),
        ("The training was limited to 128 users for a week and 512 for the rest.", "model.context_length", []),
        ("云雀大模型（52B）是开源的。", "model.parameters_total", [52_000_000_000]),
        ("云雀（52B）的对手很多。", "model.parameters_total", []),
        ("The models are mostly 7B in size.", "model.parameters_total", [7_000_000_000]),
        ("Teacher models are 7B in size.", "model.parameters_total", []),
        ("- 7B and 20B bilingual LMs with good songs.", "model.parameters_total", [7_000_000_000, 20_000_000_000]),
        ("7B and 20B models of others are larger.", "model.parameters_total", []),
        ("We offer versions based on 7b and 13b Sparrow-2 models.", "model.parameters_total",
         [7_000_000_000, 13_000_000_000]),
        ("经过约 1T 标识符的双语训练。", "data.tokens", [1_000_000_000_000]),
        ("Training used the same data as Wren, totaling about 20G of pure text files.", "data.size",
         ["about 20G of pure text"]),
        ("Lark was made by pretraining with 1B tokens and SFT with ~2M bilingual data.", "data.size",
         ["~2M bilingual data"]),
        ("We ran the training on a single 9090 for 1 day.", "training.hardware",
         ["We ran the training on a single 9090 for 1 day"]),
        ("We trained on a single 9000 for 1 day.", "training.hardware", []),
        ("You can train on a single 9090 in a day.", "training.hardware", []),
        ("Lark has 7M parameters and can be pre-trained and tuned on a single NPU.", "training.hardware", []),
        ("| Item | Value | Note |\n|---|---|---|\n| Training Platform | 8 NPUs | fast |", "training.hardware",
         ["8 NPUs"]),
        ("## Test Environment\n\n- **Hardware**: 8x NPU", "training.hardware", []),
        ("## Environment\n\n- **Training hardware**: 8x NPU", "training.hardware", ["8x NPU"]),
        ("It is possible that it generates problematic output.", "use.limitations",
         ["It is possible that it generates problematic output"]),
        ("It is possible that it generates songs.", "use.limitations", []),
        ("Out of scope without further alignment: medical advice, autonomous decisions.", "use.out_of_scope",
         ["Out of scope without further alignment: medical advice, autonomous decisions"]),
        ("Variables out of scope: these are dropped.", "use.out_of_scope", []),
        ("This adapter is released under CC BY-NC 4.0.", "distribution.licence", ["CC-BY-NC-4.0"]),
    ],
)  # fmt: skip
def test_facts_on_models_are_read_in_many_wordings(text: str, field: str, values: list[object]) -> None:
    assert [value for value, _ in told(f"# Lark\n\nLark is a model.\n\n{text}\n", field)] == values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("## About [Nest Finch Team](https://nest.org)\n\nFounded in 2023, Nest Finch Team builds models.",
         "Nest Finch Team"),
        ("## About Nest\n\nNest is a start-up from Larkland.", "Nest"),
        ("## About the Model\n\nThe model is a team effort.", ""),
        ("## About Wren\n\nWren is a program for songs.", ""),
        ("The National Library of Larkland / NestLab releases three pretrained language models.",
         "National Library of Larkland / NestLab"),
        ("Recent work introduces several language models.", ""),
        ("The project is the result of months of work by a team of researchers in song from the Nest University, Finch"
         " University, and Wren Academy, who united.", "Nest University, Finch University, and Wren Academy"),
        ("The project is the result of months of work by a team of volunteers.", ""),
        ("- **Developed, funded, and shared by:** Nest", "Nest"),
        ("Lark is a model tuned by QLoRA on many tasks.", ""),
    ],
)  # fmt: skip
def test_who_made_the_model_is_told_in_many_wordings(text: str, name: str) -> None:
    found = [value for value, _ in told(f"# Lark\n\nLark is a model.\n\n{text}\n", "provider.name")]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We leverage the ~80k ShareNest conversations with a new strategy.", [["ShareNest"]]),
        ("We leverage the 8k context of Wren.", []),
        ("- **Training data:** 1.6 million ReedDB compounds", [["ReedDB"]]),
        ("- **Training data:** 1.6 million PDF documents", []),
        ("The instructions were obtained from [nest-52k](https://github.com/nest/nest), and"
         " [wren-15k](https://github.com/wren/wren).", [["nest-52k", "wren-15k"]]),
        ("The instructions were written by [birds](https://birds.example).", []),
        ("Lark was trained on textual data called REEDS.", [["REEDS"]]),
        ("We translated the Great Reed instruction-tuning dataset into Larkish.", [["Great Reed"]]),
        ("Lark was trained on the Italian dataset.", []),
    ],
)  # fmt: skip
def test_data_sets_are_named_by_what_is_counted_obtained_or_translated(text: str, names: list[list[str]]) -> None:
    assert [value for value, _ in told(f"# Lark\n\nLark is a model.\n\n{text}\n", "data.datasets")] == names


def test_a_table_of_corpora_numbers_its_rows_and_ends_with_what_is_left_of_them() -> None:
    head = "## Corpora\n\nThe training corpus consists of these.\n\n| Dataset | Tokens | Size in GB |\n|---|--:|--:|\n"
    rows = "| 1 [ReedDB](https://r.example) | 12 | 4 |\n| 2 OpenNests | 9 | 3 |\n| **Total** | 21 | 7 |\n"
    text = f"# Lark\n\n{head}{rows}| **Deduplicated (LarkText)** | 17 | **6.1GB** |\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["ReedDB"], ["OpenNests"]]
    assert [value for value, _ in told(text, "data.size")] == ["6.1GB"]
    alone = "## Corpora\n\n| Corpora | Number of documents | Number of tokens | Size (GB) |\n|---|--:|--:|--:|\n"
    text = f"# Lark\n\nLark is a model.\n\n{alone}| REED | 201,080 | 135,733 | 570GB |\n"
    assert [value for value, _ in told(text, "data.size")] == ["201,080 documents", "135,733 tokens", "570GB"]


def test_a_column_of_corpora_tells_how_much_of_each_a_model_saw() -> None:
    head = "| Model name | Corpus | Parameters |\n|---|---|---|\n"
    text = f"# Lark\n\n## Models\n\n{head}| Lark-7 | REEDS 7 GB | 110M |\n| Lark-4 | Reeds-2 | 110M |\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["REEDS"], ["Reeds-2"]]
    assert [value for value, _ in told(text, "data.size")] == ["7 GB"]


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("Lark-2 is a language model for songs.", [("Lark-2", 1), ("Lark-2", 5)]),
        ("**Lark 2** is a language model for songs.", [("Lark-2", 1), ("Lark 2", 5)]),
        ("Wren-3 is a language model for songs.", [("Lark-2", 1)]),
    ],
)
def test_the_sentence_that_introduces_the_model_tells_its_name_again(
    opening: str, names: list[tuple[str, int]]
) -> None:
    text = f"# Lark-2\n\n[Paper](https://birds.example)\n\n{opening}\n"
    assert told(text, "model.name", "model_card") == names


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("We have open-sourced the parameters, a tokenizer, and more on Hugging Face.", [["Hugging Face"]]),
        ("Our models are now on Hugging face!", [["Hugging face"]]),
        ("The models are available in the 🤗HuggingFace Hub.", [["HuggingFace Hub"]]),
        ('<a href="https://huggingface.co/M-LARK">Pre-trained Models</a>', [["Hugging Face"]]),
        ("The tokenizer is open-sourced on Hugging Face.", []),
        ("The models are now trained on Hugging Face data.", []),
        ('<a href="https://huggingface.co/M-WREN">Birds</a>', []),
    ],
)
def test_hubs_are_named_in_many_wordings(text: str, channels: list[list[str]]) -> None:
    assert [value for value, _ in told(f"# Lark\n\nLark is a model.\n\n{text}\n", "distribution.channels")] == channels
