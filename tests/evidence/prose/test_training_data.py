"""What a card says of its training data: names of data sets, tokens, sizes, languages, and what was generated."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trained on a diverse mix of datasets—including Reed-Web, MarshText, and newly curated sources.", "Reed-Web"),
        ("Finch-Chat was instruction tuned on EuroReeds, a set of dialogues.", "EuroReeds"),
        (
            "As training data we used the latest German Wikipedia dump (6GB), the OpenReeds dump (2 GB) and news.",
            "OpenReeds",
        ),
        ("The models are trained on different versions of the Heap.", "Heap"),
        ("The model was trained on a large-scale dataset [REED-5B](https://example.org/blog/reed).", "REED-5B"),
        (
            "This pre-training corpus consists of 1GB of Wikipedia texts and a 40GB variant of a news archive.",
            "Wikipedia",
        ),
        (
            "## Training\n\n- Dataset size: 250B tokens, web data from Reed-Web and MarshText, which was graded.",
            "MarshText",
        ),
        ("The dataset is available here [REED-PILE](https://huggingface.co/datasets/birds/reed-pile).", "REED-PILE"),
        ("## Training data\n\n- English: A mixture of Reed-CC medium and high parts.", "Reed-CC"),
        ("## Dataset specs\n\n| Spec | Value |\n|---|---|\n| Dataset | LLM-reed v3 |", "LLM-reed v3"),
        ("| Model | Training data |\n|---|---|\n| finch-small | Reedverse |\n| finch-large | Reedverse |", "Reedverse"),
    ],
)
def test_names_of_data_sets_are_read_in_many_wordings(text: str, names: str) -> None:
    found = [name for value, _ in told(f"# Finch\n\n{text}\n", "data.datasets") for name in value]
    assert names in found


@pytest.mark.parametrize(
    "introduction",
    [
        "We fine-tuned it along with nine instruction datasets:",
        "## Fine-Tuning Strategy\n\nWe used a mixture of the following datasets",
    ],
)
def test_a_list_that_a_sentence_on_training_sets_introduces_names_them(introduction: str) -> None:
    text = f"# Finch\n\n{introduction}\n\n- birds/reed-chat (SFT)\n- [marsh](https://huggingface.co/datasets/birds/marsh-qa)\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["birds/reed-chat"], ["marsh"]]


@pytest.mark.parametrize(
    "text",
    [
        "The model was not trained on any part of Wikipedia.",
        "The models are trained on Python-only datasets.",
        "We evaluated checkpoints during training on the following datasets:\n\n- reedEval18: F1\n- 10kREED: F1",
        "Fine-tuning Finch on your own data:\n\n- Step-1: prepare the files",
    ],
)
def test_what_resembles_a_data_set_for_training_is_none(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.datasets") == []


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("Finch模型采用1.5万亿 Tokens中英文高质量语料进行训练。", 1_500_000_000_000),
        (
            "Trained with a batch size of 128 samples, for 100k steps, such that the model sees 100B tokens.",
            100_000_000_000,
        ),
        (
            "It was trained with 25T tokens, and used a schedule with 8B tokens of learning rate warm up.",
            25_000_000_000_000,
        ),
    ],
)
def test_tokens_are_read_beside_the_figures_of_the_optimizer(sentence: str, tokens: int) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.tokens")] == [tokens]


@pytest.mark.parametrize(
    "text",
    [
        "Checkpoints of the training run are released for every 1T tokens.",
        "During training the learning rate is stepped to 10% of the maximum at 1.8 trillion tokens.",
        "The training continued by continuing pre-training with 2 trillion tokens.",
        '"We observe that after training on 2T tokens, the models did not saturate."',
    ],
)
def test_tokens_of_a_part_of_training_are_not_those_of_all(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.tokens") == []


def test_the_parts_of_a_corpus_do_not_count_beside_its_sum() -> None:
    text = "# Finch\n\nThe training corpus combines 48B tokens from two sources:\n\n- Replay data: 400M tokens\n"
    assert told(text, "data.tokens") == [(48_000_000_000, 3)]


@pytest.mark.parametrize(
    ("sentence", "languages"),
    [
        ("It can support more than 100 working languages.", ["100 working languages"]),
        ("The models cover 24 official EU languages.", ["24 official eu languages"]),
        ("Finch is a causal language model for Catalan, Spanish, and English.", ["ca", "es", "en"]),
        ("We release a model series named Finch for Vietnamese.", ["vi"]),
    ],
)
def test_languages_are_read_in_many_wordings(sentence: str, languages: list[str]) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.languages")] == [languages]


@pytest.mark.parametrize(
    "sentence", ["The .en models for English-only applications are faster.", "It writes 12 programming languages."]
)
def test_what_resembles_languages_is_none(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.languages") == []


@pytest.mark.parametrize(
    ("sentence", "used"),
    [
        ("No synthetic data during pretraining: the tokens are the web's.", False),
        ("It was pre-trained on non-synthetic text tokens.", False),
        ("All of the data used for training was synthetic data, no text of the web was used.", True),
        ("Finch was trained on a million entries of primarily Wren-4 generated data.", True),
        ("It was first trained on synthetic clinical notes.", True),
    ],
)
def test_generated_data_is_told_from_its_denial(sentence: str, used: bool) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.synthetic_used")] == [used]


@pytest.mark.parametrize("size", ["roughly one million images", "85k hrs of speech"])
def test_sizes_are_read_with_words_and_short_units(size: str) -> None:
    assert told(f"# Finch\n\nThe model was trained on a dataset of {size}.\n", "data.size")
