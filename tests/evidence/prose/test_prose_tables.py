"""Figures in tables: members of a family, totals, comparisons."""

from __future__ import annotations

import pytest
from cards import facts, literal, told, variants

FAMILY = """\
    ## Model

    <table>
      <tr><td></td><td><b>Params</b></td><td><b>Context length</b></td><td><b>Token count</b></td>
        <td><b>Knowledge cutoff</b></td></tr>
      <tr><td rowspan="2">Lark 3 (text only)</td><td>8B</td><td>128k</td>
        <td rowspan="2">15T+</td><td rowspan="2">December 2023</td></tr>
      <tr><td>70B</td><td>128k</td></tr>
    </table>
    """


def test_members_of_a_family_are_told_apart_by_their_size() -> None:
    assert variants(FAMILY, "model.parameters_total") == [("8B", 8_000_000_000), ("70B", 70_000_000_000)]
    assert variants(FAMILY, "model.context_length") == [("8B", 128_000), ("70B", 128_000)]


def test_a_value_over_all_rows_is_that_of_all_members_and_read_once() -> None:
    assert variants(FAMILY, "data.tokens") == [("", 15_000_000_000_000)]
    assert variants(FAMILY, "data.cutoff") == [("", "2023-12")]


def test_rows_and_their_total_are_facts_of_their_own() -> None:
    text = """\
        ## Training

        ||Time (GPU hours)|Power Consumption (W)|Carbon Emitted(tCO<sub>2</sub>eq)|
        |---|---|---|---|
        |Lark 2 7B|184320|400|31.22|
        |Lark 2 70B|1720320|400|291.42|
        |Total|1,904,640||322.64|
        """
    assert variants(text, "training.gpu_hours") == [("7B", 184_320), ("70B", 1_720_320), ("", 1_904_640)]
    assert variants(text, "training.carbon_tco2e") == [("7B", 31.22), ("70B", 291.42), ("", 322.64)]
    assert literal(text, facts(text, "training.gpu_hours")[1]) == "1720320"


def test_numbered_rows_are_called_by_the_model_beside_the_number() -> None:
    text = """\
        # Lark

        | Title | {head} | Num params |
        | --- | --- | --- |
        | 1 | Lark-Small | 281M |
        | 2 | Lark-Large | 935M |
        """
    named = [("Lark-Small", 281_000_000), ("Lark-Large", 935_000_000)]
    assert variants(text.format(head="Model"), "model.parameters_total") == named
    assert variants(text.format(head="Task"), "model.parameters_total") == [("1", 281_000_000), ("2", 935_000_000)]


def test_the_size_with_the_head_for_a_task_is_not_the_models() -> None:
    text = "# Lark\n\n## {title}\n\n| name | #params |\n| --- | --- |\n| Lark-base | 163M |\n| Lark-large | 441M |\n"
    named = [("Lark-base", 163_000_000), ("Lark-large", 441_000_000)]
    assert variants(text.format(title="Pre-trained models"), "model.parameters_total") == named
    assert variants(text.format(title="Fine-tuning on NEST (segmentation)"), "model.parameters_total") == []


def test_of_models_in_columns_only_the_own_one_is_read() -> None:
    text = """\
        # Lark-3-1B

        | Model | 2B Dense | 1B MoE | 3B MoE |
        | :-- | :-- | :-- | :-- |
        | Embedding size | 2048 | **1024** | 1536 |
        | Sequence length | 128K | **64K** | 128K |
        | # Parameters | 2.5B | **1.3B** | 3.3B |
        | # Active parameters | 2.5B | **400M** | 800M |
        | # Training tokens | 12T | **10T** | 10T |
        """
    assert told(text, "model.parameters_total") == [(1_300_000_000, 7)]
    assert told(text, "model.parameters_active") == [(400_000_000, 8)]
    assert told(text, "data.tokens") == [(10_000_000_000_000, 9)]
    assert told(text, "model.context_length") == [(64_000, 6)]


@pytest.mark.parametrize(
    "row", ["| Lark-Chat-v2 | 5.9B | 88 |", "| Ours | 5.9B | 88 |", "| **chat-base** | 5.9B | 88 |"]
)
@pytest.mark.parametrize("heading", ["Experiments", "Evaluation results"])
def test_of_models_in_rows_only_the_own_one_is_read(row: str, heading: str) -> None:
    table = f"| Model | #Params | Score |\n|--|--|--|\n| Wren | 1.8B | 86 |\n{row}"
    text = f"# Lark on Long Songs\n\n## {heading}\n\n{table}\n"
    assert [value for value, _ in told(text, "model.parameters_total")] == [5.9e9]


def test_among_results_the_sizes_of_models_are_read_only_beside_those_of_others() -> None:
    text = "# Lark\n\n## Results\n\n| Model | #Params | Score |\n|--|--|--|\n| Wren | 1.8B | 86 |\n| Tern | 3B | 88 |\n"
    assert told(text, "model.parameters_total") == []


def test_a_size_that_results_round_is_not_read_where_it_is_stated() -> None:
    table = "| Model | #Params | Score |\n|--|--|--|\n| Wren | 1.8B | 86 |\n| Lark | 6B | 88 |"
    text = f"# Lark\n\nLark has 5.9 billion parameters.\n\n## Results\n\n{table}\n"
    assert told(text, "model.parameters_total") == [(5.9e9, 3)]


def test_names_in_bold_that_head_groups_mark_no_model_as_own() -> None:
    text = """\
        # Lark

        | Model | #Params |
        |--|--|
        | **Small ones** | |
        | Linnet | 1B |
        | Wren | 2B |
        """
    assert [value for value, _ in told(text, "model.parameters_total")] == [1e9, 2e9]


def test_two_figures_in_a_cell_go_to_their_fields() -> None:
    text = """\
        | Model Name | Params | Context length |
        |---|---|---|
        | Lark 4 Scout (17Bx16E) | 17B (Activated) 109B (Total) | 10M |
        | Lark 4 Maven (17Bx128E) | 17B (Activated) 400B (Total) | 1M |
        """
    assert variants(text, "model.parameters_total") == [("Lark 4 Scout", 109e9), ("Lark 4 Maven", 400e9)]
    assert variants(text, "model.parameters_active") == [("Lark 4 Scout", 17e9), ("Lark 4 Maven", 17e9)]


def test_a_row_without_a_name_belongs_to_the_one_above() -> None:
    text = """\
        |  | Params | Context Length | Token count |
        | :-- | :-- | :-- | :-- |
        | Lark 3.2 | 1B | 128k | Up to 9T tokens |
        |  | 3B |  |  |
        """
    assert variants(text, "model.parameters_total") == [("1B", 1e9), ("3B", 3e9)]
    assert variants(text, "data.tokens") == [("", 9e12)]


def test_a_column_tells_the_architecture_of_each_model_and_no_mere_size() -> None:
    text = """\
        # Lark

        | Model | #params | Arch. | Training data |
        |--|--|--|--|
        | lark-base | 110M | Base | Songs |
        | lark-small | 80M | Wren-2 small | Songs |
        """
    assert variants(text, "model.architecture") == [("lark-small", "Wren-2 small")]


def test_a_row_tells_the_cut_off_in_words_whatever_it_is_called() -> None:
    row = "| **Status** | A static model trained on an offline dataset with cutoff dates of June 2031 and earlier |"
    assert told(f"# Finch\n\n|  |  |\n|--|--|\n{row}\n", "data.cutoff") == [("2031-06", 5)]
    row = "| **Release** | In May 2032, with a cut-off of June 2031 |"
    assert told(f"# Finch\n\n|  |  |\n|--|--|\n{row}\n", "data.cutoff") == []


def test_benchmarks_and_catalogues_of_other_things_are_not_read() -> None:
    text = """\
        # Lark

        ## Evaluation

        | Model | Params | MMLU |
        |---|---|---|
        | Other 70B | 70B | 80 |

        ## Tutorials

        | Title | Date | Author |
        |---|---|---|
        | Running Lark | 2024-05-01 | Somebody |

        ## Recipes

        | Family | Sizes |
        |---|---|
        | Sparrow | 1B, 7B |
        """
    assert [fact.field for fact in facts(text) if fact.field != "model.name"] == []


def test_phases_of_training_are_parts_and_named() -> None:
    text = """\
        ## Training

        1. Initial pretraining: 3.5 trillion tokens of diverse data
        2. Annealing phase: 0.5 trillion tokens

        **1. Initial pretraining**

        | **Hyperparameter** | **Value** |
        |---|---|
        | Total \\# samples | 732,965,888 (3T tokens) |
        | Context length | 4,096 |
        """
    assert variants(text, "data.phase_tokens") == [
        ("initial pretraining", 3.5e12),
        ("annealing", 0.5e12),
        ("initial pretraining", 3e12),
    ]
    assert told(text, "data.tokens") == []
    assert told(text, "model.context_length") == []


DESCRIBED = """\
    # Lark

    | Model | Description | Download |
    |---|---|---|
    | whole (recommended) | Pretrained on 33 million normal songs of birds. | [a](https://nest.example/a) |
    | night | Pretrained on 814 thousand owl and nightjar recordings from ReedBase. | [b](https://nest.example/b) |
    | day | Lark Day is an encoder-decoder model pre-trained on ~1B molecules from ReedBase and Marsh-22. | c |
    | script | Downloads 5 thousand recordings from ReedBase. | d |
    """


def test_descriptions_in_a_table_tell_of_the_model_of_their_row() -> None:
    assert variants(DESCRIBED, "data.size") == [
        ("whole (recommended)", "33 million normal songs"),
        ("night", "814 thousand owl and nightjar recordings"),
        ("day", "~1B molecules"),
    ]
    assert [value for value, _ in told(DESCRIBED, "data.datasets")] == [["ReedBase"], ["ReedBase", "Marsh-22"]]
    assert len(told(DESCRIBED, "model.architecture")) == 1


def test_descriptions_of_other_things_and_other_models_tell_nothing() -> None:
    fields = ("data.size", "data.datasets", "model.architecture")
    scripts = DESCRIBED.replace("| Model |", "| Script |")
    assert [told(scripts, field) for field in fields] == [[], [], []]
    others = DESCRIBED.replace("| day |", "| Lark-Day |")
    assert variants(others, "data.size") == [("Lark-Day", "~1B molecules")]
    results = DESCRIBED.replace("# Lark\n", "# Lark\n\n    ## Evaluation\n", 1)
    assert [told(results, field) for field in fields] == [[], [], []]


def test_parameters_have_short_heads_and_rows_may_lack_their_first_bar() -> None:
    text = "# Lark\n\n| Model | #paras | CER |\n|---|---|---|\n[`nest/Lark`](https://n.eu) | **1.55B** |**8.14** |\n"
    assert [value for value, _ in told(text, "model.parameters_total")] == [1_550_000_000]
    text = "# Lark\n\n| Book | Paras |\n|---|---|\n| Lark | 155 |\n"
    assert told(text, "model.parameters_total") == []
