"""Where a card says its training data is from, whether it was generated, and what was done about rights and persons."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    ("sentence", "used"),
    [
        ("No synthetic data during pretraining: the tokens are the web's.", False),
        ("It was pre-trained on non-synthetic text tokens.", False),
        ("No synthetic data of any kind was used for training.", False),
        ("All of the data used for training was synthetic data, no text of the web was used.", True),
        ("Finch was trained on a million entries of primarily Wren-4 generated data.", True),
        ("It was first trained on synthetic clinical notes.", True),
        ("- **Training Data:** licensed songs and synthetic (MIDI-to-Audio) data.", True),
        ("The training data consists of public images and data that is synthesized in-house.", True),
        ("We used an LLM to generate corresponding instructions for the code data.", True),
        ("It was tuned on question and answer pairs generated with the methods of Self-Instruct.", True),
        ("It was pre-trained with crawled and synthetic code, law, and general knowledge data.", True),
        ("Our training pipeline comprises three steps: (1) data synthesis, (2) merging and (3) tuning.", True),
        ("Finch learns to reason thanks to large-scale data synthesis for pre-training.", True),
        ("- **Data synthesis**: a pipeline that makes question-answer pairs for training.", True),
        ("## Training data\n\n| Source | Share |\n|---|---|\n| Synthetic | 20% |\n| Web | 80% |", True),
        (
            "## Pre-training mixture\n\n| Data type | Tokens |\n|---|---|\n| Talks distilled from WrenGPT | 1B |",
            True,
        ),
        ("The post-training recipe starts with synthesizing data and ends with preferences.", True),
        ("The pretraining corpus has 8 million image-text pairs, recaptioned using Wren-VL-3B.", True),
        ("A suite of RLHF tuned models on a mix of publicly available, synthetic and human-created datasets.", True),
        ('Sets with "-S" in their names are synthetic datasets obtained by translating corpora for training.', True),
        ("## 数据\n\n全部标签由 `wren3-flash` 生成,用于训练数据。", True),
        ("SFT 训练数据:Self-Instruct 构造的数据约 2M。", True),
        ("Answers were written by humans; no model-generated text was used for training.", False),
        ("About 30% of the training tokens were rephrased by a language model.", True),
        ("Finch was trained on pages translated with a small model.", True),
        ("Using Wren 3 8B, we synthetically augmented documents of the corpus.", True),
        ("It was trained on a diverse set of synthetic patient scenarios.", True),
    ],
)
def test_generated_data_is_told_from_its_denial(sentence: str, used: bool) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.synthetic_used")] == [used]


@pytest.mark.parametrize(
    "sentence",
    [
        "Previous studies have shown that encoders trained on synthetic data harm training.",
        "Recent work found models trained on synthetic data to be worse.",
        "Thanks to data synthesis with Finch you can train models of your own.",
        "Finch is good at data synthesis and analysis.",
        "## Training data\n\n| Source | Share |\n|---|---|\n| Synthetic | 0% |\n| Web | 100% |",
        "## Training data\n\n| Data set | Tokens | Synthetic |\n|---|---|---|\n| Reed-Web | 20B | no |",
        "## Benchmarks\n\n| Data set | Kind |\n|---|---|\n| Reed-Test | synthetic |",
        "The training pipeline can include data synthesis of your own.",
        "The data was captioned by Reed volunteers for training.",
        "We evaluate it on synthetic datasets created by others.",
        "本文由 wren3 小组编写,介绍训练数据。",
    ],
)
def test_what_others_found_out_about_generated_data_is_nothing_of_the_model(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.synthetic_used") == []


def test_data_that_others_generate_in_a_case_of_use_trained_nothing() -> None:
    case = "* Planning. Explore the nest blueprint, which generates synthetic trajectory data with Wren models."
    assert told(f"# Finch\n\nUse cases:\n\n{case}\n", "data.synthetic_used") == []


@pytest.mark.parametrize(
    ("field", "sentence", "used"),
    [
        ("data.user_data_used", "We do not train on user data.", False),
        ("data.user_data_used", "No customer data was used for training.", False),
        ("data.user_data_used", "User data is not included in the training data.", False),
        ("data.user_data_used", "User data may be used to improve the model.", True),
        ("data.user_data_used", "Aucune donnée d'utilisateur n'a été utilisée pour l'entraînement.", False),
        ("data.licensed_used", "The training data includes licensed data from partners.", True),
        ("data.licensed_used", "**Mixture:** about 5% code data sourced from the web and licensed materials.", True),
        ("data.synthetic_used", "The SFT data was generated by Wren-72B.", True),
        ("data.synthetic_used", "It was fine-tuned on outputs of WREN-4.", True),
        ("data.synthetic_used", "Finch is trained with reasoning traces generated by Wren-R1.", True),
        ("data.synthetic_used", "Then came supervised fine-tuning (SFT) with native WREN-4 responses.", True),
        ("data.synthetic_used", "A third of the pretraining mix is synthetically-generated time series.", True),
        ("data.synthetic_used", "The data consists of 70K dialogues generated by `wren-turbo-3`.", True),
        ("data.synthetic_used", "It was tuned on synthetic code, maths, tool use, and world knowledge data.", True),
        ("data.synthetic_used", "Our pipeline synthesized over 98% of the data.", True),
        ("data.synthetic_used", "**Data collection method by dataset:**\n\n- Hybrid: human, synthetic", True),
        ("data.user_data_used", "The data grew from user prompts collected through our early Finch API.", True),
        ("data.synthetic_used", "The training set includes LLM-generated textbooks.", True),
        ("data.synthetic_used", "The recordings were then pseudo-labelled using the Wren large model.", True),
        ("data.synthetic_used", "Two thirds of the audio was pseudo-labeled by an ensemble of models.", True),
        ("data.synthetic_used", "Responses were distilled from Wren-R1.", True),
        ("data.public_datasets_used", "All training data is publicly available.", True),
        ("data.public_datasets_used", "Our training corpus is made of publicly available corpus such as Reed.", True),
        ("data.crawlers_used", "We also added web texts crawled by our in-house system to the corpus.", True),
        (
            "data.user_data_used",
            "| Field | Details |\n|---|---|\n| Data | Finch was trained on songs. No user data was used to train it. |",
            False,
        ),
        (
            "data.public_datasets_used",
            "| Field | Details |\n|---|---|\n| Overview | Finch was trained on publicly available data. |",
            True,
        ),
        ("data.public_datasets_used", "## Comparison\n\nFinch is trained solely on public datasets.", True),
        ("data.public_datasets_used", "Only openly licensed data was used to train the model.", True),
        ("data.user_data_used", "User conversations with our chatbot were used for fine-tuning.", True),
        ("data.licensed_used", "Pairs were drawn from public sources and sources that we licensed.", True),
        ("data.licensed_used", "We trained on licensed stock images from Reed Stock.", True),
        ("data.licensed_used", "Built entirely on licensed data, Lark has many advantages.", True),
        ("data.licensed_used", "Thanks to training on 100% licensed data from partners, use is safe.", True),
        ("data.licensed_used", "We have licensing agreements with two news publishers.", True),
        ("data.licensed_used", "The training set contains data that we bought from vendors.", True),
        ("data.crawlers_used", "The training data was crawled by ReedBot.", True),
        ("data.crawlers_used", "Data was scraped from forums with a custom crawler.", True),
        ("data.crawlers_used", "No web scraping was performed for this model.", False),
        ("data.crawlers_used", "We did not crawl the web ourselves.", False),
        ("data.user_data_used", "We do not use our users' private personal data when training Finch.", False),
        ("data.user_data_used", "Chats of our customers are never used for training.", False),
        ("data.user_data_used", "Inputs and outputs of our API are not used to train the model.", False),
        ("data.user_data_used", "Training data: public songs, and data from users who opted in.", True),
    ],
)
def test_sources_of_data_are_told(field: str, sentence: str, used: bool) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", field)] == [used]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("data.licensed_used", "The training data includes permissively licensed data."),
        ("data.licensed_used", "The images that we collected are content we licensed under CC BY 4.0."),
        ("data.licensed_used", "Lark was built with permissively licensed data."),
        ("data.synthetic_used", "Finch can generate synthetic data for your training."),
        ("data.crawlers_used", "Finch tells which pages were scraped and which were written by hand."),
        ("data.crawlers_used", "If we crawled by ReedBot, we would tell."),
        ("data.synthetic_used", "The training documents were not rewritten by any model."),
        ("data.synthetic_used", "Finch is trained to tell texts rewritten by your model."),
        ("data.user_data_used", "You do not use any user private data when you call the tool."),
        ("data.licensed_used", "The data was bought in a shop."),
        ("data.personal_data", "Names of columns were replaced by numbers in the table."),
        ("data.personal_data", "The names of people are recognised in the data."),
        ("data.personal_data", "Column names were removed from the training data."),
        ("data.personal_data", "Usage data is anonymised."),
        ("copyright.memorisation", "We test the extraction of names from texts."),
        ("copyright.memorisation", "A filter removes documents that overlap with the test sets of benchmarks."),
        ("copyright.reservation_measures", "Artists may exclude a layer from the picture."),
        ("data.public_datasets_used", "Finch is the first open-source, text-to-image model trained on long captions."),
        ("data.statement", "The pre-training dataset may have contained offensive content."),
        ("data.statement", "Le tokenizer du modèle a été entraîné sur un corpus de chants."),
        ("data.statement", "Das Modell wurde nicht auf Daten von Nutzern trainiert."),
        ("data.statement", "The tokenizer splits words. It was trained on a subset of the corpus."),
        ("data.statement", "It can be fine-tuned, and it should be trained on a dataset of yours."),
        ("data.statement", "We present a method for models trained on songs."),
        ("data.personal_data", "Make sure that your prompts contain no personally identifying information."),
        ("data.public_datasets_used", "| Task | Data |\n|---|---|\n| Songs | publicly available data |"),
        ("data.crawlers_used", "The corpus has pages that others crawled with tools of their own."),
        ("data.statement", "It was trained on 1024 A100 40GB GPUs, in a combination of two kinds of parallelism."),
        ("data.statement", "We fine-tuned it using a combination of the Reed library and Marsh."),
        (
            "data.statement",
            "It performs worse on inputs that differ from the data it was trained on, dialects included.",
        ),
        ("data.synthetic_used", "**Data collection method by dataset:**\n\n- Human, non-synthetic"),
        ("data.synthetic_used", "## Test dataset\n\n**Data collection method:**\n\n- Synthetic"),
        ("data.synthetic_used", "## Training data\n\n- No synthetic songs from open models in the training data"),
        ("data.provenance", "The training data does not contain any user data."),
        ("data.provenance", "## Training data\n\n| Source | Tokens |\n|---|---|\n| **Totaal:** | 9 B |"),
        ("data.provenance", "It was pre-trained on 11T tokens without synthetic data."),
        ("data.provenance", "For the datasets used to train it see the Public Summary of Training Content."),
        ("data.synthetic_used", "You can use an LLM to generate instructions for training data."),
        ("data.synthetic_used", "No training data was pseudo-labelled with a model."),
        (
            "data.provenance",
            "See our post [Truly Open](https://a.example/b) for more information on how to train on data.",
        ),
    ],
)
def test_what_resembles_a_source_is_none(field: str, sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", field) == []


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("data.statement", "The dataset was curated from multiple sources to teach birds."),
        ("data.statement", "We curate a large dataset of long songs and books."),
        ("data.statement", "The training data used for the model were mined from sources on the web."),
        ("data.statement", "The model was pretrained on large web corpora."),
        ("data.statement", "It is fine-tuned on a small custom dataset of thoughts."),
        ("data.statement", "We propose Finch, a small language model pre-trained on large-scale bird literature."),
        ("data.personal_data", "To our knowledge the data does not contain personally identifying information."),
        ("data.statement", "The model has been trained on a variety of images, yet it is not perfect."),
        ("data.statement", "We trained a bilingual model, with training data from ReedSet and MARSH."),
        ("data.statement", "Finch is a suite of models for birds and trained using textual data from NestMed."),
        ("data.statement", "Finch was fine-tuned on a dataset of organic web content."),
        ("data.statement", "Le modèle a été entraîné sur un jeu de données de chants d'oiseaux."),
        ("data.statement", "El modelo fue entrenado con una colección de textos."),
        ("data.statement", "Il modello è stato addestrato su un corpus di dialoghi."),
        ("data.statement", "Das Modell wurde auf deutschen Texten und Daten trainiert."),
        ("data.statement", "O modelo foi treinado com dados de aves."),
        ("data.statement", "## Trainingsdaten\n\nLieder und Rufe aus zwei Tälern."),
        ("data.personal_data", "Personally identifiable information in the data may not be entirely eliminated."),
        ("data.illegal_content_measures", "The data went through CSAM filtering in line with our policies."),
        ("data.personal_data", "We tried to exclude personal, harmful, and biased information from the training data."),
        ("data.illegal_content_measures", "We filter and screen the data, to ensure its legality."),
        ("data.personal_data", "E-mail addresses and phone numbers were anonymized in the corpus."),
        ("data.personal_data", "Finch is trained with face blurred images."),
        ("copyright.reservation_measures", "Code of developers who opted out was removed from the training set."),
        ("copyright.reservation_measures", "Owners of data who opted out were removed from the training data."),
        ("copyright.reservation_measures", "Our crawler honours the TDM reservation protocol."),
        ("copyright.reservation_measures", "Our crawler complies with the Robots Exclusion Protocol."),
        ("copyright.reservation_measures", "Pages of authors who requested opt-out were dropped before training."),
        ("copyright.reservation_measures", "Websites that disallow crawlers for training were left out."),
        ("copyright.reservation_measures", "Rights holders may opt out by mail."),
        ("copyright.reservation_measures", "Publishers can ask for the removal of their works from training sets."),
        ("copyright.memorisation", "We measured extraction of training data with many prompts."),
        ("copyright.memorisation", "The output filter blocks passages that match training documents."),
        ("data.personal_data", "Faces and number plates were blurred in all training images."),
        ("data.personal_data", "Names of patients were replaced by placeholders in the training data."),
        ("data.personal_data", "The notes were de-identified before they were used for training."),
        ("data.personal_data", "Finch was trained on pseudonymised hospital records."),
        ("data.personal_data", "Patient names were masked in the data."),
    ],
)
def test_measures_are_read(field: str, sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", field)


def test_a_table_of_corpora_with_their_sizes_and_tokens_names_them() -> None:
    head = "| Corpus name | Size (GB) | Tokens (M) |\n|---|---|---|\n"
    table = f"{head}| Reed Archives | 0.6 | 0.1 |\n| JRC Marsh | 0.3 | 59 |\n"
    assert told(f"# Lark\n\n## Corpora\n\n{table}", "data.datasets") == [(["Reed Archives"], 7), (["JRC Marsh"], 8)]
    assert told(f"# Lark\n\n## Downloads\n\n{table}", "data.datasets") == []


def test_what_checkpoints_include_data_from_is_what_they_learnt_from() -> None:
    text = "# Lark\n\n## Data\n\nThe checkpoints include data from REED5, MMCC, and Nest-HR.\n"
    assert told(text, "data.datasets") == [(["REED5", "MMCC", "Nest-HR"], 5)]
    text = "# Lark\n\n## Results\n\nThe plots include data from REED5, MMCC, and Nest-HR.\n"
    assert told(text, "data.datasets") == []


def test_a_heading_that_names_a_data_set_stands_for_it_where_the_text_describes_one() -> None:
    described = "### {}\n\n#### Description\n\n{}\n\n"
    text = (
        "# Finch\n\n## Training data\n\n"
        + described.format("ReedCorpus", "A dataset of more than 10K books. 4GB in size.")
        + described.format("RC-News", "An open source recreation of the news of the marsh.")
        + described.format("Pre-Processing", "A corpus is cleaned in steps.")
        + "## Evaluation data\n\n"
        + described.format("ReedBench", "A dataset of questions.")
    )
    assert [value for value, _ in told(text, "data.datasets")] == [["ReedCorpus"], ["RC-News"]]


@pytest.mark.parametrize(("seen", "counted"), [("850 billion", [850e9]), ("100 billion", [200e9, 100e9])])
def test_what_a_corpus_holds_is_not_what_was_trained_on_where_that_is_more(seen: str, counted: list[float]) -> None:
    text = f"# Finch\n\nThe corpus of code contains 200B tokens in total.\n\nFinch was trained on {seen} tokens.\n"
    assert [value for value, _ in told(text, "data.tokens")] == counted
    assert [value for value, _ in told(text, "data.size")] == ["200B tokens"]


def test_what_follows_a_list_is_in_it_no_more() -> None:
    listed = "Lark speaks two languages:\n\n- English\n- Thai\n\n"
    offered = "The dataset is available here [Lark-Heap](https://huggingface.co/datasets/nest/lark-heap).\n"
    assert told(f"# Lark\n\n{listed}{offered}", "data.datasets") == [(["Lark-Heap"], 8)]
    within = "- The dataset is available here [Lark-Heap](https://huggingface.co/datasets/nest/lark-heap).\n"
    assert told(f"# Lark\n\n{listed}{within}", "data.datasets") == []
