"""Facts of whole cards: what is stated, where, and what is not to be taken for it."""

from __future__ import annotations

import pytest
from cards import facts, literal, told, variants

from gpai_lint.evidence.interface import State


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("The model has 456 billion total parameters.", "model.parameters_total", 456e9),
        ("It has exactly 6\u00a0706\u00a0958\u00a0336 free parameters.", "model.parameters_total", 6_706_958_336),
        ("A compact model of just 24 billion parameters.", "model.parameters_total", 24e9),
        ("Of these, 45.9 billion are activated per token.", "model.parameters_active", 45.9e9),
        ("132B total parameters of which 36B parameters are active.", "model.parameters_active", 36e9),
        ("It was pre-trained on 14.8 trillion diverse and high-quality tokens.", "data.tokens", 14.8e12),
        ("The model was trained on \\~40 trillion tokens.", "data.tokens", 40e12),
        ("With 74 billion active parameters it was trained on 48 trillion tokens.", "data.tokens", 48e12),
        ("Total seen tokens: **366B**", "data.tokens", 366e9),
        ("Corpus size is 1.14M papers, 3.1B tokens.", "data.tokens", 3.1e9),
        ("The training data size was 90 GB or 21B tokens.", "data.tokens", 21e9),
        ("The models were trained on uncased English text.", "data.languages", ["en"]),
        ("It is a model for multilingual conversations (e.g., Chinese, English).", "data.languages", ["zh", "en"]),
        ("We utilize WrenGPT to translate our 9K English instructions.", "data.synthetic_used", True),
        ("We apply the Self-Instruct procedure to generate more training data.", "data.synthetic_used", True),
        ("Fine-tuning of the models uses only data generated via WrenGPT.", "data.synthetic_used", True),
        ("The models optimized based on Wren-7B-mt are here.", "model.base_model", ["Wren-7B-mt"]),
        ("Our LLMs are built upon the 7B versions of Wren-2 and Finch.", "model.base_model", ["Wren-2", "Finch"]),
        ("It accepts a context length of up to 32768 tokens.", "model.context_length", 32_768),
        ("It has a 128k context window.", "model.context_length", 128_000),
        ("The maximum generation length is set to 32,768 tokens.", "model.max_output", 32_768),
        ("Training took 2.788M H800 GPU hours.", "training.gpu_hours", 2_788_000),
        ("It was pre-trained for about 550\\,000 GPU hours (870 hours).", "training.gpu_hours", 550_000),
        ("Total training emissions were **11,390** tons CO2eq.", "training.carbon_tco2e", 11_390),
        ("Training consumed 433 MWh of electricity.", "training.energy_mwh", 433),
        ("Pre-training used 3.8 × 10²⁵ FLOPs.", "training.compute_flop", 3.8e25),
        ("Training compute was about 2.5e24 floating-point operations.", "training.compute_flop", 2.5e24),
        ("The pretraining data has a cutoff of September 2022.", "data.cutoff", "2022-09"),
        ("It was trained on data that cuts off at the end of 2017.", "data.cutoff", "2017-12"),
        ("Training data was collected no later than February 2026.", "data.cutoff", "2026-02"),
    ],
)
def test_a_figure_is_read_from_a_sentence(sentence: str, field: str, value: float | str | list[str]) -> None:
    text = f"# Lark\n\n## Overview\n\n{sentence}\n"
    assert told(text, field) == [(value, 5)]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("## Access of evaluators\n\nEach team had 1.1 million GPU hours.", "training.gpu_hours"),
        ("Training took 2 hours and 20 minutes.", "training.gpu_hours"),
        ("Lark transcribes 2 hours of speech on a T4.", "training.gpu_hours"),
        ("The tokenizer has a vocabulary of 131,072,000 tokens.", "data.tokens"),
        ("Its context length is extended to 4 million tokens during training.", "data.tokens"),
        ("Models are trained with a global batch size of 4M tokens.", "data.tokens"),
        ("Compared with Sparrow, which has 70 billion parameters, it is small.", "model.parameters_total"),
        ("It outperforms models of 405B parameters.", "model.parameters_total"),
        ("It joins a 303-million-parameter vision transformer to the language model.", "model.parameters_total"),
        ("Training ran at 150 TFLOP per GPU per second.", "training.compute_flop"),
        ("The cluster reaches 435 PFLOPS during training.", "training.compute_flop"),
        ("It runs on a single RTX 4090.", "training.hardware"),
        ("Sampling takes two hours on a V100 GPU.", "training.hardware"),
        ("The market-based emissions of training were 0 tons CO2eq.", "training.carbon_tco2e"),
        (
            "Its architecture is a custom adaptation of the [Sparrow-8B](https://example.org) recipe.",
            "model.base_model",
        ),
        ("Was it trained on 3 trillion tokens?", "data.tokens"),
    ],
)
def test_what_only_resembles_a_figure_is_left_alone(sentence: str, field: str) -> None:
    assert told(f"# Lark\n\n## Overview\n\n{sentence}\n", field) == []


def test_a_fact_knows_its_exact_place_its_heading_and_its_words() -> None:
    text = """\
        # Lark

        ## Hardware

        Pretraining used a cumulative of **39.3**M GPU hours
        on H100-80GB hardware.
        """
    (fact,) = facts(text, "training.gpu_hours")
    assert literal(text, fact) == "39.3**M"
    assert fact.heading == ("Lark", "Hardware")
    assert fact.text.startswith("Pretraining used a cumulative of 39.3M GPU hours on")
    assert fact.unit == "hour"
    assert fact.location.file == "MODEL_CARD.md"


def test_lists_of_sizes_are_members_of_a_family() -> None:
    text = "# Lark\n\nIt comes in different sizes: 300M, 1.5B and 3.3B parameters.\n"
    assert variants(text, "model.parameters_total") == [("300M", 300e6), ("1.5B", 1.5e9), ("3.3B", 3.3e9)]


def test_data_held_out_is_no_second_amount_of_training_data() -> None:
    text = "# Lark\n\nTraining data: 1.5e13 tokens; validation: 2.0e9 tokens; testing: 1.1e8 tokens\n"
    assert [value for value, _ in told(text, "data.tokens")] == [15e12]


def test_a_figure_said_twice_over_is_one_fact() -> None:
    text = "# Lark\n\nThe corpus holds 299,892,736,000 tokens ~= 300B tokens seen in training.\n"
    assert [value for value, _ in told(text, "data.tokens")] == [299_892_736_000]


def test_a_sentence_names_the_member_it_speaks_of() -> None:
    text = """\
        | Model | Params |
        |---|---|
        | Lark Scout | 109B |
        | Lark Maven | 400B |

        Lark Scout was pretrained on 40 trillion tokens and Lark Maven was pretrained on 22 trillion tokens.
        """
    assert variants(text, "data.tokens") == [("Lark Scout", 40e12), ("Lark Maven", 22e12)]


def test_keys_in_any_dress_give_the_same_facts() -> None:
    for line in ("- **Hours used:** 150000", "**Hours used**: 150000", "Hours used: 150000", "| Hours used | 150000 |"):
        text = (
            f"# Lark\n\n## Environmental impact\n\n| a | b |\n|---|---|\n{line}\n"
            if "|" in line
            else f"# Lark\n\n{line}\n"
        )
        assert [value for value, _ in told(text, "training.gpu_hours")] == [150_000], line


def test_answers_under_headings_and_bold_lines_are_read() -> None:
    text = """\
        # Lark model card

        ### Model date

        February 2019, trained on data that cuts off at the end of 2017.

        **Model type**
        A decoder-only language model

        ### Where to send questions

        Please use this [form](https://example.org/form)
        """
    assert told(text, "model.release_date") == [("2019-02", 5)]
    assert told(text, "data.cutoff") == [("2017-12", 5)]
    assert told(text, "model.architecture") == [("A decoder-only language model", 8)]
    assert told(text, "provider.contact") == [("https://example.org/form", 12)]


def test_texts_under_a_heading_are_one_fact_from_first_to_last_line() -> None:
    text = """\
        # Lark

        ## Uses

        ### Out-of-Scope Use

        *This section addresses misuse.*

        Not for these:

        - legal advice
        - medical advice

        ## Limitations

        Some.
        """
    (fact,) = facts(text, "use.out_of_scope")
    assert (fact.location.span.line, fact.location.span.end_line) == (9, 12)
    assert fact.value == "Not for these: legal advice medical advice"
    assert told(text, "use.limitations") == [("Some.", 16)]


def test_a_key_that_ends_in_a_colon_takes_the_list_below() -> None:
    text = """\
        # Lark

        ## Intended use
        **Primary intended use:** Research, including:

        - understanding of bias
        - art

        **Out-of-scope use cases:** Production.
        """
    (fact,) = facts(text, "use.intended")
    assert fact.value == "Research, including: understanding of bias art"
    assert told(text, "use.out_of_scope") == [("Production.", 9)]


def test_questions_of_a_form_are_answered_by_what_stands_behind_them() -> None:
    text = """\
        # Data Summary

        **2.1.1 Have you used publicly available datasets to train the model?** Yes

        **2.4.1 Was any synthetic AI-generated data used to train the model?** No

        **1.1.1 Model Developer name and contact details:** Lark Corporation at One Way, Town. Tel: 425-555-8080
        """
    assert told(text, "data.public_datasets_used", "training_content_summary") == [(True, 3)]
    assert told(text, "data.synthetic_used", "training_content_summary") == [(False, 5)]
    assert told(text, "provider.name", "training_content_summary") == [("Lark Corporation", 7)]
    assert told(text, "provider.contact", "training_content_summary") == [("Tel: 425-555-8080", 7)]


def test_placeholders_and_pointers_are_no_statements() -> None:
    text = """\
        # Lark

        **Estimated carbon emissions:** *(Forthcoming.)*

        **Training compute:** see our [paper](https://example.org/paper.pdf)

        ## Training Data

        [More Information Needed]

        ## Limitations

        Please see the [report](https://example.org/report).
        """
    assert {(fact.field, fact.state, fact.value is None) for fact in facts(text) if fact.state is not State.STATED} == {
        ("training.carbon_tco2e", State.PLACEHOLDER, True),
        ("training.compute_flop", State.ELSEWHERE, True),
        ("data.statement", State.PLACEHOLDER, False),
        ("use.limitations", State.ELSEWHERE, False),
    }


def test_comments_code_and_references_are_no_evidence() -> None:
    text = """\
        # Lark

        <!-- **License:** MIT, 7B parameters -->

        ```
        license: mit
        The model has 7B parameters.
        ```

        ## Citation

        Trained by Somebody on 3 trillion tokens in 2024.
        """
    assert [fact.field for fact in facts(text) if fact.field != "model.name"] == []


def test_base_models_are_named_as_their_link_does() -> None:
    text = """\
        # Lark

        It is finetuned from [Sparrow-Small](https://huggingface.co/birds/Sparrow-Small-24B-Base).

        Lark-Distill-70B is derived from Sparrow3.3-70B-Instruct and keeps its tokenizer.
        """
    assert told(text, "model.base_model") == [(["birds/Sparrow-Small-24B-Base"], 3), (["Sparrow3.3-70B-Instruct"], 5)]


def test_a_model_from_scratch_has_no_base_model() -> None:
    assert told("# Lark\n\nLark was trained from scratch by the Aviary.\n", "model.base_model") == [([], 3)]


def test_providers_are_named_where_the_model_is_their_work() -> None:
    text = """\
        # Lark

        Lark is a language model developed by [Aviary](https://example.org) and [Open Birds](https://example.org).

        It uses a tokenizer developed by Somebody Else.
        """
    assert told(text, "provider.name") == [("Aviary and Open Birds", 3)]


def test_data_is_described_in_its_sentences() -> None:
    text = """\
        # Lark

        ## Training data

        Lark was trained on 680,000 hours of audio collected from the internet, including English, German and Thai.
        The data holds over 25M synthetically generated examples.
        Robots.txt rules were applied to all crawled data.
        Personal information was removed by filters.
        Rigorous CSAM filtering was applied to the training data.
        Neither dataset includes user data of the company.
        """
    assert told(text, "data.languages") == [(["en", "de", "th"], 5)]
    assert ("680,000 hours", 5) in told(text, "data.size")
    assert [value for value, _ in told(text, "data.synthetic_used")] == [True]
    assert [value for value, _ in told(text, "data.user_data_used")] == [False]
    for field in ("copyright.reservation_measures", "data.personal_data", "data.illegal_content_measures"):
        assert len(told(text, field)) == 1, field


def test_parts_of_a_data_set_are_not_the_whole() -> None:
    text = """\
        # Data card for the Lark corpus

        The full dataset contains 4.65 trillion tokens.

        * License: [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)

        ## Details on Data Sources

        ### Nest

        * Source: nest/nest. License: CC BY-NC 4.0
        * License: CC BY-NC 4.0
        * Holds 300 billion tokens of training data.
        """
    assert told(text, "data.tokens", "data_card") == [(4_650_000_000_000, 3)]
    assert told(text, "distribution.licence", "data_card") == [("CC-BY-SA-4.0", 5)]


def test_documents_that_are_no_cards_tell_only_what_they_are_for() -> None:
    text = "# Use policy\n\nYou will not use the model, which has 7B parameters, for harm. Contact: law@aviary.org\n"
    told_ = {fact.field for fact in facts(text, kind="acceptable_use_policy")}
    assert told_ == {"use.acceptable_use_policy", "provider.contact"}
    policy = "# Copyright policy\n\nWe follow robots.txt. The model has 7B parameters.\n"
    assert {fact.field for fact in facts(policy, kind="copyright_policy")} == {"copyright.reservation_measures"}


def test_the_same_card_gives_the_same_facts_in_order_of_place() -> None:
    text = "# Lark\n\n**License:** MIT\n\n**Parameters:** 7B\n\nIt was trained on 2T tokens.\n"
    found = facts(text)
    assert found == facts(text)
    assert [fact.location.span for fact in found] == sorted(fact.location.span for fact in found)


def test_what_is_said_of_a_base_model_in_parentheses_is_no_part_of_its_name() -> None:
    text = "# Lark\n\n| | |\n|---|---|\n| **Base Model** | birds/Sparrow-2B (a finch, 2.49B params) |\n"
    assert told(text, "model.base_model") == [(["birds/Sparrow-2B"], 5)]


@pytest.mark.parametrize(
    "text",
    [
        "We release both the base and the chat versions of Lark.",
        "Additionally, we trained a distilled version of Sparrow: SmallSparrow.",
        "| Metric | Base Model | Fine-tuned |\n|---|---|---|\n| BLEU | 6.21 | 6.90 |",
    ],
)
def test_relatives_and_scores_are_no_base_models(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "model.base_model") == []


def test_what_is_still_to_come_is_no_fact() -> None:
    text = "# Lark\n\n## Models\n\nText-to-image.\n\n### Coming soon\n\n- image-to-video synthesis\n"
    assert told(text, "model.output_modalities") == [(["image"], 5)]


def test_hyperparameters_are_labels_as_well() -> None:
    text = (
        "# Lark\n\n## Overview\n\n| Hyperparameter | Value |\n|:--|:-:|\n| n_parameters | 34.2B |\n"
        "| sequence_length | 2048 |\n"
    )
    assert told(text, "model.parameters_total") == [(34_200_000_000, 7)]
    assert told(text, "model.context_length") == [(2048, 8)]


def test_how_long_training_took_stands_behind_a_key() -> None:
    text = "# Lark\n\n## Details\n\n| Parameter | Value |\n|---|---|\n| Training time | 75 minutes |\n"
    assert told(text, "training.period") == [("75 minutes", 7)]
