"""Which models a repository holds, and which documents and facts are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.configuration.interface import Configuration, DeclaredDocument, DeclaredModel
from gpai_lint.evidence.read import read_evidence
from gpai_lint.evidence.titles import name_in_title
from gpai_lint.location import Location, Span
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gpai_lint.evidence.interface import Evidence

CONFIG = '{"architectures": ["LarkForCausalLM"]}'
HERE = Location("gpai-lint.yaml", Span(1, 1, 1, 2))


def evidence(root: Path, files: Mapping[str, str], configuration: Configuration | None = None) -> Evidence:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content)
    artifacts, unread = parse_tree(WorkingTree(root))
    return read_evidence(artifacts, unread, configuration or Configuration())


def models(found: Evidence) -> dict[str, tuple[str, list[str]]]:
    """Return name and documents of the models by path."""
    return {
        model.path: (
            model.name,
            [found.documents[index].path or found.documents[index].url for index in model.documents],
        )
        for model in found.models
    }


def test_a_repository_with_one_card_is_one_model(tmp_path: Path) -> None:
    found = evidence(
        tmp_path, {"MODEL_CARD.md": "# Model Card for Lark-7B\n", "LICENSE": "MIT", "README.md": "# Code\n"}
    )
    assert models(found) == {".": ("Lark-7B", ["LICENSE", "MODEL_CARD.md", "README.md"])}
    assert found.models[0].location == Location("MODEL_CARD.md", Span(1, 3, 1, 25))


def test_cards_in_directories_of_their_own_share_what_stands_above(tmp_path: Path) -> None:
    found = evidence(
        tmp_path,
        {
            "LICENSE": "MIT",
            "models/one/MODEL_CARD.md": "# Model Details\n",
            "models/one/LICENSE": "own",
            "models/two/MODEL_CARD.md": "# Two\n",
            "models/two/config.json": CONFIG,
            "data/DATACARD.md": "# Data\n",
        },
    )
    assert models(found) == {
        "models/one": ("one", ["LICENSE", "data/DATACARD.md", "models/one/LICENSE", "models/one/MODEL_CARD.md"]),
        "models/two": ("Two", ["LICENSE", "data/DATACARD.md", "models/two/MODEL_CARD.md", "models/two/config.json"]),
    }


def test_several_cards_in_one_directory_are_models_by_their_file(tmp_path: Path) -> None:
    found = evidence(
        tmp_path,
        {"model_cards/a.md": "# A Model Card\n", "model_cards/b.md": "# B Model Card\n", "model/config.json": CONFIG},
    )
    assert models(found) == {
        "model_cards/a.md": ("A", ["model/config.json", "model_cards/a.md"]),
        "model_cards/b.md": ("B", ["model/config.json", "model_cards/b.md"]),
    }


def test_a_card_without_a_name_is_called_after_its_file_and_not_after_its_neighbour(tmp_path: Path) -> None:
    untitled = "## Model details\n\n**Model type:** a transformer for speech\n"
    found = evidence(tmp_path, {"cards/LARK_MODEL_CARD.md": "# Lark\n", "cards/WREN_MODEL_CARD.md": untitled})
    assert [model.name for model in found.models] == ["Lark", "WREN"]


def test_a_family_readme_above_cards_is_shared(tmp_path: Path) -> None:
    family = "# Family\n\n## Intended use\n\nx\n\n## Training data\n\nx\n\n## Limitations\n\nx\n"
    found = evidence(tmp_path, {"README.md": family, "a/MODEL_CARD.md": "# A\n", "b/MODEL_CARD.md": "# B\n"})
    assert sorted(models(found)) == ["a", "b"]
    assert all("README.md" in documents for _, documents in models(found).values())


def test_files_of_weights_without_a_card_make_a_model(tmp_path: Path) -> None:
    found = evidence(tmp_path, {"config.json": CONFIG, "unet/config.json": CONFIG})
    assert list(models(found)) == ["."]


def test_directories_with_weights_of_their_own_are_models(tmp_path: Path) -> None:
    index = '{"metadata": {"total_size": 1}, "weight_map": {}}'
    files = {f"{name}/{file}": text for name in "ab" for file, text in
             (("config.json", CONFIG), ("model.safetensors.index.json", index))}  # fmt: skip
    assert sorted(models(evidence(tmp_path, files))) == ["a", "b"]


def test_a_repository_with_nothing_but_a_document_has_a_model(tmp_path: Path) -> None:
    assert models(evidence(tmp_path, {"LICENSE": "MIT"})) == {".": (".", ["LICENSE"])}


def test_a_repository_without_artifacts_has_none(tmp_path: Path) -> None:
    found = evidence(tmp_path, {"main.py": "print()"})
    assert (found.models, found.documents) == ((), ())


def test_the_front_matter_names_the_model_before_the_title(tmp_path: Path) -> None:
    found = evidence(tmp_path, {"README.md": "---\nmodel_name: Lark\npipeline_tag: text-generation\n---\n# Welcome\n"})
    assert found.models[0].name == "Lark"


def test_what_a_template_left_names_no_model(tmp_path: Path) -> None:
    text = "---\nmodel-index:\n- name: '[MODEL NAME]'\n---\n# Model Card for Lark 3\n"
    assert evidence(tmp_path, {"README.md": text}).models[0].name == "Lark 3"
    unrendered = '# Model Card for {{ model_id | default("Model ID", true) }}\n\n- **Parameters:** 7B\n'
    assert "{{" not in evidence(tmp_path / "b", {"README.md": unrendered}).models[0].name


def test_the_picture_at_the_top_names_a_model_without_a_title(tmp_path: Path) -> None:
    text = '<img src="logo.png" alt="Lark V3 logo">\n\n## Introduction\n\nText.\n'
    assert evidence(tmp_path, {"README.md": text}).models[0].name == "Lark V3"


@pytest.mark.parametrize("title", ["Explainability", "Bias", "Privacy", "Safety & Security", "Ethical Considerations"])
def test_a_subject_of_a_part_of_the_card_is_no_name(title: str) -> None:
    assert name_in_title(title) == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Nest Lark Parse v1.1 Overview", "Nest Lark Parse v1.1"),
        ("Lark-7B -- A Faster Model", "Lark-7B"),
        ("Lark-7B : French Chat", "Lark-7B"),
        ("Lark Mega 13B has been updated and is now Wren 13B", "Lark Mega 13B"),
        ("Model Card for Model ID", ""),
        ("Model Overview", ""),
        ("Changelog", ""),
        ("Model Licenses", ""),
        ("News and Updates", ""),
    ],
)
def test_what_a_title_says_besides_is_no_part_of_the_name(title: str, name: str) -> None:
    assert name_in_title(title) == name


def test_emoji_around_a_title_are_no_part_of_the_name(tmp_path: Path) -> None:
    assert evidence(tmp_path, {"README.md": "# 🦎 Lark 3 ➡️ 🦎\n\nText.\n"}).models[0].name == "Lark 3"
    assert evidence(tmp_path, {"README.md": "# 🚀 Introducing Lark-7B\n\nText.\n"}).models[0].name == "Lark-7B"


def test_the_configuration_names_models_and_documents(tmp_path: Path) -> None:
    configuration = Configuration(
        documents=(
            DeclaredDocument("copyright_policy", "", "https://example.org/copyright", HERE, public=True),
            DeclaredDocument("model_report", "reports/one.md", "", HERE, models=("one",), public=False),
        ),
        models=(DeclaredModel("one", "Lark One", {}, HERE), DeclaredModel("two", "Lark Two", {}, HERE)),
    )
    files = {"one/MODEL_CARD.md": "# One\n", "reports/one.md": "# Model report\n\nOn training data and copyright.\n"}
    found = evidence(tmp_path, files, configuration)
    assert models(found) == {
        "one": ("Lark One", ["one/MODEL_CARD.md", "reports/one.md", "https://example.org/copyright"]),
        "two": ("Lark Two", ["https://example.org/copyright"]),
    }
    report = found.documents[found.models[0].documents[1]]
    assert (report.kind, report.public) == ("model_report", False)


def test_figures_in_a_shared_table_go_to_the_model_that_the_row_names(tmp_path: Path) -> None:
    table = """\
# Larks

| Model | Sizes | Context length |
|---|---|---|
| Lark 2 | 7B, 70B | 4K |
| Lark 3.1 | 8B | 128K |
| Lark 3.2 | 1B | 128K |
"""
    files = {"README.md": table, "lark2/MODEL_CARD.md": "# Lark 2\n", "lark3_1/MODEL_CARD.md": "# Model Details\n"}
    found = evidence(tmp_path, files)
    names = [model.name for model in found.models]
    assert names == ["Lark 2", "lark3_1"]
    given = [(fact.field, fact.value, fact.variant, fact.models) for fact in found.facts if fact.models is not None]
    assert given == [
        ("model.parameters_total", 7_000_000_000, "7B", (0,)),
        ("model.parameters_total", 70_000_000_000, "70B", (0,)),
        ("model.context_length", 4_000, "", (0,)),
        ("model.parameters_total", 8_000_000_000, "", (1,)),
        ("model.context_length", 128_000, "", (1,)),
        ("model.parameters_total", 1_000_000_000, "Lark 3.2", ()),
        ("model.context_length", 128_000, "Lark 3.2", ()),
    ]


def test_readmes_of_tools_tell_nothing_of_the_model(tmp_path: Path) -> None:
    text = "# Tool\n\nIt was trained on 3 trillion tokens.\n"
    found = evidence(tmp_path, {"MODEL_CARD.md": "# Lark\n", "tools/x/README.md": text})
    assert [fact.field for fact in found.facts if fact.location.file.startswith("tools")] == []


def test_readmes_of_members_below_the_root_tell_of_them(tmp_path: Path) -> None:
    files = {
        "README.md": "# Lark\n\nLark is a language model with 3B parameters.\n",
        "docs/README-lark2-en.md": "# Lark 2.0\n\nLark 2.0 is a language model with 4 billion parameters.\n",
        "lark_swift/README.md": "# Lark-SWIFT\n\n**Lark-SWIFT** introduces a hybrid architecture with 5B parameters.\n",
        "demo/README.md": "# Lark 2.0 Web Demo\n\nThe demo runs a language model with 9B parameters.\n",
        "reed/README.md": "# Reed 1.5\n\nReed 1.5 is a language model with 7B parameters.\n",
        "docs/README_de.md": "# Lark\n\nLark is a language model with 3B parameters.\n",
        "old/lark1/README.md": "# Lark 1.0\n\nLark 1.0 is a language model with 1B parameters.\n",
        "src/lark1/README.md": "# Lark 1.1\n\nLark 1.1 is a language model with 8B parameters.\n",
        "notes/README.md": "# Lark 3.0\n\nWhat we still have to do.\n",
        "lark/README.md": "# Lark\n\nLark is a language model with 6B parameters.\n",
        "v0.9/README.md": "# Lark\n\nLark is a language model with 2B parameters.\n",
    }
    found = evidence(tmp_path, files)
    assert [(fact.variant, fact.value) for fact in found.facts if fact.field == "model.parameters_total"] == [
        ("", 3_000_000_000),
        ("Lark 2.0", 4_000_000_000),
        ("", 3_000_000_000),
        ("Lark-SWIFT", 5_000_000_000),
        ("Lark 1.0", 1_000_000_000),
        ("Lark v0.9", 2_000_000_000),
    ]
    assert list(models(found)) == ["."]


def test_documents_in_folders_tell_of_the_model_and_of_members_that_the_root_names(tmp_path: Path) -> None:
    told = "It is a language model that was pre-trained on 2T tokens"
    files = {
        "README.md": "# LarkSong\n\nLarkChoir sings as well. See [docs/Reed-20B.md](docs/Reed-20B.md).\n",
        "docs/song/README.md": f"# LarkSong\n\n{told}, with 3B parameters.\n",
        "docs/choir/README.md": f"# LarkChoir\n\n{told}, with 4B parameters.\n",
        "docs/duet/README.md": f"# ReedDuet\n\n{told}, with 5B parameters.\n",
        "docs/Reed-20B.md": f"# Reed-20B\n\n{told}, with 20B parameters.\n",
        "docs/Wren-30B.md": f"# Wren-30B\n\n{told}, with 30B parameters.\n",
        "docs/larger/README.md": f"# LarkChorus\n\n{told}, with 6B parameters.\n",
        "docs/road/README.md": f"# LarkSong Roadmap\n\n{told}, with 7B parameters.\n",
    }
    found = evidence(tmp_path, files)
    sizes = [(fact.variant, fact.value) for fact in found.facts if fact.field == "model.parameters_total"]
    assert sizes == [
        ("Reed-20B", 20_000_000_000),
        ("LarkChoir", 4_000_000_000),
        ("LarkChorus", 6_000_000_000),
        ("", 3_000_000_000),
    ]


def told_sizes(root: Path, files: Mapping[str, str]) -> dict[str, list[tuple[str, object]]]:
    found = evidence(root, files)
    sizes: dict[str, list[tuple[str, object]]] = {}
    for fact in found.facts:
        if fact.field == "model.parameters_total":
            sizes.setdefault(fact.location.file, []).append((fact.variant, fact.value))
    return sizes


def test_documents_that_bear_the_name_of_the_model_or_of_a_member_tell_of_it(tmp_path: Path) -> None:
    files = {
        "README.md": "# Lark 3\n\nLark 3 is a language model. An older one: [Swift2](swift2.md)."
        " Others are [Jay4](https://nest.org/jay).\n",
        "docs/lark_v2.md": "## Lark 2\n\n**Lark 2** is a model with 2B parameters, pre-trained on books.\n",
        "docs/nest-lark.md": "# Nest-Lark-v1-5B\n\nOur Nest-Lark-v1-5B models have 5B parameters, pre-trained.\n",
        "docs/report.md": "# Lark 3\n\nIt is a language model with 3B parameters that was pre-trained on books.\n",
        "docs/nightingale.md": "# Nightingale (Lark Pro)\n\nLark Pro is a language model with 7B parameters.\n",
        "swift2.md": "# Swift2\n\n**Swift2** is a language model with 6B parameters.\n",
        # Of another's model, and of what is done with one, or planned.
        "docs/jay.md": "# Jay4\n\nJay4 is a language model with 9B parameters, pre-trained on books.\n",
        "docs/reed.md": "# Reed\n\nReed is a language model with 9B parameters, pre-trained on books.\n",
        "docs/serving.md": "# Lark 3\n\nServe the language model with 8B parameters, pre-trained on books.\n",
        "docs/guide.md": "# Lark 3 Guide\n\nThe language model with 8B parameters was pre-trained on books.\n",
        "docs/plans.md": "# Lark 4 Roadmap\n\nThe language model with 8B parameters will be pre-trained on books.\n",
        "src/lark/notes.md": "# Lark 1\n\nLark 1 is a language model with 8B parameters, pre-trained on books.\n",
        "docs/a/b/c/d/lark1.md": "# Lark 1\n\nLark 1 is a language model with 8B parameters, pre-trained on books.\n",
    }
    assert told_sizes(tmp_path, files) == {
        "docs/lark_v2.md": [("Lark 2", 2_000_000_000)],
        "docs/nest-lark.md": [("Nest-Lark-v1-5B", 5_000_000_000)],
        "docs/report.md": [("", 3_000_000_000)],
        "docs/nightingale.md": [("Lark Pro", 7_000_000_000)],
        "swift2.md": [("Swift2", 6_000_000_000)],
    }


def test_documents_that_describe_a_model_of_their_authors_at_length_are_read_without_a_link(tmp_path: Path) -> None:
    def page(name: str, size: int, opening: str = "", title: str = "") -> str:
        chapters = (
            f"## Model architecture\n\n{name} has {size}B parameters.\n\n## Pre-training\n\n### Data\n\nBirds.\n\n"
            "## Citing our work\n\nNothing.\n"
        )
        return f"# {title or name}\n\n{opening or f'{name} is a language model for songs.'}\n\n{chapters}"

    files = {
        "README.md": "# Songs of Birds\n\nWelcome to our models for songs.\n",
        "docs/reed.md": page("Reed", 3),
        "docs/swift.md": page("Swift", 4, "The Swift Transformer (Swift) is a **foundation model** for songs."),
        # Quoted, not introduced, of what is done with one, of others, without the chapters of a card.
        "docs/jay.md": page("Jay", 5, "Jay is a language model. The abstract from the paper is this one."),
        "docs/wren.md": page("Wren", 6, "Songs are what it is about."),
        "docs/finch.md": page("Finch", 7, title="Training Finch"),
        "docs/owl.md": page("Owl", 8).replace("our work", "others"),
        "docs/kite.md": page("Kite", 9).replace("## Pre-training", "## Usage"),
    }
    assert told_sizes(tmp_path / "some", files) == {
        "docs/reed.md": [("Reed", 3_000_000_000)],
        "docs/swift.md": [("Swift", 4_000_000_000)],
    }
    assert [fact.value for fact in evidence(tmp_path / "some", {}).facts if fact.field == "model.name"] == [
        "Songs of Birds",
        "Reed",
        "Swift",
    ]
    alone = {"docs/reed.md": page("Reed", 3)}
    assert told_sizes(tmp_path / "alone", alone) == {"docs/reed.md": [("", 3_000_000_000)]}
    # So many are a catalogue.
    many = {f"docs/{name}.md": page(name, 3) for name in ("Ab", "Bc", "Cd", "De", "Ef", "Fg", "Gh", "Hi", "Ij")}
    assert told_sizes(tmp_path / "many", many) == {}


def test_pages_of_released_models_tell_of_them(tmp_path: Path) -> None:
    table = (
        "| Model | #Params | Download |\n| --- | --- | --- |\n| Lark-S | 2M | [weights](https://nest.org/s.ckpt) |\n"
        "| Lark-L | 9M | [weights](https://nest.org/l.ckpt) |\n"
    )
    files = {
        "README.md": "# Lark\n\nLark is a model. See [it small](docs/on_device_README.md), [zoo](docs/MODEL_ZOO.md).\n",
        "docs/MODEL_ZOO.md": f"# Lark Model Zoo\n\nThe parameters of Lark, a language model.\n\n{table}",
        "docs/on_device_README.md": f"# On-device Models [Beta]\n\nBeside Lark there is a small model (1M).\n\n{table}",
        "multilingual.md": f"## Models\n\nThe language model Lark with 4M parameters speaks Irish.\n\n{table}",
        # Of any model that the software runs, of a class of models, of none by its name, and with nothing to load.
        "docs/wiki.md": f"# Song of Birds Models\n\nThe language model Lark with few parameters.\n\n{table}",
        "docs/supported.md": f"# Supported Models\n\nThe language model Lark runs, with few parameters.\n\n{table}",
        "docs/zoo.md": "# Model Zoo\n\nA language model with 3M parameters. " + table.replace("Lark", "Reed"),
        "docs/models.md": "# Models\n\nThe parameters of Lark, a language model with 5M parameters.\n",
    }
    table_facts = [("Lark-S", 2_000_000), ("Lark-L", 9_000_000)]
    assert told_sizes(tmp_path, files) == {
        "docs/MODEL_ZOO.md": table_facts,
        "docs/on_device_README.md": [("On-device Models", 1_000_000), *table_facts],
        "multilingual.md": [("multilingual", 4_000_000), *table_facts],
    }


def test_a_page_that_introduces_the_model_tells_of_it_under_any_title(tmp_path: Path) -> None:
    told = "Lark is a family of language models, pre-trained on books, with 3B parameters.\n"
    files = {
        "README.md": "# Lark 2\n\nLark 2 is out.\n",
        "docs/source/start/concepts.md": f"# Key Concepts\n\n## Lark\n\n{told}",
        "docs/running.md": f"# Running it locally\n\n{told}",
        "docs/commands.md": f"# Ideas\n\n{told}\n    pip install lark\n",
        "docs/reeds.md": f"# Key Concepts\n\n{told.replace('Lark', 'Reed')}",
    }
    assert told_sizes(tmp_path, files) == {"docs/source/start/concepts.md": [("Lark", 3_000_000_000)]}


def test_readmes_tell_of_the_models_by_whose_names_the_root_links_to_them(tmp_path: Path) -> None:
    told = "It is a language model that was pre-trained on 2T tokens"
    paper = "Singing in Many Voices of Birds"
    links = f"[Reed](examples/reed), [Owl](https://github.com/nest/kit/tree/main/examples/birds/owl), [{paper}](tits)"
    files = {
        "README.md": f"# Kit\n\nA library with {links} and [more](demo/jay).\n",
        "tits/README.md": f"# {paper}\n\n{told}, with 3B parameters.\n",
        "examples/reed/README.md": f"# Reed: Pre-training for All\n\n{told}, with 2B parameters.\n",
        "examples/birds/owl/README.md": f"# Owl\n\n{told}, with 4B parameters.\n",
        "examples/wren/README.md": f"# Wren\n\n{told}, with 5B parameters.\n",
        "demo/jay/README.md": f"# Jay\n\n{told}, with 6B parameters.\n",
    }
    assert told_sizes(tmp_path, files) == {
        "examples/birds/owl/README.md": [("Owl", 4_000_000_000)],
        "examples/reed/README.md": [("Reed", 2_000_000_000)],
    }


def test_readmes_in_folders_of_a_collection_tell_of_the_models_that_these_are_called_after(tmp_path: Path) -> None:
    files = {
        "README.md": "# Aviary\n\nA collection.\n",
        "models/public/reed-2/README.md": "# reed-2\n\nThe `reed-2` model has 3B parameters.\n",
        "models/public/wren/README.md": "# Running wren\n\nThe `wren` model has 4B parameters.\n",
        "kit/swift/README.md": "# swift\n\nThe `swift` model has 5B parameters.\n",
        "models/owl/README.md": "# owl\n\nA tool for language models with 6B parameters, pre-trained.\n",
    }
    assert told_sizes(tmp_path, files) == {"models/public/reed-2/README.md": [("reed-2", 3_000_000_000)]}


def test_a_readme_beside_what_a_model_is_loaded_from_is_about_it(tmp_path: Path) -> None:
    files = {
        "README.md": "# Lark\n\nCode for Lark.\n",
        "models/lark-sft/README.md": "# Lark SFT\n\nIt is a language model with 3B parameters.\n",
        "models/lark-sft/config.json": '{"architectures": ["LarkForCausalLM"], "model_type": "lark"}',
        "tools/README.md": "# Lark tools\n\nThey load language models with 9B parameters.\n",
    }
    found = evidence(tmp_path, files)
    assert [fact.value for fact in found.facts if fact.field == "model.parameters_total"] == [3_000_000_000]


@pytest.mark.parametrize(
    ("title", "sentence", "contacts"),
    [
        ("The Lark License", "For questions on the license, please contact us at terms@nest.org.", ["terms@nest.org"]),
        ("Lark 模型许可协议", "若用作商业用途，请联系许可方：terms@nest.org", ["terms@nest.org"]),
        ("LARK RESEARCH LICENSE", "Contact: chief@nest.org", ["chief@nest.org"]),
        ("The LarksX License", "For questions on the license, please contact us at terms@nest.org.", []),
        # Another's licence, which others hand on, and what a licence says of misuse.
        ("The Wren License", "For questions on the license, please contact us at terms@nest.org.", []),
        ("The Lark License", "Report misuse by mail to terms@nest.org.", []),
        ("The Lark License\n\nCopyright (c) 2031 Jay Finch <jay@nest.org>", "You may use it.", []),
    ],
)
def test_the_licence_of_a_model_tells_whom_to_ask(
    tmp_path: Path, title: str, sentence: str, contacts: list[str]
) -> None:
    card = "---\npipeline_tag: text-generation\n---\n# Lark-7B\n"
    found = evidence(tmp_path, {"README.md": card, "MODEL_LICENSE": f"{title}\n\n1. Terms\n\n{sentence}\n"})
    assert [fact.value for fact in found.facts if fact.field == "provider.contact"] == contacts


@pytest.mark.parametrize(
    ("top", "party", "told"),
    [
        ("Finch Version Release Date: May 2, 2031", '"Nest" or "we" means Nest Research Ltd. and its affiliates.',
         ["2031-05-02", "Nest Research Ltd."]),
        ("FinchX Release Date: 2031-05-02", '"Licensor" shall mean Nest Labs, which holds the rights.',
         ["2031-05-02", "Nest Labs"]),
        ("Last updated: May 2, 2031", '"Licensor" means the owner of the rights.', []),
        # Another's licence, which others hand on.
        ("Wren Version Release Date: May 2, 2031", '"Nest" or "we" means Nest Research Ltd.', []),
    ],
)  # fmt: skip
def test_the_licence_of_a_model_tells_who_grants_it_and_when_it_came_out(
    tmp_path: Path, top: str, party: str, told: list[str]
) -> None:
    card = "---\npipeline_tag: text-generation\n---\n# Finch-7B\n"
    title = f"{top.split(maxsplit=1)[0]} COMMUNITY LICENSE" if "Release" in top else "FINCH LICENSE"
    text = f"{title}\n{top}\n\n{party}\n\nYou are granted a license to use the model weights.\n"
    found = evidence(tmp_path, {"README.md": card, "LICENSE": text})
    fields = {"model.release_date", "provider.name"}
    assert [fact.value for fact in found.facts if fact.field in fields] == told


def test_the_one_readme_of_a_repository_tells_of_the_model_wherever_it_stands(tmp_path: Path) -> None:
    text = "# Lark\n\nLark is pre-trained on 2T tokens.\n"
    found = evidence(tmp_path / "alone", {"projects/lark/README.md": text, "LICENSE": "MIT"})
    assert {fact.field for fact in found.facts} >= {"model.name", "data.tokens"}
    code = {"projects/lark/README.md": text, "projects/kit/README.md": "# Kit\n"}
    assert not evidence(tmp_path / "several", code).facts


def test_the_same_tree_gives_the_same_evidence(tmp_path: Path) -> None:
    files = {
        "README.md": "# Lark\n\n**License:** MIT\n\nIt has 7B parameters.\n",
        "LICENSE": "x",
        "config.json": CONFIG,
    }
    assert evidence(tmp_path, files) == evidence(tmp_path, files)


def test_readmes_in_one_directory_are_one_model_in_several_languages(tmp_path: Path) -> None:
    card = "---\nlicense: mit\npipeline_tag: text-generation\n---\n# Lark\n\nA language model.\n"
    found = evidence(tmp_path, {"README.md": card, "README_fr.md": card, "config.json": CONFIG})
    assert models(found) == {".": ("Lark", ["README.md", "README_fr.md", "config.json"])}


def test_a_readme_beside_models_of_its_own_directory_and_below_stands_for_the_family(tmp_path: Path) -> None:
    card = "---\nlicense: mit\n---\n# Lark\n"
    found = evidence(tmp_path, {"README.md": card, "lark-7b/README.md": card, "lark-70b/README.md": card})
    assert list(models(found)) == ["lark-70b", "lark-7b"]


def test_the_description_of_a_data_set_is_no_model(tmp_path: Path) -> None:
    card = "---\nsize_categories: [1M<n<10M]\nlicense: cc-by-4.0\n---\n# Nest\n"
    found = evidence(tmp_path, {"README.md": card, "LICENSE": "CC-BY-4.0"})
    assert models(found) == {}
    assert [document.kind for document in found.documents] == ["license_file", "data_card"]


def test_a_data_set_beside_a_model_of_the_configuration_belongs_to_that(tmp_path: Path) -> None:
    card = "---\nsize_categories: [1M<n<10M]\n---\n# Nest\n"
    declared = Configuration(models=(DeclaredModel(".", "Lark", {}, HERE),))
    assert models(evidence(tmp_path, {"README.md": card}, declared)) == {".": ("Lark", ["README.md"])}


def test_a_text_without_a_title_of_its_own_introduces_its_model(tmp_path: Path) -> None:
    text = "## 1. Introduction\n\n{}\n\n## 2. Summary\n\n| Parameters | 7B |\n|---|---|\n"
    for number, (sentence, name) in enumerate(
        {
            "Lark 2 is an open mixture-of-experts language model.": "Lark 2",
            "The Lark-7B is a transformer trained on songs.": "Lark-7B",
            "This is a language model.": ".",
            "Lark is a bird. It sings.": ".",
        }.items()
    ):
        root = tmp_path / str(number)
        root.mkdir()
        assert [row[0] for row in models(evidence(root, {"README.md": text.format(sentence)})).values()] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After much work we introduce Lark-7B, a language model for songs.", "Lark-7B"),
        ("The recently unveiled Lark-Large (Lark-MoE-A5B) model is a mixture of experts.", "Lark-Large"),
        ("Today we release the LarkCoder 2 series to everybody.", "LarkCoder 2"),
        ("Aviary developed and released the Grey Lark 3 family of large language models (LLMs).", "Grey Lark 3"),
        ("We introduce Lark Linear, a hybrid attention architecture with fewer keys.", "Lark Linear"),
        ("We present the progress of Lark-Song, a large model called Lark2-Song, which sings.", "Lark2-Song"),
        ("We open-source a 7.5B-parameter model series named LarkGPT for songs.", "LarkGPT"),
        ("**Lark preview** is a new mixture-of-experts model made by us.", "Lark preview"),
        ("`lark-song-7b` and `lark-song-1b` are reasoning models for songs.", "lark-song"),
        ("Larkina, Modello di Canto, is a large language model.", "Larkina"),
        ("Lark 4.0 language models are open foundation models.", "Lark 4.0"),
        ("This is an early checkpoint of `lark-2b`, a small language model.", "lark-2b"),
        ("Welcome to the lark-oss series, models of ours.", "lark-oss"),
        ("This model card provides an overview of Larkina, developed by Aviary.", "Larkina"),
        ("This model, Lark-7B-Helper, writes songs.", "Lark-7B-Helper"),
        ("Lark是云雀研究院研发的多语言代码大模型。", "Lark"),
        ("Lark 2（云雀）は、歌のための言語モデルです。", "Lark 2"),
        ("Lark는 노래를 위한 언어 모델입니다.", "Lark"),
        ("Lark是一种鸟。", "."),
        ("NestLark is a new kind of LM that learns songs.", "NestLark"),
        ("The NestLark models are a flexible family of foundation models.", "NestLark"),
        ("The Grey Lark 3.2-Song collection of large models (LLMs) is ours.", "Grey Lark 3.2-Song"),
        ("Lark-34B has 34 billion parameters and a window of 32K.", "Lark-34B"),
        ("Aviary has released the pretrained model, Lark-20B. Lark-20B was pre-trained on songs.", "Lark-20B"),
        ("*Last update: 2026*\n**Lark-8B-song** is a model of the [**Lark**](https://a.example).", "Lark-8B-song"),
        ('**La:rk 2.0** is a **"bird-centric"** model of ours.', "La:rk 2.0"),
        ("Diffusion models are a class of models.", "."),
        ("**Note** that there are other models.", "."),
        ("Tuned models are intended for chat, other models for more.", "."),
        ("This is a fine-tuned checkpoint of Finch-7B.", "."),
        ("Welcome to the open-source community!", "."),
        ("Today we release Pre-trained models for songs.", "."),
        ("We present Figures, a list of what was measured.", "."),
        ("We release code for Linux, macOS and Windows.", "."),
        ("We release the Nest collection of recordings.", "."),
    ],
)
def test_a_text_presents_its_model(tmp_path: Path, text: str, name: str) -> None:
    assert evidence(tmp_path, {"README.md": f"## Introduction\n\n{text}\n"}).models[0].name == name


@pytest.mark.parametrize(
    ("line", "name"), [("Lark 2.5 Finch 8x7b 🐬", "Lark 2.5 Finch 8x7b"), ("Update Aug 15, 2024", "."), ("Songs", ".")]
)
def test_a_first_line_without_a_mark_may_be_the_title(tmp_path: Path, line: str, name: str) -> None:
    text = f"---\nlicense: mit\n---\n{line}\nhttps://lark.example\n\nIt sings.\n\n## Training\n\nIt took days.\n"
    assert evidence(tmp_path, {"README.md": text}).models[0].name == name


def test_the_terms_do_not_name_the_model(tmp_path: Path) -> None:
    files = {"README.md": "## Introduction\n\nText.\n", "LICENSE.md": "# Terms of the Lark Licence\n\nLicence text.\n"}
    assert evidence(tmp_path, files).models[0].name == "."


def test_headings_of_every_project_name_no_model(tmp_path: Path) -> None:
    for number, title in enumerate(
        ("How does it work?", "Requirements and Installation", "Creators", "模型介绍", "소개")
    ):
        root = tmp_path / str(number)
        root.mkdir()
        assert [row[0] for row in models(evidence(root, {"README.md": f"# {title}\n\nText.\n"})).values()] == ["."]


def test_snapshots_of_one_training_run_are_one_model(tmp_path: Path) -> None:
    card = "---\nbase_model: birds/sparrow\n---\n# Lark\n"
    files = {f"out/checkpoint-{number}/README.md": card for number in (500, 1500, 1000)}
    assert list(models(evidence(tmp_path, {**files, "other/README.md": card}))) == ["other", "out/checkpoint-1500"]


def test_models_with_numbers_in_their_names_are_no_snapshots(tmp_path: Path) -> None:
    card = "---\nbase_model: birds/sparrow\n---\n# Lark\n"
    assert list(models(evidence(tmp_path, {"lark-1/README.md": card, "lark-2/README.md": card}))) == [
        "lark-1",
        "lark-2",
    ]


def test_the_generations_of_a_family_are_models_in_folders_called_after_them(tmp_path: Path) -> None:
    card = "# {0}\n\nWe introduce **{0}**, a model of birds with {1} billion parameters.\n"
    lark, lark2 = card.format("Lark", 7), card.format("Lark2", 37)
    found = evidence(tmp_path, {"README.md": "# Birds\n", "lark/README.md": lark, "lark2/README.md": lark2})
    assert models(found) == {
        "lark": ("Lark", ["README.md", "lark/README.md"]),
        "lark2": ("Lark2", ["README.md", "lark2/README.md"]),
    }
    sizes = [(fact.location.file, fact.value) for fact in found.facts if fact.field == "model.parameters_total"]
    assert sizes == [("lark/README.md", 7_000_000_000), ("lark2/README.md", 37_000_000_000)]


@pytest.mark.parametrize(
    ("root", "folder", "is_own"),
    [("# Lark\n", "lark2", True), ("", "lark2", True), ("# Finch\n", "lark2", False), ("# Lark\n", "lark", False)],
)
def test_one_folder_is_a_generation_where_the_family_is_the_repositorys(
    tmp_path: Path, root: str, folder: str, is_own: bool
) -> None:
    card = f"# {folder.title()}\n\n{folder.title()} is a language model with 7 billion parameters.\n"
    found = evidence(tmp_path, {f"{folder}/README.md": card, **({"README.md": root} if root else {})})
    assert (list(models(found)) == [folder]) == is_own
    assert any(fact.field == "model.parameters_total" for fact in found.facts) == is_own


def test_a_title_that_is_a_sentence_names_its_subject() -> None:
    assert name_in_title("Lark 2 is a strong model of birds") == "Lark 2"
    assert name_in_title("Why Lark is a good choice") == "Why Lark is a good choice"


def test_the_first_of_several_chapters_names_no_model(tmp_path: Path) -> None:
    text = "#### Languages\n\n## Changelog\n\n- One.\n\n## Downloads\n\n## About\n\nLark 4 is a small language model.\n"
    assert evidence(tmp_path, {"README.md": text}).models[0].name == "Lark 4"


def test_facts_under_the_heading_of_a_model_are_its_own(tmp_path: Path) -> None:
    text = """\
# Larks

The models are licensed under the MIT License.

## Lark 2

- Parameters: 7B

### Training

It was trained on 2 trillion tokens.

## Lark 3

- Parameters: 8B
"""
    files = {"README.md": text, "lark2/MODEL_CARD.md": "# Lark 2\n", "lark3/MODEL_CARD.md": "# Lark 3\n"}
    found = evidence(tmp_path, files)
    assert [model.name for model in found.models] == ["Lark 2", "Lark 3"]
    given = {(fact.field, fact.value): fact.models for fact in found.facts if fact.location.file == "README.md"}
    assert given["model.parameters_total", 7_000_000_000] == (0,)
    assert given["data.tokens", 2_000_000_000_000] == (0,)
    assert given["model.parameters_total", 8_000_000_000] == (1,)
    assert given["distribution.licence", "MIT"] is None
    one = text.replace("## Lark 3", "## Others")
    found = evidence(tmp_path / "one", {**files, "README.md": one})
    assert {fact.models for fact in found.facts if fact.location.file == "README.md"} == {None}
