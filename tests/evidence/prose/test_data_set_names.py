"""Names of data sets that are plain words, stand in lists of stages or beside citations; and names of machines."""

from __future__ import annotations

import pytest
from cards import told


def _names(text: str) -> list[str]:
    return [name for value, _ in told(f"# Finch\n\n{text}\n", "data.datasets") for name in value]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Finch was trained on the nestsum and reedqa datasets.", ["nestsum", "reedqa"]),
        (
            "The model was fine-tuned on the rdnst, multi_reed and marshnli corpora.",
            ["rdnst", "multi_reed", "marshnli"],
        ),
        ('Finch was trained on the "reeds" and "marsh" corpora.', ["reeds", "marsh"]),
        ("This model is a fine-tuned version of wren-base on the nests dataset.", ["nests"]),
        ("We train on The Heap (Reed et al., 2020), R4 (Marsh, 2019) and NestVoice [3].", ["Heap", "R4", "NestVoice"]),
        (
            "Our training data includes Wikipedia (Wren et al. 2019), NestCorpus (Lark and Finch, 2015), and ReedText.",
            ["Wikipedia", "NestCorpus", "ReedText"],
        ),
        ("Finch was trained on a mixture of the Heap [1], R4 [2], and mR4 [3].", ["Heap", "R4"]),
        ("Finch was trained on RDNV.\n\nThe RDNV corpus has two million songs.", ["RDNV"]),
        ("- Sorting songs (trained on [RDNV](https://github.com/reeds/rdnv))", ["RDNV"]),
        (
            "## Training\n\n### Data\n\nOur training data was built from songs contained in the Marsh Reeds database.",
            ["Marsh Reeds"],
        ),
        ("## Training data\n\n**Pre-training:**\n- Reeds\n- ReedCrawl\n- marsh_v2", ["Reeds", "ReedCrawl", "marsh_v2"]),
        ("## Training data\n\n**Stage 2: SFT**\n\n- reed-chat\n- gander/egg-chat", ["gander/egg-chat"]),
        (
            "## Datasets\n\n- [nest](https://huggingface.co/datasets/nest)\n- heap\n- Marsh (news)",
            ["nest", "heap", "Marsh"],
        ),
        ("### Pre-training data\n\n- ReedWeb\n- Marsh", ["ReedWeb", "Marsh"]),
        (
            "The training corpus includes Nest v2 (28B tokens of songs and calls), Reed-Edu (4B tokens), and MarshWeb.",
            ["Nest v2", "Reed-Edu", "MarshWeb"],
        ),
        (
            "## Training data\n\n| Data Source | Proportion |\n|---|---|\n| The Heap - Songs | 1.0 |",
            ["The Heap - Songs"],
        ),
        (
            "Finch is built on Nest-Corpus, a training dataset. Nest-Corpus includes Nest v2 (2B tokens) and Reed-Edu.",
            ["Nest v2", "Reed-Edu"],
        ),
        (
            "### Datasets\n\n- Multilingual Reeds (MR) - 2,000 hour subset",
            ["Multilingual Reeds (MR)"],
        ),
        ("Finch was trained on the ReedX, mR4 and RDNV corpora.", ["ReedX", "mR4", "RDNV"]),
        ("- **Training Dataset:** nests", ["nests"]),
        ("- **Datasets:** `birds/nests`, `birds/eggs`", ["birds/nests", "birds/eggs"]),
        (
            "## Training data\n\nWe used RDNV, the Danish dump of Wikipedia, NEST corpora and a corpus by a friend.",
            ["RDNV", "Wikipedia", "NEST"],
        ),
        (
            "## Training data\n\nThe source data consists of a recent Wikipedia dump, EU Nests corpus and Reed Crawl.",
            ["Wikipedia", "EU Nests", "Reed Crawl"],
        ),
        (
            "### Datasets\n\n#### Contexts\n\nFrom:\n\n- Open datasets (such as ReedBack, NestSteer, and so on)",
            ["ReedBack", "NestSteer"],
        ),
    ],
)
def test_plain_names_are_read_where_their_surroundings_tell_them(text: str, names: list[str]) -> None:
    found = _names(text)
    assert [name for name in names if name in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "Finch was trained on the large and small datasets.",
        "Finch was trained on the train and test datasets.",
        "Finch was trained on the text and image datasets.",
        "Finch was trained on the high-quality dataset.",
        "Finch was trained on the v2 dataset.",
        "Finch was trained on the stage_2 dataset.",
        "Finch was trained on the my_songs dataset.",
        "Finch is better than models trained on the nestsum dataset.",
        "Finch was not trained on the multi_reed_2 dataset.",
        "This model is a fine-tuned version of wren-base on the generator dataset.",
        "This model is a fine-tuned version of wren-base on an unknown dataset.",
        "This model is a fine-tuned version of wren-base on the medical dataset.",
        "Finch was trained on RDNV.",
        "Finch was trained on [RDNV](https://rdnv.example).",
        "Finch was trained on Great Marsh 5.\n\nGreat Marsh 5 is a supercomputer.",
        "Finch was trained on the ReedNet AI supercomputing cluster.",
        "Finch was trained on the Great Marsh national supercomputer.",
        "Finch was trained on Reed Studio M2 Ultra.",
        "It achieves the best results of all models trained on ReedNet.",
        "Unlike prior work trained on ReedNet, it is small.",
        "**Data:** Finch uses the Reed Treebank and the Marsh Lexicon for tests.",
        "- **Dataset:** private",
        "## Datasets\n\n- Multilingual songs",
        "## Hardware\n\nFinch was trained on Great Marsh 5.",
        "### Compute infrastructure\n\nTrained on MarshReed.",
        "## Training\n\n**Pre-training:**\n- adapters\n- warmup",
        "## Datasets\n\n- Books\n- English\n- web",
        "## Training data\n\n### Planned (second round)\n\n- **Source**: REED filings of NestCorp",
        "## Datasets\n\n### Evaluation\n\nWe take datasets (such as ReedBack, NestSteer).",
        "We propose **ReedBench2**, a new benchmark for songs. When fine-tuned on ReedBench2, Finch is best.",
        "## Training\n\nFor example, to run the model on the task and on the `R5CDR` dataset, change the script.",
    ],
)
def test_kinds_of_data_and_machines_are_no_data_sets(text: str) -> None:
    assert _names(text) == []


def test_steps_beside_a_data_set_are_none() -> None:
    assert _names("## Training data\n\n- ReedWeb\n- Deduplication\n- shuffling\n- news\n- audio") == ["ReedWeb"]


def test_a_heading_on_data_for_tuning_announces_what_links_name() -> None:
    hub = "https://huggingface.co/datasets/a"
    entries = f"Most of it is public, such as [Reed]({hub}/reed) and [Marsh]({hub}/marsh)."
    assert _names(f"## SFT Data\n\n{entries}") == ["Reed", "Marsh"]
    assert _names(f"## SFT Evaluation\n\n{entries}") == []
