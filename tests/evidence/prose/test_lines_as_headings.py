"""Lines that serve as headings: in bold, or with a colon, above a table, a list or a paragraph."""

from __future__ import annotations

import pytest

from tests.cards import told, variants

_SHAPE = """\
    # Lark

    ## Evaluation Results

    Lark is better than Finch.

    {}

    | Model | Lark-small | Lark-large |
    |---|---|---|
    | Number of layers | 6 | 24 |
    | Max. Sequence Length | 512 | 512 |
    | # Parameters | 30M | 278M |
    """


@pytest.mark.parametrize(
    ("heading", "field", "value"),
    [
        ("#### Lark is an open model for songs developed by Aviary Labs.", "provider.name", "Aviary Labs"),
        ("### Lark is a light 7B language model for songs", "model.parameters_total", 7_000_000_000),
        ("#### Lark is a Chinese-English bilingual model for short songs.", "data.languages", ["zh", "en"]),
    ],
)
def test_a_sentence_that_is_set_as_a_heading_states_something(heading: str, field: str, value: object) -> None:
    assert told(f"# Lark\n\n{heading}\n#### Next\n\nSongs.\n", field) == [(value, 3)]


@pytest.mark.parametrize(
    "heading",
    [
        "### How Lark is developed by Aviary Labs and by others",
        "## Evaluation\n\n### Wren is an open model for songs developed by Aviary Labs.",
    ],
)
def test_headings_that_ask_or_speak_of_results_state_nothing(heading: str) -> None:
    assert told(f"# Lark\n\n{heading}\n\nSongs.\n", "provider.name") == []


def test_a_line_that_describes_the_model_ends_the_part_on_results() -> None:
    text = _SHAPE.format("**Model Architecture:**\n    Lark is based on an encoder-only transformer architecture.")
    assert [value for value, _ in told(text, "model.context_length")] == [512, 512]
    assert [value for value, _ in told(text, "model.parameters_total")] == [30_000_000, 278_000_000]
    assert [line for _, line in told(text, "model.architecture")] == [8]
    assert told(_SHAPE.format("**Scores:**"), "model.context_length") == []


def test_a_line_on_training_keeps_its_settings_apart() -> None:
    text = "# Lark\n\n## Model\n\n{}\n\nThe sequence length is limited to 2048, and the batch size is 128.\n"
    assert told(text.format("**Training details:**"), "model.context_length") == told(
        text.format("").replace("## Model", "## Training details"), "model.context_length"
    )


_ROWS = """\
    | Data set | Description | Weight |
    |---|---|---|
    | Common Crawl | Pages of the web | 77% |
    | Nest_Clean | Code | 5% |
    """


@pytest.mark.parametrize("line", ["**Pre-Training Data**", "We trained it on these sets:", "**Training data:**"])
def test_a_line_says_what_the_table_below_it_lists(line: str) -> None:
    text = f"    # Lark\n\n    ## Data\n\n    {line}\n\n{_ROWS}"
    assert told(text, "data.datasets") == [(["Common Crawl"], 9), (["Nest_Clean"], 10)]


@pytest.mark.parametrize("line", ["**Test Data**", "**Evaluation**", "How the training data compares:"])
def test_a_table_below_a_line_on_evaluation_lists_no_training_data(line: str) -> None:
    assert told(f"    # Lark\n\n    ## Data\n\n    {line}\n\n{_ROWS}", "data.datasets") == []


@pytest.mark.parametrize("line", ["Evaluation data:", "Evaluation data (see [below](#results) too):", "**Test sets**"])
def test_a_list_below_words_on_evaluation_names_no_training_data(line: str) -> None:
    text = f"""\
        # Lark

        ## Training Data

        Training data:

        - [Nest12M](https://nest.example/12m)

        {line}

        - [SongNet v2](https://songs.example/v2)
        """
    assert told(text, "data.datasets") == [(["Nest12M"], 7)]


def test_a_line_in_plain_letters_announces_the_list_below_it_alone() -> None:
    text = """\
        # Lark

        ## Limitations

        Known limitations:

        - Lark knows English alone.

        Considerations & risks:

        - Lark repeats what it heard.
        """
    assert told(text, "use.limitations") == [
        ("Lark knows English alone.", 7),
        ("Considerations & risks: Lark repeats what it heard.", 9),
    ]


def test_the_members_of_a_kind_are_told_apart_by_their_names() -> None:
    text = """\
        # Larks

        ## Models

        Vision Transformer models:

        - SongT-S (21M parameters): patch size 16
        - SongT-S+ (29M parameters): patch size 16

        ConvNet models:

        - ConvLark Tiny (30M parameters)
        """
    assert variants(text, "model.parameters_total") == [
        ("SongT-S", 21_000_000),
        ("SongT-S+", 29_000_000),
        ("ConvLark Tiny", 30_000_000),
    ]


def test_a_name_below_a_line_begins_the_answer() -> None:
    text = "# Lark\n\n**Number of model parameters:**\n\nLark-Reason2-8B: 8,767,123,696\n"
    assert told(text, "model.parameters_total") == [(8_767_123_696, 5)]


def test_of_a_rounded_and_an_exact_figure_the_exact_one_counts() -> None:
    text = "# Lark\n\n| Model | Params | Layers |\n|---|---|---|\n| Lark | {} | 32 |\n"
    assert told(text.format("9B (9.78B)"), "model.parameters_total") == [(9_780_000_000, 5)]
    assert told(text.format("9,780,112,640 (9.8B)"), "model.parameters_total") == [(9_780_112_640, 5)]
    assert told(text.format("9B (2B active)"), "model.parameters_total") == [(9_000_000_000, 5)]


def test_data_sets_are_listed_with_how_each_was_collected() -> None:
    text = """\
        # Lark

        ## Training Datasets:

        **Data Collection Method**:

        * EgoBird4D:  Hybrid:  Automatic/Sensors
        * Bird Table and Nest: Human
        * Hybrid: Human & Automated

        **Labeling Method**:

        * EgoBird4D:  Hybrid:  Human,Automated
        """
    assert told(text, "data.datasets") == [(["EgoBird4D"], 7), (["Bird Table", "Nest"], 8)]


def test_a_mixture_under_a_heading_on_data_was_trained_on() -> None:
    text = """\
        # Lark

        ## Dataset

        | Dataset | Notes | {} | Tokens |
        |---|---|---|---|
        | NestPajama | without books | 54% | 541B |
        | Songcoder2 | | 31% | 315B |
        """
    assert told(text.format("Percentage"), "data.datasets") == [(["NestPajama"], 7), (["Songcoder2"], 8)]
    assert told(text.format("Accuracy"), "data.datasets") == []


def test_what_a_model_was_trained_on_may_say_how_much() -> None:
    text = """\
        # Lark

        | Model | #params | Training data |
        |---|---|---|
        | lark-base | 110M | NESTS (138 GB of text) |
        | lark-large | 335M | SongNet |
        """
    assert told(text, "data.datasets") == [(["NESTS"], 5), (["SongNet"], 6)]
    assert variants(text, "data.size") == [("lark-base", "138 GB of text")]
    listed = "# Lark\n\n## Training Data\n\n- SongWeb-Edu (40%)\n- NestPile-2 (120B tokens)\n"
    assert [value for value, _ in told(listed, "data.datasets")] == [["SongWeb-Edu"], ["NestPile-2"]]
