"""What a file's name promises."""

from __future__ import annotations

import pytest

from gpai_lint.artifacts.kinds import KINDS, format_of, kind_by_name


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("README.md", "readme"),
        ("MODEL_CARD.md", "model_card"),
        ("My-Model-v1_Model_Card.md", "model_card"),
        ("MODEL_CARD_base.md", "model_card"),
        ("modelcard.md", "model_card"),
        ("model_cards/large.md", "model_card"),
        ("model_cards/large/README.md", "model_card"),
        ("data/data_card/README.md", "data_card"),
        ("resources/hfhub_model_cards/lark.md", "model_card"),
        ("hf_cards/lark-7b/README.md", "model_card"),
        ("docs/model_card/lark.rst", "model_card"),
        ("game/cards/lark.md", "other"),
        ("READMEv2.md", "readme"),
        ("docs/README_zh.md", "readme"),
        ("readmes.md", "other"),
        ("DATACARD.md", "data_card"),
        ("datasheet.md", "data_card"),
        ("data_summary_card.md", "training_content_summary"),
        ("Model_EU_Public_Summary.pdf", "training_content_summary"),
        ("Model_EU_Code_of_Practice.pdf", "model_documentation_form"),
        ("model-documentation.yaml", "model_documentation_form"),
        ("training-summary.yaml", "training_content_summary"),
        ("safety-and-security.yaml", "safety_documentation"),
        ("LICENSE", "license_file"),
        ("LICENCE.txt", "license_file"),
        ("LICENSE.Apache-2.0", "license_file"),
        ("MODEL_LICENSE", "license_file"),
        ("LICENSE-Weights0.9", "license_file"),
        ("LICENSES/MIT.txt", "license_file"),
        ("model_licenses/Lark-1-dev", "license_file"),
        ("weights.LICENSE", "license_file"),
        ("logo.png.license", "other"),
        ("Makefile.license", "other"),
        ("EULA.md", "license_file"),
        ("NOTICE", "license_file"),
        ("USE_POLICY.md", "acceptable_use_policy"),
        ("copyright-policy.md", "copyright_policy"),
        ("copyright_policy_summary.md", "copyright_policy_summary"),
        ("Safety and Security Framework.pdf", "safety_framework"),
        ("safety-framework-public-summary.pdf", "framework_public_summary"),
        ("model-report.md", "model_report"),
        ("docs/serious-incident-process.md", "incident_process"),
        ("whistleblowing.md", "whistleblower_policy"),
        ("terms-of-service.md", "terms_of_service"),
        ("CONDITIONS_OF_USE.md", "terms_of_service"),
        ("SECURITY.md", "security_policy"),
        ("CHANGELOG.md", "changelog"),
        ("CODEOWNERS", "codeowners"),
        ("CITATION.cff", "citation"),
        ("config.json", "model_config"),
        ("original/params.json", "model_config"),
        ("generation_config.json", "generation_config"),
        ("model.safetensors.index.json", "weights_index"),
        ("model-00001-of-00002.safetensors", "weights"),
        ("pytorch_model.bin", "weights"),
        ("emissions.csv", "emissions_log"),
        ("sbom.cdx.json", "provenance_manifest"),
        ("croissant.json", "provenance_manifest"),
        ("MLmodel", "hub_metadata"),
        ("docs/architecture.md", "other"),
        ("license_check.py", "other"),
        ("src/usage_policy.rs", "other"),
        ("package.json", "other"),
    ],
)
def test_the_kind_follows_from_the_name(path: str, kind: str) -> None:
    assert kind_by_name(path) == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("README.md", "markdown"),
        ("LICENSE", "text"),
        ("LICENSE-Weights0.9", "text"),
        ("form.PDF", "pdf"),
        ("form.docx", "docx"),
        ("MLmodel", "yaml"),
        ("CITATION.cff", "yaml"),
        ("model.gguf", "gguf"),
        ("model.bin", "lfs"),
        ("main.py", ""),
        ("image.png", ""),
    ],
)
def test_the_format_follows_from_the_suffix(path: str, form: str) -> None:
    assert format_of(path) == form
