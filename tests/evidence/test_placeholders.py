"""What a template left behind, and what merely points elsewhere."""

from __future__ import annotations

import pytest
from cards import card

from gpai_lint.evidence.interface import State
from gpai_lint.evidence.placeholders import read, state_of


def left_behind(text: str) -> list[tuple[str, int]]:
    return [(row.text, row.location.span.line) for row in read(card(text), 0)]


@pytest.mark.parametrize(
    "text",
    ["[More Information Needed]", "TBD", "tba.", "*(Forthcoming.)*", "Coming soon.", "{{ model_id }}", "…",
     "To be announced", "[insert the date]", "<your name here>", "N.N.", "???", "WIP", "", "-", "T.B.D.",
     "TODO: describe the data", "FIXME", "DD/MM/YYYY", "xx/xx/xxxx", "${MODEL}", "%MODEL_NAME%", "[[model_name]]",
     "{model_name}", "<model name>", "Click or tap here to enter text.", '{{ name | default("Name", true) }}',
     "{% if released %}", "$MODEL_NAME", "@@MODEL@@", "__MODEL_NAME__", "#MODEL#", "[MODEL NAME]", "[Company name]",
     "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "XX%", "XX GWh", "~XX GPU hours", "X.X billion",
     "TBD GPU-hours.", "TBD kWh", "[link to your repository]",
     "Choose an item.", "Not yet available", "Will be added soon.", "your-org/your-model", "REPLACE_ME",
     "Use the code below to get started with the model.\n\n[More Information Needed]",
     "Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More"
     " information needed for further recommendations.",
     "[Describe the intended uses]", "[e.g. 4096 tokens]", "**[Specify the license]**", "TBD (default: 2048)",
     "[Organization or individual]", "[Brief description of the architecture]", "[Contact information]",
     "Please fill in this section", "à compléter", "noch zu ergänzen", "da definire", "待补充"],
)  # fmt: skip
def test_a_templates_words_are_placeholders(text: str) -> None:
    assert state_of(text) is State.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    ["See our paper: https://example.org/p.pdf", "Please refer to the technical report.", "https://example.org/terms",
     "For more detailed information on the architecture, please see our report.",
     "For architecture details, see the [blog post](https://example.org/blog).",
     "For the training details please refer to the paper.",
     "More information can be found in the [blog post](https://example.org).", "is available at https://example.org"],
)  # fmt: skip
def test_a_mere_pointer_is_elsewhere(text: str) -> None:
    assert state_of(text) is State.ELSEWHERE


@pytest.mark.parametrize(
    "text",
    [
        "Trained on 2T tokens; see the paper for the rest of the long and detailed story of how that went.",
        "It consists of an encoder and a decoder whose layers are described [here](https://example.org).",
        "None",
        "N/A",
        "The users are to be protected; more information is needed by none.",
        "Whenever the report has to be updated.",
        "It enables languages to be added with a few examples, and weights to be updated without a restart.",
        "We trained it ourselves, the rest is to be confirmed (forthcoming), which is fine.",
        "linked",
        "Use the code below to get started with the model, on one card of 24 GB. [optional]",
        "{text}",
        "XXL",
        "GPU hours",
        "Your model should be kind.",
        "[Describe the image] is what most prompts begin with.",
        "[Nest Labs]",
        "TBD and Wren (1999) wrote it.",
        "[English, German]",
        "A decoder of 24 layers; for architecture details, see the blog post.",
        "Will be trained on text",
        "To be used by researchers",
        "[1]",
        "GPT_NEOX",
        "20 XX-century novels",
        "<b>",
    ],
)
def test_a_statement_stays_one(text: str) -> None:
    assert state_of(text) is State.STATED


def test_long_runs_of_one_sign_are_read_in_time_that_grows_with_their_length() -> None:
    assert state_of("-" * 50_000 + "a") is State.STATED
    assert state_of("? . _ " * 20_000 + "a") is State.STATED


def test_placeholders_are_found_in_text_tables_and_keys() -> None:
    text = """\
        # Lark

        **Developed by:** [More Information Needed]

        **Release date:** TBD

        | Item | Answer |
        |---|---|
        | Energy | to be determined |

        Breakdown of partners forthcoming. See our post at `link`.
        """
    assert left_behind(text) == [
        ("[More Information Needed]", 3),
        ("TBD", 5),
        ("to be determined", 9),
        ("link", 11),
    ]


def test_brackets_around_a_link_leave_nothing_to_be_filled_in() -> None:
    assert left_behind("# Lark\n\n- Report: [[PDF](https://example.org/report.pdf)]\n- Paper: [PDF]\n") == [
        ("[PDF]", 4)
    ]
    text = """\
        # Lark

        Read the [[link]](https://example.org/guide) or the [link].

        | Tool | Guide |
        |---|---|
        | serve | [[link]](https://example.org/serve) |
        | chat | [link] |
        """
    assert left_behind(text) == [("[link]", 3), ("[link]", 8)]


def test_what_a_reader_may_do_and_what_software_will_do_are_no_gaps() -> None:
    text = """\
        # Lark

        - **Demo [optional]:** https://example.org/demo
        - [Optional] We recommend the tracker for logging.
        - Support for other devices is to be added soon.
        - A config with support for captioned data to be updated.
        - The breakdown of partners is to be added.
        """
    assert left_behind(text) == [("[optional]", 3), ("to be added", 7)]


def test_a_paragraph_of_nothing_but_a_marker_is_a_gap() -> None:
    text = """\
        # Lark

        ## Uses

        TBD.

        - TODO
        - The TODO list of the library is kept elsewhere.

        ## Roadmap

        Coming soon.
        """
    assert left_behind(text) == [("TBD.", 5), ("TODO", 7)]


def test_cells_of_nothing_but_a_marker_are_gaps() -> None:
    text = """\
        # Lark

        | Item | Value | Note |
        |---|---|---|
        | Compute | TBD | a |
        | Hours | ??? | what hours??? |
        | Score | - | `__init__` |
        """
    assert left_behind(text) == [("TBD", 5), ("???", 6)]


def test_examples_and_comments_are_no_gaps() -> None:
    text = """\
        # Lark

        <!-- [More Information Needed] -->

        ## Usage

        Run `lark --model <your model>` on <your server>.

            export KEY={{ key }}

        See the [name](https://example.org).
        """
    assert left_behind(text) == []


def test_licence_texts_are_not_searched() -> None:
    assert list(read(card("Copyright [year] [name]\n", kind="license_file"), 0)) == []
