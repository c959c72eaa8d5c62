"""Forms in which published cards state their facts, each on a small card of our own."""

from __future__ import annotations

import pytest
from cards import card, told

from gpai_lint.evidence.models import own_name

CONTEXT = "model.context_length"
DATASETS = "data.datasets"
LICENCE = "distribution.licence"
PARAMETERS = "model.parameters_total"
RELEASE = "model.release_date"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("The context length for these models is 4096 tokens.", 4096),
        ("| | |\n|---|---|\n| \\\\(n_{layers}\\\\) | 28 |\n| \\\\(n_{ctx}\\\\) | 2048 |", 2048),
        ("## Deployment\n\nWith 8 cards the models can use their full 128K context length.", 128_000),
        ("**Maximum Text Input Length:** 512 tokens", 512),
        ("## Training\n\n### Model\n\n* Architecture: dense decoder\n* Context length: 32K tokens", 32_000),
        ("## Model hyper-parameters\n\n| Name | |\n|---|---|\n| Layers | 60 |\n| Max seq length | 8192 |",
         8192),
        ("## Training\n\n1. Main run on 3T tokens,\n2. Context extension on 5B tokens, with a context length of 32000.",
         32_000),
        ("We extended the context length of the base model from 2K to 32K, and trained with a context length of 8K "
         "during the alignment.", 32_000),
        ("Each model is pre-trained with a window size of 16K.", 16_000),
        ("## Training\n\n### 2. Context extension\n\n| Key | Value |\n|---|---|\n| Context length | 32 000 |", 32_000),
    ],
)  # fmt: skip
def test_a_context_length_is_read_wherever_it_describes_the_model(text: str, length: int) -> None:
    assert [value for value, _ in told(f"# Lark-7B\n\n{text}\n", CONTEXT)] == [length]


@pytest.mark.parametrize(
    "text",
    [
        "## Fine-tuning hyper-parameters\n\n| Name | |\n|---|---|\n| Learning rate | 3e-4 |\n| Context length | 4096 |",
        "## Deployment\n\nStart the server with a context length of 8192.",
        "It has sliding window attention with a sliding window size of 4K.",
    ],
)
def test_a_length_that_is_a_setting_is_not_the_models(text: str) -> None:
    assert told(f"# Lark-7B\n\n{text}\n", CONTEXT) == []


def test_symbols_in_formulas_are_labels() -> None:
    text = "# Lark 6B\n\n| Hyperparameter | Value |\n|---|---|\n| \\\\(n_{parameters}\\\\) | 6053381344 |\n"
    assert told(text, PARAMETERS) == [(6_053_381_344, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Lark is strong among models with fewer than 13 billion parameters.",
        "Lark is much smaller, down from 500M parameters.",
    ],
)
def test_a_bound_or_an_earlier_size_is_not_the_models(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", PARAMETERS) == []


def test_active_parameters_stand_behind_the_total_in_a_size() -> None:
    text = "# Lark\n\n| Model | Weights | Model size |\n|---|---|---|\n| Lark-Pro | BF16 | 355B-A32B |\n"
    assert told(text, PARAMETERS) == [(355_000_000_000, 5)]
    assert told(text, "model.parameters_active") == [(32_000_000_000, 5)]


def test_a_family_of_one_size_and_more_tokens_than_stated() -> None:
    text = "# Lark\n\nLark is a collection of 6.9B models.\n\n## Training\n\n- **Pretraining tokens:** 3+ trillion\n"
    assert told(text, PARAMETERS) == [(6_900_000_000, 3)]
    assert told(text, "data.tokens") == [(3_000_000_000_000, 7)]


def test_stages_that_follow_do_not_make_the_tokens_those_of_a_phase() -> None:
    text = "# Lark\n\nWe pre-train Lark on 14.8 trillion diverse tokens, followed by two alignment stages.\n"
    assert told(text, "data.tokens") == [(14_800_000_000_000, 3)]
    assert told(text, "data.phase_tokens") == []


def test_sizes_in_an_enumeration_that_says_what_they_are() -> None:
    text = "# Lark\n\n`size` has the options `350M`, `2B`, which represent the number of parameters in each model.\n"
    assert [value for value, _ in told(text, PARAMETERS)] == [350_000_000, 2_000_000_000]
    text = "# Lark\n\nOfficial release of the **Lark** models (`350M`, `2B`).\n"
    assert [value for value, _ in told(text, PARAMETERS)] == [350_000_000, 2_000_000_000]


def test_the_size_of_a_layer_is_not_the_models() -> None:
    assert told("# Lark\n\nWe reduced the output layer size from 262.6M parameters to 41K.\n", PARAMETERS) == []


def test_further_tokens_and_the_size_of_the_data_set_are_not_what_it_was_trained_on() -> None:
    text = "# Lark\n\nIt was pretrained on 7 billion tokens and further trained for an additional 10 billion tokens.\n"
    assert told(text, "data.tokens") == [(7_000_000_000, 3)]
    text = "# Lark\n\n## Training\n\n* Dataset size: 250B tokens\n\n* Training tokens: 1.4T tokens\n"
    assert told(text, "data.tokens") == [(1_400_000_000_000, 7)]


def test_tokens_of_a_step_are_those_of_a_phase() -> None:
    text = "# Lark\n\n## Training\n\n- Step 1: The models are pre-trained on 1.8T tokens in this step.\n"
    assert told(text, "data.tokens") == []
    assert told(text, "data.phase_tokens") == [(1_800_000_000_000, 5)]


def test_the_parts_of_a_data_set_are_not_its_total() -> None:
    text = """\
        # Lark

        ## Data mix

        | Subset | Tokens (billion) |
        |---|---|
        | Web | 665.01 |
        | Books | 28.86 |
        | Total | 1259.13 |

        ## Data set

        | Dataset | Percentage | Tokens |
        |---|---|---|
        | Finch | 13.05% | 131.5B |
        """
    assert told(text, "data.tokens") == [(1_259_130_000_000, 9)]


def test_the_rows_of_other_models_are_left_out_beside_the_models_own() -> None:
    text = """\
        # Larkling2

        | Model | Weights | Size |
        |---|---|---|
        | Sparrow-34B | yes | 34B |
        | Larkling2 (split) | yes | 8B |
        """
    assert told(text, PARAMETERS) == [(8_000_000_000, 6)]


def test_a_size_stands_before_what_kind_of_model_it_is() -> None:
    assert told("# Lark\n\nLark is a 7B English language model.\n", PARAMETERS) == [(7_000_000_000, 3)]
    assert told("We release **Larkling**, a 20B image foundation model.\n", PARAMETERS, "readme") == [
        (20_000_000_000, 1)
    ]
    assert told("# Lark\n\nWe compare with a 70B English language model.\n", PARAMETERS) == []


def test_hours_of_a_remaining_stage_are_not_those_of_the_training() -> None:
    text = "# Lark\n\nTraining took 2.6M H800 GPU hours. The subsequent stages require only 0.1M GPU hours.\n"
    assert [value for value, _ in told(text, "training.gpu_hours")] == [2_600_000]


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("We open-source the base models and their variants. They are released under the MIT license.", ["MIT"]),
        ("## License / Terms of Use\n\nThe models are under the Lark Noncommercial License.",
         ["Lark Noncommercial License"]),
        ("## Licenses\n\n- Base checkpoints are licensed under CC BY-SA-4.0.\n\n"
         "- All code in this repository is licensed under the Apache License 2.0 license.", ["CC-BY-SA-4.0"]),
        ("Use of the model must adhere to the Lark Community License.", ["Lark Community License"]),
        ("## License\n\nAll code in this repository is licensed under the MIT license.", ["MIT"]),
    ],
)  # fmt: skip
def test_licences_by_subject(text: str, licences: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", LICENCE)] == licences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Training data\n\nIt was trained on [the Heap](https://heap.example), a corpus created by "
         "[Nest](https://nest.example).", ["Heap"]),
        ("## Training data sets\n\n### Sounds\n\n* [WavNest](https://example.org/wavnest) (automated)",
         ["WavNest (automated)"]),
        ("It was trained using the Common Nest data set.", ["Common Nest"]),
        ("It was trained for 2 epochs using the Aviary [WrenSteer2](https://arxiv.org/abs/1) data.",
         ["Aviary WrenSteer2"]),
        ("It was pretrained on 7 billion tokens from the Portuguese subset of NestWeb22.", ["NestWeb22"]),
        ("`small` models are trained on [The Heap](https://github.com/nest/heap), a corpus.", ["Heap"]),
    ],
)  # fmt: skip
def test_data_sets_by_name(text: str, names: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", DATASETS)] == [names]


@pytest.mark.parametrize(
    "text",
    [
        "It was trained with the Falcon2 optimizer.",
        "It is a transformer trained using Ada's Mesh Transformer JAX.",
        "## Training data\n\nSee [`README`](../README.md) for accessing the training data.",
        "## Fine-tuning the model\n\n### Single machine training\n\nTraining data: `a.json`, drawn from "
        "[chat-0.8M](https://huggingface.co/datasets/nest/chat-0.8M).",
        "## Evaluation data sets\n\n### Sounds\n\n* [WavNest](https://example.org/wavnest) (human)",
    ],
)
def test_tools_and_documents_are_no_data_sets(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", DATASETS) == []


def test_data_sets_that_a_sentence_enumerates() -> None:
    text = "It was trained on 2T tokens using a mix of data sets: WebNest-Edu, FLW, The Reeds, along with our own."
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", DATASETS)] == [["WebNest-Edu", "FLW", "The Reeds"]]
    text = "## Training data\n\nThe rest is from data sets, including Flit (16.9%), NestStack (2.8%) and Nestpedia."
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", DATASETS)] == [["Flit", "NestStack", "Nestpedia"]]
    text = "- **Training data:** Reeds-100K, a data set (sourced from NST, EGG, and FLW-2) of 75,832 images"
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", DATASETS)] == [["Reeds-100K"]]
    text = "It was trained on data such as Books and Articles."
    assert told(f"# Lark\n\n{text}\n", DATASETS) == []


def test_a_data_set_is_used_as_the_training_data_or_stands_behind_a_link_by_its_stage() -> None:
    text = (
        "## Training data\n\n**[Pretraining](https://huggingface.co/datasets/nest/lark-mix)**: "
        "We use a filtered version of WEBNEST by Nest as our pretraining dataset."
    )
    [(names, _)] = told(f"# Lark\n\n{text}\n", DATASETS)
    assert names == ["nest/lark-mix", "WEBNEST"]


@pytest.mark.parametrize(
    "news",
    [
        "*April 28, 2023*\n\n- Released a demo.\n\n*April 20, 2023*\n\n- Released the first Lark models.",
        "### 2023-04-20\n\nWe release the weights of Lark.",
    ],
)
def test_a_date_above_the_entries_of_the_news_is_theirs(news: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## News\n\n{news}\n", RELEASE)] == ["2023-04-20"]


def test_a_model_that_is_a_fine_tune_names_its_base() -> None:
    text = "# Lark\n\nLark is an RLHF fine-tune of [Sparrow-13B](https://huggingface.co/nest/sparrow-13b).\n"
    assert told(text, "model.base_model") == [(["nest/sparrow-13b"], 3)]
    assert told(text, "distribution.channels") == []


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("It was pretrained, starting with the weights of Wren-1-7B.", "Wren-1-7B"),
        ("Lark is a fine-tuned Wren-3.2-1B pretrained model for safety.", "Wren-3.2-1B"),
        ("Lark-Reward is extended from Lark-340B-Base with a linear layer.", "Lark-340B-Base"),
    ],
)
def test_base_models_in_other_words(text: str, base: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "model.base_model")] == [[base]]


def test_every_base_model_is_named_and_never_the_model_itself() -> None:
    parents = "[nest/eye](https://huggingface.co/nest/eye) and [nest/egg](https://huggingface.co/nest/egg)"
    assert told(f"# Lark\n\n- **Parent models:** {parents}\n", "model.base_model") == [(["nest/eye", "nest/egg"], 3)]
    assert told("# Lark R+\n\nYou can find the quantized version of Lark R+ elsewhere.\n", "model.base_model") == []


def test_addresses_of_mail_come_before_other_links() -> None:
    text = "# Lark\n\n- **Contact:** [Discord](https://discord.gg/x) or [A. Wren](mailto:wren@aviary.org)\n"
    assert told(text, "provider.contact") == [("wren@aviary.org", 3)]


def test_addresses_for_applicants_are_no_contact() -> None:
    text = "# Lark\n\nWe're hiring: please drop us an email at jobs@aviary.org.\n"
    assert told(text, "provider.contact") == []


def test_the_initials_of_a_method_are_no_provider() -> None:
    assert told("# Lark\n\n* Consistency models trained by CD on Nest64.\n", "provider.name") == []


def test_the_memory_of_a_card_is_no_size_of_data() -> None:
    assert told("# Lark\n\n## Training\n\n- **Hardware used:** 4x8 Nvidia A100 80GB\n", "data.size") == []


def test_a_name_with_code_in_it_heads_no_instructions() -> None:
    text = "# Lark card\n\nText.\n\n# Code Lark\n\n## Model details\n\nThe training of Lark required 400K GPU hours.\n"
    assert told(text, "training.gpu_hours") == [(400_000, 9)]


def test_what_runs_or_is_supported_is_not_what_it_was_trained_on() -> None:
    text = "# Lark\n\nFine-tuning: Lark supports fine-tuning based on Ascend NPU.\n"
    assert told(text, "training.hardware") == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("- **Language(s):** de_CH, fr_CH, rm", "data.languages", ["de", "fr", "rm"]),
        ("## Environmental impact\n\n- **Hours used**: ~2 hours training", "training.gpu_hours", 2),
        ("## Data\n\n- **Total Training Examples**: 7,153 (5,722 train)", "data.size", "7,153 (5,722 train)"),
        ("It was fine-tuned using ~1.5 million Swiss news articles.", "data.size", "~1.5 million Swiss news articles"),
        ("## Model card contact\n\nFor questions:\n\n- **GitHub Issues**: [Tracker](https://example.org/lark/issues)",
         "provider.contact", "https://example.org/lark/issues"),
        ("* **dataset** : nest_v3_346k", "data.datasets", ["nest_v3_346k"]),
        ("- **Pretrain Dataset:** 40 million mixed tiles taken from [TNA](https://example.org/tna)", "data.size",
         "40 million mixed tiles"),
        ("**Model Release Date** April, 24th 2024.", "model.release_date", "2024-04-24"),
        ("It was trained on the Danish version of Wikipedia.", "data.datasets", ["Wikipedia"]),
        ("## Training data\n\nDanish documents in the [NestDoc database](https://example.org/n) up to 2023.",
         "data.datasets", ["NestDoc database"]),
        ("**Datasets for Tool-calling**:\n\n- 🤗[nest/Tool-Use](https://huggingface.co/datasets/nest/Tool-Use)",
         "data.datasets", ["nest/Tool-Use"]),
        ("Lark is a generative model based on the Heron 7B model.", "model.base_model", ["Heron 7B"]),
        ("All parameters were initialized with weights from [nest/heron-base-v2](https://huggingface.co/nest/heron-base-v2).",
         "model.base_model", ["nest/heron-base-v2"]),
    ],
)  # fmt: skip
def test_facts_in_the_forms_of_fine_tuned_models(text: str, field: str, value: object) -> None:
    assert [found for found, _ in told(f"# Lark\n\n{text}\n", field)] == [value]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The data was made by hand, and derived from the NestX Danish dataset by filtering.", "model.base_model"),
        ("Lark is a language model based on the Transformer architecture.", "model.base_model"),
        ("We release both the base and instruct-tuned versions of Heron 2.", "model.base_model"),
        ("All models were trained on the Danish Nest Bay cluster.", "data.languages"),
        ("## Times\n\n- **Training Time**: ~2 hours on a single card, with all data", "data.size"),
        ("## Limitations\n\n- **Training Data**: Primarily English financial data", "data.datasets"),
    ],
)
def test_what_is_no_base_and_no_data(text: str, field: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


def test_where_and_for_what_it_is_used_is_not_how() -> None:
    text = "# Lark\n\n## Deployment Geography\n\nGlobal.\n\n## Use Case\n\nDevelopers label audio with it.\n"
    assert told(text, "use.technical_means") == []
    assert [value for value, _ in told(text, "use.intended")] == ["Developers label audio with it."]


def test_the_day_of_a_package_is_not_that_of_the_model() -> None:
    text = "# Lark\n\nAs of April 18th, 2024, Lark is part of the 4.40.0 release on PyPI.\n"
    assert told(text, RELEASE) == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The languages of the model are:\n\nBulgarian, Croatian, Czech and Swedish.", "data.languages",
         ["bg", "hr", "cs", "sv"]),
        ("- Training time: 14 days", "training.period", "14 days"),
        ("- Hardware: 96xA100-80G", "training.hardware", "96xA100-80G"),
        ("These are diffusion models.", "model.architecture", "These are diffusion models"),
        ("Training data has 45 natural languages and programming languages.", "data.languages",
         ["45 natural languages"]),
        ("Lark is a large language model launched by Aviary Technology.", "provider.name", "Aviary Technology"),
        ("Training began in September 2023 with a fork.", "training.period",
         "Training began in September 2023 with a fork"),
    ],
)  # fmt: skip
def test_sentences_in_other_words(text: str, field: str, value: object) -> None:
    assert [found for found, _ in told(f"# Lark\n\n{text}\n", field)] == [value]


def test_a_pronoun_is_no_provider() -> None:
    assert told("# Lark\n\nWe built the Lark models for speed.\n", "provider.name") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p><img src='logo.png' alt='Lark 2: Open Intelligence'></p>\n\n## 1. Model Introduction\n\nText.", "Lark 2"),
        ("## Mission statement\n\nText.", ""),
        ("## Lark-7B\n\nText.", "Lark-7B"),
        ("### 1. Introduction of Lark Coder\n\nText.", "Lark Coder"),
        ("# Night lark\n\nText.", "Night lark"),
    ],
)
def test_the_name_of_a_model_in_titles_and_pictures(text: str, name: str) -> None:
    assert own_name(card(text)) == name


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("## Intended Use and Limitations\n\nLark writes.", "use.intended"),
        ("## Responsible AI Considerations\n\nLark may err.", "use.limitations"),
        ("## Potential issues\n\nLark may err.", "use.limitations"),
        ("- **Hardware Type:** Acme A100x4 for training", "training.hardware"),
        ("**Maximum Text Output Length:** 512 tokens", "model.max_output"),
    ],
)
def test_labels_in_other_words(text: str, field: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", field)) == 1


def test_the_title_of_a_paper_says_nothing_of_the_data() -> None:
    text = "# Lark\n\n- **Paper:** Wren et al., Lark: accurate models from synthetic data, 2025\n"
    assert told(text, "data.synthetic_used") == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The base models are trained on 3-4T tokens of code.", "data.tokens", 4_000_000_000_000),
        ("The model is trained on 2.5T multilingual corpus.", "data.tokens", 2_500_000_000_000),
        ("| Setting | Value |\n|---|---|\n| Batch size | 2 million tokens |\n| Total tokens during training | 3T |",
         "data.tokens", 3_000_000_000_000),
        ("The released models were trained with sequence lengths up to 512.",
         CONTEXT, 512),
        ("All models support long-context processing of up to 32K tokens.", CONTEXT, 32_000),
        ("**Native long context**: trained with up-to-512K long context natively.", CONTEXT, 512_000),
        ("We release the Lark family, including 1.3B-base and 1.3B-chat models.", PARAMETERS, 1_300_000_000),
        ("| Size | Layers | Heads |\n|---|---|---|\n| 1.3B | 24 | 16 |", PARAMETERS, 1_300_000_000),
    ],
)  # fmt: skip
def test_a_figure_is_read_in_the_forms_of_repositories(text: str, field: str, value: float) -> None:
    assert {told_value for told_value, _ in told(f"# Lark\n\n{text}\n", field)} == {value}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("| Date | Checkpoint | Tokens |\n|---|---|---|\n| 2023-10-01 | lark-step-1k | 1T |", "data.tokens"),
        ("It means you can train a compute-optimal Lark on 22B tokens in 32 hours.", "data.tokens"),
        ("They say that another model was trained on 200B tokens.", "data.tokens"),
        ("## Frequently Asked Questions\n\n### Why train for so long?\n\nModels are trained on 2T tokens elsewhere.",
         "data.tokens"),
        ("A reference for those who pretrain models under 5 billion parameters.", PARAMETERS),
        ("We hope to train and release a 175B parameter model along the way.", PARAMETERS),
        ("If you want to train models on the Aviary platform, ask us.", DATASETS),
        ("| Size | Checkpoint |\n|---|---|\n| 175B | (planned) |", PARAMETERS),
        ("Based on Lark-2-7B tokens.", "data.tokens"),
    ],
)  # fmt: skip
def test_figures_of_others_and_of_plans_are_not_the_models(text: str, field: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Lark is a bilingual (English and Korean) model.", "data.languages", ["en", "ko"]),
        ("Training took 65 days on books and other sources in both English and Russian.", "data.languages",
         ["en", "ru"]),
        ("We collected about 1.2TB of Korean data to train it.", "data.languages", ["ko"]),
        ("We train on a large corpus (Wikipedia + OpenBookCorpus) for a long time.", DATASETS,
         ["Wikipedia", "OpenBookCorpus"]),
        ("We trained it on web data, including [Zydeco](https://arxiv.org/abs/1).", DATASETS, ["Zydeco"]),
        ("Researchers built it by fine-tuning GPL-3B to follow instructions, so the model helps.", "model.base_model",
         ["GPL-3B"]),
        ("We initialize model weights from the general-domain [Robin](https://robin.example).", "model.base_model",
         ["Robin"]),
        ("## Download\n\nOur base model Robin v1.5, a chatbot, is downloaded on demand.", "model.base_model",
         ["Robin v1.5"]),
        ("In the first stage of training, use our 558K subset of the AVIARY-CC dataset to align it.", DATASETS,
         ["AVIARY-CC"]),
        ("The tuning stage uses 150K LLM-generated instruction-following data.", "data.synthetic_used", True),
        ("Research release for the family of Lark models (`7B`) by Birds AI Research:", "provider.name",
         "Birds AI Research"),
        ("A 20 billion parameter autoregressive language model.", "model.architecture",
         "A 20 billion parameter autoregressive language model"),
        ("Submit your application for a licence to lark@birds.example.org.", "provider.contact",
         "lark@birds.example.org"),
        ("It took 65 days to train the model.", "training.period", "It took 65 days to train the model"),
        ("The models may produce outputs that are inaccurate.", "use.limitations",
         "The models may produce outputs that are inaccurate"),
        ("We ask users not to use the model for unlawful purposes.", "use.out_of_scope",
         "We ask users not to use the model for unlawful purposes"),
        ("If you have any questions, [join our Discord](https://discord.gg/lark).", "provider.contact",
         "https://discord.gg/lark"),
        ("The model was trained on 1024 context length by [Lark Devices](https://lark.example) team on clusters.",
         "provider.name", "Lark Devices"),
    ],
)  # fmt: skip
def test_a_statement_is_read_in_the_words_of_repositories(text: str, field: str, value: object) -> None:
    assert [told_value for told_value, _ in told(f"# Lark\n\n{text}\n", field)] == [value]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The source code must follow the [Apache-2.0](LICENSE) license, while the use of the model weights needs to"
         " adhere to the [Lark Model License](MODEL_LICENSE.pdf).", ["Lark Model License"]),
        ("The code in this project is open-source under the [Apache-2.0](LICENSE) license, the data follows the"
         " [CC BY-NC 4.0](LICENSE_DATA) license, and the usage of the Lark weights must adhere to the"
         " [Lark Model License](LICENSE_MODEL).", ["Lark Model License"]),
        ("- For code, please comply with the Apache License Version 2.0\n"
         "- For the model, please comply with the [【Lark】 Community License](./LICENSE_MODEL)",
         ["【Lark】 Community License"]),
        ("The use of the Lark model requires the Lark Community License.", ["Lark Community License"]),
        ("The project is based on the Apache 2.0 license; The Lark series models are based on the Lark License"
         " Agreement.", ["Lark License Agreement"]),
    ],
)  # fmt: skip
def test_the_licence_of_the_weights_is_told_from_that_of_the_code(text: str, names: list[str]) -> None:
    assert [name for name, _ in told(f"# Lark\n\n## License\n\n{text}\n", LICENCE)] == names
