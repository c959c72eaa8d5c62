"""Which files of a tree are artifacts, and what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CARD = "# Card\n\n## Intended use\n\nresearch\n\n## Training data\n\ntext\n\n## Limitations\n\nsome\n"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 123\n"


def recognise(
    root: Path, files: Mapping[str, str | bytes], kinds: Mapping[str, str] | None = None
) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Return kind and format of the artifacts by path, and the reasons of the unread files by path."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    artifacts, unread = parse_tree(WorkingTree(root), kinds)
    settled = {row.path: (row.kind, row.format) for row in artifacts if not row.tentative}
    return settled, {row.path: row.reason for row in unread}


def test_a_readme_is_a_card_if_it_says_what_cards_say(tmp_path: Path) -> None:
    found, unread = recognise(tmp_path, {"README.md": CARD, "tool/README.md": "# A tool\n\nRun it.\n"})
    assert found == {"README.md": ("model_card", "markdown"), "tool/README.md": ("readme", "markdown")}
    assert unread == {}


def test_front_matter_tells_models_from_data_sets(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "a/README.md": "---\npipeline_tag: text-generation\n---\nA model.\n",
            "b/README.md": "---\nsize_categories:\n- 1M<n<10M\n---\nA data set.\n",
        },
    )
    assert {path: kind for path, (kind, _) in found.items()} == {
        "a/README.md": "model_card",
        "b/README.md": "data_card",
    }


def test_a_document_with_any_name_is_known_by_its_title(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "docs/a.md": "# Copyright policy\n\nWe respect copyright when we train on training data.\n",
            "docs/b.md": "# Whistleblowing\n\nCopyright and training data may be reported by whistleblowers.\n",
            "docs/c.md": "# Style of the code\n\nUse four spaces. No training data, no copyright.\n",
        },
    )
    assert found == {"docs/a.md": ("copyright_policy", "markdown"), "docs/b.md": ("whistleblower_policy", "markdown")}


def test_a_card_is_known_by_the_attributes_that_it_labels(tmp_path: Path) -> None:
    rows = "| Attribute | Details |\n| --- | --- |\n| **Provider** | Aviary |\n| **Architecture** | sparse |\n"
    card = "# Lark\n\nA language model for the EU.\n\n## Characteristics\n\n" + rows
    models = "| **Languages** | Danish |\n| **Input modalities** | Text |\n\nA language model.\n"
    tools = "| **Languages** | Python |\n| **License** | MIT |\n\nIt calls a language model.\n"
    catalogue = "".join(
        f"## {name}\n\n- **Provider**: Aviary\n- **License**: MIT\n- **Context window**: 8K\n- **Language**: Irish\n\n"
        for name in ("Lark", "Wren")
    )
    about = "A pre-trained language model.\n"
    listed = f"- Model size: 8B\n- Dataset: Dawn Chorus\n- Organization: Aviary\n- License: MIT\n\n{about}"
    program = f"- Dataset: Dawn Chorus\n- Organization: Aviary\n- License: MIT\n\n{about}"
    found, _ = recognise(
        tmp_path,
        {
            "birds/lark.md": card + models,
            "birds/wren.md": f"# Wren\n\n{listed}",
            "docs/tool.md": card + tools,
            "docs/program.md": f"# Program\n\n{program}",
            "docs/models.md": catalogue,
        },
    )
    assert found == {"birds/lark.md": ("model_card", "markdown"), "birds/wren.md": ("model_card", "markdown")}


def test_the_shortest_card_of_a_collection_is_known_by_its_siblings(tmp_path: Path) -> None:
    chapters = (
        "## Variants\n\n| Variant | Parameters | Context window |\n| --- | --- | --- |\n| 1B | 1B | 8K |\n\n## Links\n"
    )
    card = f"## Intended use\n\nresearch\n\n{chapters}"
    files = {
        "birds/lark.md": f"# Lark\n\n{card}",
        "birds/wren.md": f"# Wren\n\n{card}",
        "birds/owl.md": f"# Owl\n\nA language model.\n\n{chapters}",
        "birds/running.md": "# Running\n\n## Install\n\n## Parameters\n\nof a model\n\n## Context window\n\n## Links\n",
        "docs/models.md": f"# Models\n\nA language model.\n\n{chapters}",
    }
    found, _ = recognise(tmp_path, files)
    assert sorted(found) == ["birds/lark.md", "birds/owl.md", "birds/wren.md"]


def test_a_file_called_copyright_may_be_the_policy_or_a_notice(tmp_path: Path) -> None:
    policy = "# Summary of the copyright policy\n\nWe respect reservations of rights.\n"
    found, _ = recognise(tmp_path, {"COPYRIGHT.md": policy, "sub/COPYRIGHT": "Copyright 2025 Aviary\n"})
    assert found == {
        "COPYRIGHT.md": ("copyright_policy_summary", "markdown"),
        "sub/COPYRIGHT": ("license_file", "text"),
    }


def test_the_configuration_has_the_last_word(tmp_path: Path) -> None:
    found, _ = recognise(tmp_path, {"notes.md": "nothing telling\n"}, {"notes.md": "model_report"})
    assert found == {"notes.md": ("model_report", "markdown")}


def test_files_with_the_names_of_artifacts_and_other_contents_are_none(tmp_path: Path) -> None:
    found, unread = recognise(
        tmp_path,
        {
            "config.json": '{"compilerOptions": {}}',
            "spec.yaml": "kind: Deployment\nmetadata: {{ broken template }}\n",
            "metadata.json": '{"name": "thing"}',
            "dataset.json": "[1, 2",
        },
    )
    assert found == {}
    assert unread == {}


def test_machine_files_are_known_by_their_keys(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "config.json": '{"architectures": ["XForCausalLM"]}',
            "bom.json": '{"bomFormat": "CycloneDX", "specVersion": "1.6"}',
            "model.safetensors": POINTER,
            "pytorch_model.bin": POINTER,
        },
    )
    assert found == {
        "bom.json": ("provenance_manifest", "json"),
        "config.json": ("model_config", "json"),
        "model.safetensors": ("weights", "lfs"),
        "pytorch_model.bin": ("weights", "lfs"),
    }


def test_weights_in_formats_that_run_code_are_not_opened(tmp_path: Path) -> None:
    found, unread = recognise(tmp_path, {"pytorch_model.bin": b"\x80\x04pickle"})
    assert found == {}
    assert unread == {}


def test_the_description_beside_hub_metadata_is_a_card(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "m/spec.yaml": "name: m\npath: ./\ntags: {}\nsystem_metadata:\n  license: MIT\n",
            "m/description.md": "A pretrained language model with 14B parameters.\n" * 3,
            "m/notes.md": "The pretrained language model was tested for safety.\n" * 3,
            "other/notes.md": "The pretrained language model was tested for safety.\n" * 3,
        },
    )
    assert {path: kind for path, (kind, _) in found.items()} == {
        "m/description.md": "model_card",
        "m/notes.md": "other",
        "m/spec.yaml": "hub_metadata",
    }


def test_what_cannot_be_read_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    found, unread = recognise(
        tmp_path,
        {
            "MODEL_CARD.md": b"\xff\xfe\xfa",
            "config.json": '{"architectures": [',
            "LICENSE": b"a\x00b",
            "copyright-policy.md": POINTER,
            "README.md": "---\nlicense: [mit\n---\n" + CARD,
        },
    )
    assert found == {"README.md": ("model_card", "markdown")}
    assert sorted(unread) == ["LICENSE", "MODEL_CARD.md", "README.md", "config.json", "copyright-policy.md"]
    assert "Git LFS pointer" in unread["copyright-policy.md"]
    assert "front matter" in unread["README.md"]


def test_titles_come_from_the_first_heading(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("<p align=center>\n<h1>The Model</h1></p>\n\n## Usage\n\nText.\n")
    ((artifact,), _) = parse_tree(WorkingTree(tmp_path))
    assert artifact.title == "The Model"
    assert artifact.title_span.line == 2


def test_a_card_with_a_blank_for_its_title_is_a_template_and_none(tmp_path: Path) -> None:
    found, unread = recognise(
        tmp_path,
        {
            "templates/model_card.md": "---\n{{ card_data }}\n---\n# Model Card for {{ model_name }}\n\nText.\n",
            "MODEL_CARD.md": "# Model Card for Lark\n\n## Uses\n\n{{ uses }}\n",
        },
    )
    assert found == {"MODEL_CARD.md": ("model_card", "markdown")}
    assert unread == {}


def test_a_readme_that_calls_its_subject_a_data_set_describes_one(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "README.md": "# Nest: an Open Dataset with 3 Trillion Tokens for Training Language Models\n\n## Dataset\n",
            "lark/README.md": "# Lark: a model trained on the Nest dataset\n",
        },
    )
    assert {path: kind for path, (kind, _) in found.items()} == {"README.md": "data_card", "lark/README.md": "readme"}


def test_the_configuration_of_an_adapter_is_one_of_a_model(tmp_path: Path) -> None:
    found, _ = recognise(
        tmp_path,
        {
            "adapter_config.json": '{"base_model_name_or_path": "birds/sparrow", "peft_type": "LORA"}',
            "tool/adapter_config.json": '{"serial": "/dev/ttyS0"}',
        },
    )
    assert {path: kind for path, (kind, _) in found.items()} == {"adapter_config.json": "model_config"}


def test_a_card_of_any_name_is_known_by_its_tables_of_specifications(tmp_path: Path) -> None:
    specs = (
        "# lark-3-exp2\n\n# Model specs\n\n|Name|Value|\n|-|-|\n|Layers|96|\n\n# Dataset specs\n\n# Training specs\n"
    )
    code = "# Kit\n\n# Model specs of the fast kernel\n\n# Training specs for tests\n\n# Install\n"
    found, _ = recognise(tmp_path, {"models/exp2.md": specs, "docs/kernel.md": code})
    assert found == {"models/exp2.md": ("model_card", "markdown")}


def test_documents_on_the_model_are_read_where_a_card_links_to_them(tmp_path: Path) -> None:
    card = (
        "---\npipeline_tag: text-generation\n---\n# Lark\n\nSee the [data](docs/mix.md),"
        " [training conversations](talks.md), the"
        " [report](/lark%20report.md#top),"
        " the [energy log](https://github.com/example/lark/blob/main/docs/energy.txt),"
        " [how to fine-tune](docs/tuning.md), [the code of the data loader](docs/loader.md),"
        " the [training data](../outside.md) and [our data](docs/gone.md).\n"
    )
    other = dict.fromkeys(("docs/tuning.md", "docs/loader.md", "docs/unlinked_data.md"), "# Notes\n\nSome words.\n")
    linked = {
        "talks.md": "# Talks\n\nSome.\n",
        "docs/mix.md": "# Mix\n\nBooks.\n",
        "lark report.md": "# Lark\n\nMore.\n",
        "docs/energy.txt": "3 MWh\n",
    }
    (tmp_path / "outside.md").write_text("# Data\n")
    found, unread = recognise(tmp_path / "lark", {"README.md": card, **other, **linked})
    assert found == {
        "README.md": ("model_card", "markdown"),
        "docs/energy.txt": ("other", "text"),
        "docs/mix.md": ("other", "markdown"),
        "lark report.md": ("other", "markdown"),
        "talks.md": ("other", "markdown"),
    }
    assert unread == {}


def test_of_other_documents_it_is_asked_later_whether_they_are_about_the_model(tmp_path: Path) -> None:
    text = "# Lark\n\nThe language model was pre-trained.\n"
    asked = ("docs/lark.md", "website/docs/birds/lark.md")
    closed = ("src/lark.md", "docs/finetuning.md", "tests/birds/lark.md", ".github/lark.md", "a/b/c/d/e/lark.md")
    files = {**dict.fromkeys((*asked, *closed), text), "README.md": "See [this](talk.md).\n", "talk.md": "Little.\n"}
    for path, content in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content)
    artifacts, unread = parse_tree(WorkingTree(tmp_path))
    assert [row.path for row in artifacts if row.tentative] == [*asked[:1], "talk.md", *asked[1:]]
    assert unread == []


def test_documents_beside_a_model_are_read_where_their_names_say_what_they_describe(tmp_path: Path) -> None:
    files = {
        "README.md": "---\npipeline_tag: text-generation\n---\n# Lark\n",
        "TRAINING_DATA.md": "# Data\n\nLark was pre-trained on 2 trillion tokens.\n",
        "docs/limitations.txt": "The model may hallucinate.\n",
        "Responsible Use.md": "# Use\n\nThe language model is for research. This model is not for surveillance.\n",
        # Documents on other matters under the same names, or elsewhere.
        "data.md": "# Data\n\nTo pre-train the language model:\n\n    python prepare.py --all\n",
        "PRIVACY.md": "# Privacy\n\nOur website sets cookies.\n",
        "safety.md": "# Safety\n\nThreads hold the lock of the model.\n",
        "src/nest/limitations.md": "# Limitations\n\nThe language models may hallucinate.\n",
    }
    found, unread = recognise(tmp_path, files)
    assert found == {
        "README.md": ("model_card", "markdown"),
        "Responsible Use.md": ("other", "markdown"),
        "TRAINING_DATA.md": ("other", "markdown"),
        "docs/limitations.txt": ("other", "text"),
    }
    assert unread == {}


def test_the_other_half_of_a_card_is_read_beside_it(tmp_path: Path) -> None:
    card = "# Model card of Lark\n\nA language model.\n"
    training = "# Training\n\nLark was pre-trained on 2 trillion tokens.\n"
    guide = f"{training}\n```yaml\nsteps: 10\n```\n"
    found, _ = recognise(tmp_path / "lark", {"docs/index.md": card, "docs/training.md": training})
    assert found["docs/training.md"] == ("other", "markdown")
    found, _ = recognise(tmp_path / "below", {"MODEL_CARD.md": card, "docs/Model Training.md": training})
    assert found["docs/Model Training.md"] == ("other", "markdown")
    # What a library says of training with it.
    found, _ = recognise(tmp_path / "guide", {"MODEL_CARD.md": card, "docs/training.md": guide})
    assert list(found) == ["MODEL_CARD.md"]
    readme = "# Lark\n\nA library that trains language models, pre-trained or not.\n"
    found, _ = recognise(tmp_path / "library", {"README.md": readme, "docs/training.md": training})
    assert list(found) == ["README.md"]


def test_a_readme_about_a_model_is_enough_to_read_what_stands_beside_it(tmp_path: Path) -> None:
    carbon = "Training took 900 GPU hours and emitted 2 tCO2eq.\n"
    lark, shop = "Lark is a language model, pre-trained on books.\n\n    pip install lark\n", "A shop for books.\n"
    found, _ = recognise(tmp_path / "lark", {"README.md": lark, "carbon_footprint.md": carbon})
    assert found["carbon_footprint.md"] == ("other", "markdown")
    found, _ = recognise(tmp_path / "shop", {"README.md": shop, "carbon_footprint.md": carbon})
    assert "carbon_footprint.md" not in found


def test_a_linked_document_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    card = "---\npipeline_tag: text-generation\n---\n# Lark\n\nSee the [training data](docs/mix.md).\n"
    found, unread = recognise(tmp_path, {"README.md": card, "docs/mix.md": b"# Mix\n\xff\xfe\x00 books\n"})
    assert list(found) == ["README.md"]
    assert list(unread) == ["docs/mix.md"]


def test_a_disclosure_is_known_by_its_keys(tmp_path: Path) -> None:
    text = '{"disclosures": {"disclaimer": "x", "model": {"name": "Lark", "developer": "Nest"}}}'
    found, _ = recognise(tmp_path, {"disclosures/lark.json": text, "disclosures/index.json": '{"disclosures": {}}'})
    assert found == {"disclosures/lark.json": ("provenance_manifest", "json")}


def test_answers_on_bias_and_privacy_are_parts_of_the_card_beside_them(tmp_path: Path) -> None:
    answers = "Field | Response |\n| :-- | :-- |\n| Intended users: | All |\n| Technical limitations: | Some |\n"
    card = "---\npipeline_tag: text-generation\n---\n# Lark\n"
    files = {"README.md": card, "explainability.md": answers, "privacy.md": answers, "docs/bias.md": answers}
    found, _ = recognise(tmp_path, {**files, "safety.md": "# Safety of the nest\n\nLanguage model, copyright.\n"})
    assert found == {
        "README.md": ("model_card", "markdown"),
        "explainability.md": ("other", "markdown"),
        "privacy.md": ("other", "markdown"),
    }


def test_in_a_folder_of_models_a_document_by_the_name_of_one_is_its_card(tmp_path: Path) -> None:
    text = "The **base** model for songs, trained on a corpus of birds, is pretrained with 2M parameters.\n"
    files = {
        "models/lark/lark-base.md": f"# lark-base\n\n{text}",
        "models/lark/training.md": f"# Training\n\n{text}",
        "docs/models/wren-base.md": f"# wren-base\n\n{text}",
        "models/robin-base.md": "# robin-base\n\nIts parameters are checkpointed by the pretrain script.\n",
    }
    found = recognise(tmp_path, files)[0]
    assert [path for path, (kind, _) in found.items() if kind == "model_card"] == ["models/lark/lark-base.md"]
