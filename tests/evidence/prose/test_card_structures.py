"""What the structure of a card tells: the level of headings, the rows of tables, where links lead."""

from __future__ import annotations

import pytest
from cards import told

PARAMETERS = "model.parameters_total"


@pytest.mark.parametrize("heading", ["Model information", "Model Details", "Architecture", "4. Technical overview"])
def test_a_heading_that_describes_the_model_ends_the_part_about_its_use(heading: str) -> None:
    text = f"# Lark\n\n# Usage\n\nRun it.\n\n## {heading}\n\n- **Architecture**: LarkForCausalLM\n"
    assert ("LarkForCausalLM", 9) in told(text, "model.architecture")


def test_a_heading_about_use_goes_on_below_others() -> None:
    text = "# Lark\n\n# Usage\n\n## Parameters\n\n- **Parameters**: 7B\n"
    assert told(text, PARAMETERS) == []


def test_a_heading_in_another_script_is_known_by_the_english_behind_it() -> None:
    text = "# Lark-7B\n\n## 使用协议（License）\n\nCheck [LICENSE](https://example.org/Apache%202.0).\n"
    assert told(text, "distribution.licence") == [("Apache-2.0", 5)]


def test_the_last_word_of_the_name_picks_the_row_of_the_model_among_its_sisters() -> None:
    text = """\
        # Lark Small (preview)

        | Model size | Parameters |
        |---|---|
        | tiny | 39M |
        | small | 244M |
        | large | 1550M |
        """
    assert told(text, PARAMETERS) == [(244_000_000, 6)]


def test_a_column_is_known_by_the_lowest_row_of_its_head() -> None:
    text = """\
        # Lark

        <table>
        <thead>
        <tr><th>Lark</th><th colspan=2>Hyperparameters</th></tr>
        <tr><th>Number of parameters</th><th>dimension</th><th>n tokens</th></tr>
        </thead>
        <tbody>
        <tr><th>65B</th><th>8192</th><th>1.4T</th></tr>
        </tbody>
        </table>
        """
    assert told(text, PARAMETERS) == [(65_000_000_000, 9)]
    assert told(text, "data.tokens") == [(1_400_000_000_000, 9)]


@pytest.mark.parametrize("title", ["Lark v1 preview - 14B", "Lark 14B: an open model"])
def test_the_size_in_the_title_is_that_of_the_model(title: str) -> None:
    assert told(f"# {title}\n\nBetter than Lark-70B.\n", PARAMETERS) == [(14_000_000_000, 1)]


def test_the_title_tells_the_model_from_the_sizes_of_its_family() -> None:
    text = "# Lark2-8B\n\nThe Lark 2 series has models ranging from 1 billion to 90 billion parameters.\n"
    assert [value for value, _ in told(text, PARAMETERS)] == [8_000_000_000]


def test_sizes_before_addresses_are_members_of_the_family() -> None:
    text = "# Lark\n\n1.3B: https://example.org/small\n\n2.7B: https://example.org/large\n"
    assert told(text, PARAMETERS) == [(1_300_000_000, 3), (2_700_000_000, 5)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lark can technically run a training step at 200B parameters.",
        "The cluster is enough to finetune our models up to XL (1.5B parameter) sizes.",
        "The largest Lark holds 1.4 billion parameters more than Sparrow XL.",
        "- `train/` - train or finetune Lark and Wren models from 125M - 70B parameters",
        "The scripts serve for many ends:\n\n- Finetune models of 1B to 30B parameters",
    ],
)
def test_what_could_be_trained_and_by_how_much_models_differ_are_no_sizes(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", PARAMETERS) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Finch-13b-chat is a variant of [Bird Labs](https://huggingface.co/bird-labs)´s {}, made in 2023.",
        "This fine-tunes the {} model on talks.",
        "Finch-13b-chat builds on {}, which can take long texts.",
        "It was obtained by continued pre-training of {}.",
    ],
)
def test_a_link_behind_words_of_derivation_leads_to_the_base(sentence: str) -> None:
    link = "[Sparrow 13b Chat](https://huggingface.co/bird-labs/Sparrow-13b-chat)"
    assert told(f"# Sparrow 13b Chat Norsk\n\n{sentence.format(link)}\n", "model.base_model") == [
        (["bird-labs/Sparrow-13b-chat"], 3)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The family has two variants, {} and others.",
        "We also release quantized versions of {}.",
        "Compared to versions of {}, it is fast.",
        "The prior was trained on embeddings generated with a pre-trained {} model.",
        "You can start from {}.",
        "Training needs the autoencoder: retrieve the checkpoint from {} and name it in the configuration.",
    ],
)
def test_other_links_to_models_lead_to_no_base(sentence: str) -> None:
    link = "[Wren 7b](https://huggingface.co/birds/wren-7b)"
    assert told(f"# Finch\n\n{sentence.format(link)}\n", "model.base_model") == []


@pytest.mark.parametrize(
    "dated", ["## News [2024/04/15]\n\nWe introduce Lark.", "**Update 15/04/2024:**\n\nWe release Lark."]
)
def test_the_day_of_news_may_stand_beside_the_word_for_them(dated: str) -> None:
    assert told(f"# Lark\n\n{dated}\n", "model.release_date") == [("2024-04-15", 3)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Lark is trained on 115M image-text pairs, including NEST-100M high-quality subset, EGG3M, and EGG12M.",
            ["NEST-100M", "EGG3M", "EGG12M"],
        ),
        (
            "It was trained on the following sources of data: NestNet [67%], E4 [15%], Featherpedia [4.5%].",
            ["NestNet", "E4", "Featherpedia"],
        ),
        ("We train on data from NEST5, EGG-HR, and Feather forecasts.", ["NEST5", "EGG-HR", "Feather"]),
    ],
)
def test_enumerations_name_data_sets(sentence: str, names: list[str]) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "data.datasets") == [(names, 3)]


def test_a_revision_in_hashed_form_names_no_data_set() -> None:
    hub = "https://huggingface.co/datasets/aviary/nest"
    text = f"# Lark\n\n## Training data\n\n- Dataset: [nest]({hub}) at [d92a4d2]({hub}/tree/d92a4d28)\n"
    assert told(text, "data.datasets") == [(["nest"], 5)]


def test_a_data_set_is_named_behind_the_base_however_tuning_is_spelt() -> None:
    link = "[nest-mix](https://huggingface.co/datasets/aviary/nest-mix)"
    text = f"# Lark\n\nThis is a release of Lark that's fine tuned from Wren-7B using the\n{link} dataset.\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["nest-mix"]]


def test_tokens_of_the_only_corpus_in_a_table_are_those_of_all() -> None:
    table = "# Lark\n\n## Training corpora\n\n| Corpus | Number of tokens |\n|---|---|\n| NEST | 135,733,450,668 |\n"
    assert told(table, "data.tokens") == [(135_733_450_668, 7)]
    assert told(f"{table}| EGG | 5,733,450,668 |\n", "data.tokens") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "This is a beta that is not intended for production.",
        "This code has not been developed nor tested for clinical purposes.",
    ],
)
def test_what_a_release_is_not_meant_for_is_out_of_scope(sentence: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n{sentence}\n", "use.out_of_scope")] == [3]


def test_an_open_license_without_a_name_is_none() -> None:
    assert told("# Lark\n\nAll models are released under an open license.\n", "distribution.licence") == []


def test_advice_to_the_reader_tells_no_hardware() -> None:
    text = "# Lark\n\n## GPUs\n\nYou can also train Lark on your GPUs at home.\n"
    assert told(text, "training.hardware") == []


@pytest.mark.parametrize("spelling", ["fine tuned", "finetuned", "fine-tuned"])
def test_compounds_are_read_in_every_spelling(spelling: str) -> None:
    text = f"# Finch\n\nFinch is a model {spelling} from *Sparrow-3B-Base* on a mix of talks.\n"
    assert told(text, "model.base_model") == [(["Sparrow-3B-Base"], 3)]


def test_a_phase_written_as_one_word_is_no_total() -> None:
    text = "# Lark\n\nIt was pretrained on 11T tokens. It included midtraining on 140B reasoning tokens.\n"
    assert told(text, "data.tokens") == [(11_000_000_000_000, 3)]


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("Lark has been trained for 3 epochs to reason using 800k reasoning traces from the Nest-R1 dataset.", "800k"),
        ("We provide pre-trained models trained on a large asset dataset of 500K diverse objects.", "500K"),
        ("The model is trained on a 70K custom dataset for pages.", "70K custom dataset"),
        ("Songs is a curated 38,662-hour collection of audio for training.", "38,662-hour collection"),
        ("Pretraining leverages about 400m samples of a mix of songs.", "about 400m samples"),
        ("Pretraining consumed roughly 2bn documents of the woods.", "2bn documents"),
        ("Lark was fine-tuned by tuning many tasks(600k sungs/answers) on the base model Wren.", "600k sungs/answers"),
        ("We used 45k human-written prompts/responses for SFT.", "45k human-written prompts"),
        ("Lark was trained with 1.2M question/answer pairs.", "1.2M question/answer pairs"),
        ("The models were trained on 10 000 hours of songs.", "10 000 hours"),
        ("The training set includes 14 million abstracts.", "14 million abstracts"),
        ("Lark is pretrained on 1 trillion words.", "1 trillion words"),
        ("We use 30K high-quality examples for instruction tuning.", "30K high-quality examples"),
        ("It was further pre-trained on a corpus comprising >2M paragraphs.", ">2M paragraphs"),
    ],
)
def test_whatever_a_data_set_counts_is_its_size(sentence: str, size: str) -> None:
    found = told(f"# Lark\n\n{sentence}\n", "data.size")
    assert len(found) == 1
    assert str(found[0][0]).startswith(size)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was trained on 16 chips with 300,000 steps, on 2,000,000 tokens of text.",
        "The disk holds shards of 512MB of training data.",
        "**Shard**: the training data is in 512MB shards",
        "Each training file is about 512 MB of data.",
        "Models pre-trained on songs with context length up to 1 Mb:",
        "It was tuned for long (400k steps).",
        "We use 30K steps for instruction tuning.",
        "It is trained in 16 384 steps, as in 40 papers.",
    ],
)
def test_numbers_of_steps_and_of_tokens_and_the_size_of_a_piece_are_no_size_of_data(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "data.size") == []


def test_the_sentences_of_a_passage_on_training_data_name_its_parts() -> None:
    text = """\
        # Lark

        **Code corpus**: Our training data has two parts. The first is from open datasets, [The Nest](https://example.org)
        and [CodeWren](https://example.org/wren).
        """
    assert told(text, "data.datasets") == [(["The Nest", "CodeWren"], 3)]


def test_the_first_sentence_names_a_model_that_the_title_of_a_paper_does_not() -> None:
    text = "# Structured Nests for Scalable and Versatile Birds\n\nLark is a model. We train Lark (2B) on nests.\n"
    assert told(text, PARAMETERS) == [(2_000_000_000, 3)]


def test_a_column_of_a_table_of_models_names_their_data() -> None:
    text = """\
        # Lark

        ## Pretrained models

        | arch. | resolution | data |
        |---|---|---|
        | ViT-H | 224x224 | NestNet-1K |
        | ViT-g | 224x224 | NestNet-22K |
        """
    assert told(text, "data.datasets") == [(["NestNet-1K"], 7), (["NestNet-22K"], 8)]


def test_sentences_without_a_subject_speak_of_the_model() -> None:
    text = "# Lark 24B\n\nCurated and trained by Aviary Labs.\n\nDesigned to be a general purpose assistant.\n"
    assert told(text, "provider.name") == [("Aviary Labs", 3)]
    assert [line for _, line in told(text, "use.intended")] == [5]


def test_a_model_that_is_taken_as_a_starting_point_is_the_base() -> None:
    link = "[Sparrow-7b](https://huggingface.co/birds/Sparrow-7b)"
    text = f"# Finch\n\nIt uses the {link} model as a starting point, which is a good one.\n"
    assert told(text, "model.base_model") == [(["birds/Sparrow-7b"], 3)]


def test_an_adaptation_of_an_architecture_has_no_base() -> None:
    assert told("# Finch\n\nFinch is a multitask adaptation of the *UniBird* architecture.\n", "model.base_model") == []


def test_what_goes_in_is_read_before_and_behind_the_word_for_it() -> None:
    assert told("# Lark\n\nIt takes as input an audio signal.\n", "model.input_modalities") == [(["audio"], 3)]
    text = "# Lark\n\nIt takes in text or image prompts and makes shapes.\n"
    assert told(text, "model.input_modalities") == [(["text", "image"], 3)]


def test_a_translation_is_from_one_language_to_another() -> None:
    assert told("# Lark\n\nLark only supports French-to-English translation.\n", "data.languages") == [
        (["fr", "en"], 3)
    ]


def test_members_called_by_their_size_alone_are_no_other_models() -> None:
    text = """\
        # Lark

        | Model | Backbone parameters (M) |
        |---|---|
        | V2-XLarge | 710 |
        | Large | 350 |
        | Lark-V3-Small | 22 |
        | Sparrow | 900 |
        """
    assert [value for value, _ in told(text, PARAMETERS)] == [710_000_000, 350_000_000, 22_000_000]


def test_a_figure_set_as_a_formula_keeps_its_scale() -> None:
    text = "# Lark\n\nThe models have seen $400$B tokens during pretraining.\n"
    assert told(text, "data.tokens") == [(400_000_000_000, 3)]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Lark is the Code-Specific version of Sparrow1.5.", ["Sparrow1.5"]),
        ("Trained from Sparrow 3.1 70B, you can sample from Lark with the same code.", ["Sparrow 3.1 70B"]),
        ("Lark 7B is a dialogue model based on Aviary's Sparrow-7B.", ["Sparrow-7B"]),
        ("These models were used to create this merge:\n- birds/Sparrow-70b - A great model.", ["birds/Sparrow-70b"]),
    ],
)
def test_bases_are_told_by_versions_owners_and_lists(text: str, bases: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "model.base_model")] == [bases]


def test_a_list_of_repositories_without_words_of_merging_has_no_bases() -> None:
    text = "# Lark\n\nThese demos are online:\n- birds/Sparrow-70b - A great demo.\n"
    assert told(text, "model.base_model") == []


def test_the_provider_stands_behind_the_kind_of_model() -> None:
    text = "# Lark\n\nLark is a family of open-weights language models by [Aviary Labs](https://example.org).\n"
    assert told(text, "provider.name") == [("Aviary Labs", 3)]


def test_the_lengths_of_prompts_and_of_new_tokens_are_what_goes_in_and_out() -> None:
    text = "# Lark\n\n- Prompt length supports up to 24K tokens.\n- It supports up to 8,192 newly generated tokens.\n"
    assert told(text, "model.context_length") == [(24_000, 3)]
    assert told(text, "model.max_output") == [(8_192, 4)]


def test_models_are_announced_together_with_their_scripts() -> None:
    text = "# Lark\n\n## News\n\n### 06/13/2020\n\nWe released the pre-trained models, source code, and scripts.\n"
    assert told(text, "model.release_date") == [("2020-06-13", 5)]


def test_the_size_in_the_name_of_a_base_counts_no_tokens() -> None:
    text = "# Lark\n\nLark is initialized with Sparrow-v1.5 7B and continues pre-training on mathematical tokens.\n"
    assert told(text, "data.tokens") == []


def test_joined_subjects_share_their_licence() -> None:
    text = """\
        # Lark

        The Lark model checkpoints, demo code, and Lark training code are licensed under Apache 2.0, however the fonts
        are made available under the SIL Open Font License, version 1.1.
        """
    assert [value for value, _ in told(text, "distribution.licence")] == ["Apache-2.0"]


def test_tokens_are_sourced_from_a_data_set() -> None:
    text = "# Lark\n\nWe continue training on mathematical tokens sourced from Common Nest, and on code.\n"
    assert told(text, "data.datasets") == [(["Common Nest"], 3)]


def test_the_architecture_may_stand_before_its_model() -> None:
    text = "# Lark\n\nUtilizing the Transformer auto-regressive architecture, Lark has been trained on books.\n"
    assert [line for _, line in told(text, "model.architecture")] == [3]


def test_the_licences_of_what_members_were_made_from_are_not_the_models() -> None:
    text = (
        "# Lark\n\n## License\n\n"
        "The code and the model weights are licensed under the [MIT License](LICENSE). Note that:\n\n"
        "- Lark-Small is derived from [Finch](https://github.com/birds/finch), originally licensed under the "
        "[Apache 2.0 License](https://example.org/finch/LICENSE).\n"
        "- Lark-Large is derived from [Wren](https://github.com/birds/wren) and is originally licensed under its own "
        "[license](https://example.org/gpl-3.0).\n"
    )
    assert told(text, "distribution.licence") == [("MIT", 5)]
