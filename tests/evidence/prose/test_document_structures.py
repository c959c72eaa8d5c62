"""Facts that the structure of a document tells: rows without a rule, columns, keys under headings, lists in lists."""

from __future__ import annotations

import pytest

from tests.cards import told, variants


def test_rows_without_a_rule_are_keys_and_values() -> None:
    text = """\
        # Lark-30B

        | **Total Parameters** | 30B |
        | **Context Length** | Up to 1M tokens |
        | **Licence** | Apache License 2.0 |
        """
    assert told(text, "model.parameters_total") == [(30_000_000_000, 3)]
    assert told(text, "model.context_length") == [(1_000_000, 4)]
    assert told(text, "distribution.licence") == [("Apache-2.0", 5)]
    assert told(text, "data.tokens") == []


def test_a_column_of_lengths_beside_models_tells_their_context() -> None:
    table = "| {} | {} |\n|---|---|\n| Lark-Base | {} |\n| Lark-Chat | {} |\n"
    length = "model.context_length"
    assert told("# Lark\n\n" + table.format("Model Name", "Length", "32K", "131,072"), length) == [
        (32_000, 5),
        (131_072, 6),
    ]
    assert told("# Lark\n\n" + table.format("Model", "Length", "30 s", "12"), length) == []
    assert told("# Lark\n\n" + table.format("Dataset", "Length", "32K", "64K"), length) == []
    measured = "# Lark\n\n| Model | Length | Score |\n|---|---|---|\n| Lark-7B | 4K | 99 |\n| Lark-7B | 128K | 60 |\n"
    assert told(measured, length) == []


def test_tokens_of_training_are_told_in_a_column_of_the_family() -> None:
    text = (
        "# Lark\n\n| Model | # Params | # Train Tokens |\n|---|---|---|\n| Lark-1B | 1B | 2T |\n| Lark-7B | 7B | 3T |\n"
    )
    assert told(text, "data.tokens") == [(2_000_000_000_000, 5), (3_000_000_000_000, 6)]


def test_the_tokens_of_a_modality_are_a_part() -> None:
    rows = "| Text | 2T | 66% |\n| Speech | 1T | 33% |\n| Total | 3T | 100% |\n"
    text = f"# Lark\n\n| Modality | Tokens | Share |\n|---|---|---|\n{rows}"
    assert told(text, "data.tokens") == [(3_000_000_000_000, 7)]


def test_keys_are_grouped_or_stand_in_several_columns() -> None:
    grouped = """\
        # Lark

        | Category | Item | Value |
        |---|---|---|
        | Model | Parameters | 7B |
        |  | Context length | 32K |
        | Legal | Licence | MIT |
        """
    paired = """\
        # Lark

        | Item | Value | Item | Value |
        |---|---|---|---|
        | Parameters | 7B | Active parameters | 3B |
        | Context length | 32K | Licence | MIT |
        """
    for text, lines in ((grouped, (5, 6, 7)), (paired, (5, 6, 6))):
        assert told(text, "model.parameters_total") == [(7_000_000_000, lines[0])]
        assert told(text, "model.context_length") == [(32_000, lines[1])]
        assert told(text, "distribution.licence") == [("MIT", lines[2])]
    assert told(paired, "model.parameters_active") == [(3_000_000_000, 5)]


def test_the_one_row_of_a_table_that_describes_the_model_tells_its_licence() -> None:
    table = "# Lark-7B\n\n| {} | Context | License |\n|---|---|---|\n| 7B | 32K | MIT |\n"
    assert told(table.format("Parameters"), "distribution.licence") == [("MIT", 5)]
    assert told("# Lark-7B\n\n| Source | License |\n|---|---|\n| Nests | MIT |\n", "distribution.licence") == []
    assert told(table.replace("Context", "Dataset").format("Parameters"), "distribution.licence") == []


def test_questions_on_a_model_are_answered_in_tables_and_under_headings() -> None:
    text = """\
        # Lark-7B

        ## Privacy

        | Field | Response |
        |---|---|
        | Generatable or reverse engineerable personal data? | Yes |
        | Personal data used to create this model? | None known |
        | Was data from user interactions with the AI model (e.g. prompts) used to train the model? | No |
        | Technical Limitations & Mitigation: | Long texts should be cut. |
        | Measures taken to mitigate against unwanted bias: | Names were replaced. |

        ## Was data from user interactions with the model used to train it or other models?

        Yes
        """
    assert told(text, "data.personal_data") == [("None known", 8)]
    assert told(text, "data.user_interactions_used") == [(False, 9), (True, 15)]
    assert told(text, "use.limitations") == [("Long texts should be cut.", 10)]
    assert told(text, "data.bias_measures") == [("Names were replaced.", 11)]


def test_a_key_that_speaks_of_the_model_tells_who_made_it_under_any_heading() -> None:
    text = "# Lark\n\n## Hardware\n\n{}: Birdworks Cloud\n"
    assert told(text.format("**Model Developer**"), "provider.name") == [("Birdworks Cloud", 5)]
    assert told(text.format("**Provider**"), "provider.name") == []


URL, LICENCE = "distribution.licence_url", "distribution.licence"


def test_terms_of_use_are_named_where_the_text_binds_to_them() -> None:
    text = "# Lark\n\n<b>Terms of Use and License</b>: By using our weights you agree to and comply with the terms and "
    text += 'conditions specified in our <a href="https://b.example/terms">Lark Terms Of Use</a>.\n'
    assert told(text, LICENCE) == [("Lark Terms Of Use", 3)]
    assert told(text, URL) == [("https://b.example/terms", 3)]


@pytest.mark.parametrize(
    ("sentence", "addresses"),
    [
        ("The model is released under the [Lark Open License](https://b.example/l).", ["https://b.example/l"]),
        ("The model is under the MIT License. The full agreement is [here](https://b.example).", ["https://b.example"]),
        ("The model is under the MIT License. Try it [here](https://b.example).", []),
        ("The model is under the [MIT License](LICENSE).", []),
        ("**License:** MIT License ([link](https://b.example/l))", ["https://b.example/l"]),
        ("**Terms of Use**: [Terms](https://b.example/terms)", ["https://b.example/terms"]),
        ("**Code license**: [link](https://b.example/mit)", []),
        ("The model is under the MIT License. Read our [paper](https://b.example/paper).", []),
        ("The code is under the [MIT License](https://b.example/mit).", []),
    ],
)
def test_the_address_of_a_licence_stands_behind_its_name_or_a_word_that_leads_to_it(
    sentence: str, addresses: list[str]
) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## Model\n\n{sentence}\n", URL)] == addresses


def test_sisters_in_a_column_of_sizes_are_left_out() -> None:
    text = """\
        # Model Card for Lark Hybrid 7B

        | Size | Training Tokens | Context Length |
        |---|---|---|
        | [Lark 3 7B](https://b.example) | 5.9 Trillion | 8,192 |
        | [Lark Hybrid 7B](https://b.example) | 5.5 Trillion | 65,536 |
        """
    assert told(text, "data.tokens") == [(5_500_000_000_000, 6)]
    assert told(text, "model.context_length") == [(65_536, 6)]


def test_a_variant_is_called_by_its_name_unless_sizes_alone_tell_it_apart() -> None:
    rows = "| Lark | Base | 7B | 1T |\n| Lark | Chat | {} | 1T |\n"
    head = "# Birds\n\n| Model | Variant | Parameters | Training Tokens |\n|---|---|---|---|\n"
    assert variants(head + rows.format("7B"), "data.tokens") == [("Lark", 10**12)] * 2
    assert variants(head + rows.format("9B"), "data.tokens") == [("7B", 10**12), ("9B", 10**12)]


def test_what_spans_all_models_and_what_stands_alone_is_of_no_variant() -> None:
    spanning = """\
        # Lark

        <table>
        <tr><th></th><th>Lark-7B</th><th>Lark-70B</th></tr>
        <tr><td>Parameters</td><td>7B</td><td>70B</td></tr>
        <tr><td>Tokens</td><td colspan="2">15T</td></tr>
        </table>
        """
    assert variants(spanning, "data.tokens") == [("", 15 * 10**12)]
    assert [variant for variant, _ in variants(spanning, "model.parameters_total")] == ["Lark-7B", "Lark-70B"]
    alone = "# Lark\n\n| Parameters | Layers | Context Length |\n|---|---|---|\n| 2,795,443,200 | 32 | 4096 |\n"
    assert variants(alone, "model.context_length") == [("", 4096)]


def test_a_heading_may_name_the_licence() -> None:
    assert told("# Lark\n\n## License: MIT\n\nText.\n", LICENCE) == [("MIT", 3)]
    assert told("# Lark\n\n## Code license: MIT\n\nText.\n", LICENCE) == []
    assert told("# Lark\n\n## License: what it allows\n\nText.\n", LICENCE) == []


def test_the_tokens_of_a_language_are_a_part() -> None:
    text = "# Lark\n\n| | {} | German |\n|---|---|---|\n| Tokens | 1T | 2T |\n"
    assert told(text.format("English"), "data.tokens") == []
    assert told("# Lark\n\n**License: MIT**\n", LICENCE) == [("MIT", 3)]


def test_columns_called_after_the_family_are_read_and_those_beside_them_are_not() -> None:
    text = """\
        # Lark

        | Structure | Finch2-13B | Lark-7B | Lark-13B |
        |---|---|---|---|
        | Seq. Len. | 4,096 | 8,192 | 16,384 |
        """
    assert variants(text, "model.context_length") == [("Lark-7B", 8_192), ("Lark-13B", 16_384)]


def test_a_column_of_units_says_what_the_figures_count() -> None:
    text = """\
        # Lark

        | Metric | Value | Unit |
        |---|---|---|
        | Parameters | 7 | billion |
        | Training tokens | 2 | trillion |
        | Energy | 120 | GWh |
        """
    assert told(text, "model.parameters_total") == [(7_000_000_000, 5)]
    assert told(text, "data.tokens") == [(2_000_000_000_000, 6)]
    assert told(text, "training.energy_mwh") == [(120_000, 7)]


def test_below_the_details_of_the_model_tuning_is_what_was_done_to_it() -> None:
    tuned = "\n\n### Finetuning\n\n- Hardware: 128 TPUs\n"
    assert told(f"# Lark\n\n## Model Details{tuned}", "training.hardware") == [("128 TPUs", 7)]
    assert told(f"# Lark\n\n## Usage{tuned}", "training.hardware") == []


def test_a_point_parts_keys_in_bold_on_one_line() -> None:
    text = "# Lark\n\n**Last updated:** May 2025. **First released:** 3 March 2025.\n"
    assert told(text, "document.last_updated") == [("2025-05", 3)]
    assert told(text, "model.release_date") == [("2025-03-03", 3)]
    assert told("# Lark\n\n**Available on:** Kaggle, Ollama\n", "distribution.channels") == [(["Kaggle", "Ollama"], 3)]
