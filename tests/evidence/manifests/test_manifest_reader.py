from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from structured_files import artifact, values

from gpai_lint.artifacts.interface import Artifact
from gpai_lint.artifacts.markdown import parse as parse_markdown
from gpai_lint.evidence.manifests.reader import read


def told(content: str | dict[str, Any], kind: str = "provenance_manifest", form: str = "json") -> dict[str, Any]:
    return dict(values(read, artifact("manifest", kind, form, content)))


CROISSANT = {
    "@context": {"@vocab": "https://schema.org/", "cr": "http://mlcommons.org/croissant/"},
    "@type": "sc:Dataset",
    "conformsTo": "http://mlcommons.org/croissant/1.1",
    "name": "example-corpus",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "inLanguage": ["en", "no"],
    "temporalCoverage": "2024-01/2024-06",
    "rai:dataCollection": "Pages were fetched from the open web.",
    "rai:dataCollectionType": ["Web Scraping"],
    "rai:dataCollectionTimeFrame": "January to June 2024",
    "rai:dataPreprocessingProtocol": ["Deduplication", "Language identification"],
    "rai:personalSensitiveInformation": "E-mail addresses were removed.",
    "distribution": [
        {"@type": "cr:FileObject", "name": "a", "contentSize": "2 GB"},
        {"@type": "cr:FileObject", "name": "b", "contentSize": "500 MB"},
    ],
}


def test_croissant_tells_where_data_come_from() -> None:
    assert told(CROISSANT) == {
        "data.datasets": ["example-corpus"],
        "distribution.licence": "CC-BY-4.0",
        "distribution.licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "data.languages": ["en", "no"],
        "data.collection_period": ["2024-01/2024-06", "January to June 2024"],
        "data.provenance": ["['Pages were fetched from the open web.']", "['Web Scraping']"],
        "data.crawlers_used": True,
        "data.curation": "Deduplication; Language identification",
        "data.personal_data": "E-mail addresses were removed.",
        "data.size": "2500000000 bytes",
    }


@pytest.mark.parametrize(
    ("written", "size"),
    [("2145 B", 2145), ("1.2 GB", 1_200_000_000), ("1.5 KiB", 1536), ("2MB", 2_000_000), (7, 7), ("3 pages", None)],
)
def test_croissant_tells_sizes_in_their_units(written: str | int, size: int | None) -> None:
    manifest = {"conformsTo": "http://mlcommons.org/croissant/1.0", "distribution": {"contentSize": written}}

    assert told(manifest) == ({"data.size": f"{size} bytes"} if size else {})


def test_the_licence_of_a_data_set_is_the_datas() -> None:
    source = artifact("croissant.json", "provenance_manifest", "json", CROISSANT)

    assert {fact.variant for fact in read(source, 0) if fact.field == "distribution.licence"} == {"data"}


def test_data_provenance_standards_tell_source_method_and_period() -> None:
    record = {
        "source": {"version": "1.0.0", "title": "Reviews"},
        "provenance": {
            "origin-geography": [{"country": "FR"}, {"country": "FR"}, {"country": "DE"}],
            "generation-period": {"start": "2023-01", "end": "2024-01"},
            "generation-method": [
                {"code": "web-scraping-crawling-textual", "description": "Web scraping/Crawling Textual"},
                {"code": "machine-generated-mlops-synthetic"},
            ],
        },
        "use": {
            "license": ["CC0-1.0"],
            "classification": [{"code": "pii", "description": "Personally Identifiable Information"}],
            "privacy-indicators": [{"tool": {"code": "data-masking", "description": "Data Masking"}}],
            "intended-purpose": [{"code": "ai-pre-training"}],
        },
    }

    assert told(record) == {
        "data.datasets": ["Reviews"],
        "data.provenance": ["Web scraping/Crawling Textual", "machine-generated-mlops-synthetic"],
        "data.crawlers_used": True,
        "data.synthetic_used": True,
        "data.collection_period": "2023-01 to 2024-01",
        "data.scope": "data originate in FR, DE",
        "distribution.licence": "CC0-1.0",
        "data.personal_data": [
            "contains Personally Identifiable Information",
            "protected by Data Masking",
        ],
    }


def test_the_names_of_the_oasis_specification_are_read_too() -> None:
    record = {
        "$schema": "https://docs.oasis-open.org/dps/prov-meta/v1.0/schema/data-provenance.json",
        "set": {"publisher": {"name": "Example Archive"}},
        "source": {"name": "Debates", "issuer": [{"legal-name": "Example Archive"}]},
        "provenance": {
            "origin-geography": [{"country": "N/A"}, {"country": "LU"}],
            "generation-method": [{"code": "feeds", "long-description": "News feeds of five partners."}],
        },
        "use": {
            "classification": [
                {"regulation": {"code": "phi"}, "evaluated": True},
                {"regulation": {"code": "pi"}, "evaluated": False},
            ],
            "data-risk-reducing": [{"tool-used": "Redactor", "technology": "data-redaction"}],
            "license": ["NOASSERTION", "CC-BY-4.0"],
        },
    }

    assert told(record) == {
        "data.datasets": ["Debates"],
        "data.provenance": ["News feeds of five partners."],
        "data.scope": "data originate in LU",
        "distribution.licence": "CC-BY-4.0",
        "data.personal_data": ["evaluated for phi", "protected by data-redaction"],
    }


def spdx(prefix: str, *more: dict[str, Any]) -> dict[str, Any]:
    model = {
        "type": f"{prefix}AIPackage",
        "spdxId": "urn:model",
        "name": "example-7b",
        "suppliedBy": "urn:lab",
        "releaseTime": "2025-09-07T00:00:00Z",
        f"{prefix}typeOfModel": ["transformer"],
        f"{prefix}limitation": "Text only.",
        f"{prefix}energyConsumption": {
            f"{prefix}trainingEnergyConsumption": [
                {f"{prefix}energyQuantity": "120000", f"{prefix}energyUnit": "kilowattHour"},
                {f"{prefix}energyQuantity": 36, f"{prefix}energyUnit": "megajoule"},
            ],
            f"{prefix}inferenceEnergyConsumption": [
                {f"{prefix}energyQuantity": "1", f"{prefix}energyUnit": "kilowattHour"}
            ],
        },
        "verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "0a0b"}],
    }
    lab = {"type": "Organization", "spdxId": "urn:lab", "name": "Example Lab"}
    licence = {"type": "Relationship", "relationshipType": "hasDeclaredLicense", "from": "urn:model"}
    licence["to"] = ["https://spdx.org/licenses/Apache-2.0"]
    return {
        "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
        "@graph": [model, lab, licence, *more],
    }


@pytest.mark.parametrize("prefix", ["ai_", ""])
def test_spdx_tells_of_ai_packages_with_and_without_prefixes(prefix: str) -> None:
    assert told(spdx(prefix)) == {
        "model.name": "example-7b",
        "provider.name": "Example Lab",
        "model.release_date": "2025-09-07",
        "model.architecture": "transformer",
        "use.limitations": "Text only.",
        "training.energy_mwh": 120.01,
        "model.authenticity": "sha256:0a0b",
        "distribution.licence": "Apache-2.0",
    }


def test_spdx_tells_of_data_sets_and_their_own_licences() -> None:
    data = {
        "type": "dataset_DatasetPackage",
        "spdxId": "urn:data",
        "name": "corpus",
        "dataset_datasetType": ["text", "timestamp"],
        "dataset_dataCollectionProcess": "Collected by hand.",
        "dataset_datasetSize": 117553,
    }
    licence = {"type": "Relationship", "relationshipType": "hasConcludedLicense", "from": "urn:data", "to": ["urn:l"]}
    text = {"type": "expandedlicensing_CustomLicense", "spdxId": "urn:l", "simplelicensing_licenseText": "Ask us."}
    source = artifact("bom.spdx.json", "provenance_manifest", "json", spdx("ai_", data, licence, text))

    facts = [(fact.field, fact.value, fact.variant) for fact in read(source, 0) if fact.location.span.line > 50]

    assert facts == [
        ("data.datasets", ["corpus"], ""),
        ("data.modalities", ["text"], ""),
        ("data.provenance", ["Collected by hand."], ""),
        ("data.size", "117553 (SPDX datasetSize)", ""),
        ("distribution.licence", "Ask us.", "data"),
    ]


def test_data_that_a_model_is_only_tested_on_are_no_training_data() -> None:
    more = [
        {"type": "dataset_DatasetPackage", "spdxId": f"urn:{name}", "name": name}
        for name in ("corpus", "benchmark", "both")
    ]
    uses = [("trainedOn", ["urn:corpus", "urn:both"]), ("testedOn", ["urn:benchmark", "urn:both"])]
    relations = [{"type": "Relationship", "relationshipType": kind, "from": "urn:model", "to": to} for kind, to in uses]

    assert told(spdx("ai_", *more, *relations))["data.datasets"] == ["['corpus']", "['both']"]


def test_what_asserts_nothing_answers_nothing() -> None:
    silent = {
        "type": "ai_AIPackage",
        "spdxId": "urn:m",
        "name": "example",
        "software_downloadLocation": "NOASSERTION",
        "ai_typeOfModel": ["noAssertion", "transformer"],
        "ai_limitation": "N/A",
    }
    expected = {"model.name": "example", "model.architecture": "noAssertion; transformer"}

    assert told({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [silent]}) == expected
    # Drafts of the format list their elements under another key.
    assert told({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "element": [silent]}) == expected


CYCLONEDX = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.7",
    "components": [
        {
            "type": "machine-learning-model",
            "bom-ref": "m",
            "name": "example-7b",
            "publisher": "Example Lab",
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "hashes": [{"alg": "SHA-256", "content": "0a0b"}],
            "externalReferences": [
                {"type": "distribution", "url": "https://example.org/model"},
                {"type": "website", "url": "https://example.org"},
            ],
            "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "example-base"}]},
            "properties": [{"name": "example:modelcard:contextLength", "value": "8192"}],
            "modelCard": {
                "properties": [{"name": "knowledge_cutoff", "value": "June 2024"}],
                "modelParameters": {
                    "architectureFamily": "transformer",
                    "modelArchitecture": "decoder-only transformer",
                    "datasets": [{"ref": "d"}, {"type": "dataset", "name": "books"}],
                    "inputs": [{"format": "text"}, {"format": "image"}],
                    "outputs": [{"format": "text"}],
                },
                "considerations": {
                    "useCases": ["summaries"],
                    "technicalLimitations": ["short texts only"],
                    "environmentalConsiderations": {
                        "energyConsumptions": [
                            {
                                "activity": "training",
                                "activityEnergyCost": {"value": 300000, "unit": "kWh"},
                                "co2CostEquivalent": {"value": 31.22, "unit": "tCO2eq"},
                                "energyProviders": [{"organization": {"address": {"country": "France"}}}],
                            },
                            {"activity": "training", "activityEnergyCost": {"value": 100000, "unit": "kWh"}},
                            {"activity": "inference", "activityEnergyCost": {"value": 7, "unit": "kWh"}},
                        ]
                    },
                },
            },
        },
        {"type": "data", "bom-ref": "d", "name": "web-corpus"},
        {"type": "library", "name": "example-library", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
    ],
}


def test_cyclonedx_tells_of_models_and_not_of_libraries() -> None:
    assert told(CYCLONEDX) == {
        "model.name": "example-7b",
        "provider.name": "Example Lab",
        "distribution.licence": "Apache-2.0",
        "model.authenticity": "SHA-256:0a0b",
        "distribution.channels": ["https://example.org/model"],
        "model.base_model": ["example-base"],
        "model.context_length": 8192,
        "data.cutoff": "2024-06",
        "model.architecture": "decoder-only transformer",
        "data.datasets": ["['books']", "['web-corpus']"],
        "model.input_modalities": ["text", "image"],
        "model.output_modalities": ["text"],
        "use.intended": "summaries",
        "use.limitations": "short texts only",
        "training.energy_mwh": 400,
        "training.carbon_tco2e": 31.22,
        "training.location": "France",
    }


def test_several_models_of_one_bill_are_told_apart() -> None:
    components = [{"type": "machine-learning-model", "name": name} for name in ("small", "large")]
    source = artifact("bom.json", "provenance_manifest", "json", {"bomFormat": "CycloneDX", "components": components})

    assert [(fact.value, fact.variant) for fact in read(source, 0)] == [("small", "small"), ("large", "large")]


def disclosed(name: str, source: str, synthetic: str = "no", languages: str = "en, de, zz9,") -> dict[str, Any]:
    return {
        "name": name,
        "languages": languages,
        "type": "text",
        "data_provenance": source,
        "user_data": "no",
        "synthetic": synthetic,
    }


DISCLOSURE: dict[str, Any] = {
    "disclosures": {
        "timestamp": "2026-09-03T14:02:36Z",
        "model": {
            "name": "Lark-4-30b",
            "developer": "Nest",
            "release_date": "08/25/2026",
            "approx_parameter_count": 30000000000,
            "active_approx_parameter_count": 3000000000,
            "intended_use": "Code, agents",
            "architecture": {
                "type": "Sparse transformer",
                "layers": 64,
                "context_length": "128K",
                "rope": {"type": "x"},
            },
            "license": {"type": "Apache License 2.0", "url": "https://nest.example/apache"},
        },
        "pre-training": {
            "stage": "first",
            "methods": [
                {
                    "category": "web",
                    "datasets": [
                        disclosed("NestWeb", "Web crawling"),
                        disclosed("Pages", "Publicly available datasets"),
                    ],
                },
                {
                    "category": "law",
                    "datasets": [disclosed("Cases", "Private non-publicly available datasets", languages="fr")],
                },
            ],
        },
    }
}


def test_a_disclosure_tells_of_the_model_and_of_the_data_of_each_stage() -> None:
    assert told(DISCLOSURE) == {
        "document.last_updated": "2026-09-03",
        "model.name": "Lark-4-30b",
        "provider.name": "Nest",
        "model.release_date": "2026-08-25",
        "model.parameters_total": 30000000000,
        "model.parameters_active": 3000000000,
        "use.intended": "Code, agents",
        "model.architecture": "type: Sparse transformer, layers: 64",
        "model.context_length": 128000,
        "distribution.licence": "Apache-2.0",
        "distribution.licence_url": "https://nest.example/apache",
        "data.datasets": ["NestWeb", "Pages", "Cases"],
        "data.languages": ["en", "de", "fr"],
        "data.modalities": ["text"],
        "data.provenance": ["Web crawling", "Publicly available datasets", "Private non-publicly available datasets"],
        "data.public_datasets_used": True,
        "data.private_third_party_used": True,
        "data.crawlers_used": True,
        "data.user_data_used": False,
        "data.synthetic_used": False,
    }


def test_one_synthetic_data_set_of_a_disclosure_is_enough_and_silence_is_no_denial() -> None:
    rows = [disclosed("A", "Web crawling"), disclosed("B", "Web crawling", synthetic="yes")]
    rows[0].pop("user_data")
    model = DISCLOSURE["disclosures"]["model"]
    found = told({"model": model, "tuning": {"methods": [{"datasets": rows}]}})
    assert found["data.synthetic_used"] is True
    assert "data.user_data_used" not in found


OPENNESS = """\
framework:
  name: 'Model Openness Framework'
  version: '1.0'
  date: '2024-12-15'
release:
  name: Example
  date: '2025-05-10'
  architecture: 'transformer decoder'
  origin: ''
  producer: Example Lab
  huggingface: 'https://example.org/model'
  license:
    distribution:
      name: Apache-2.0
    code:
      name: MIT
    data:
      name:
  components:
    - name: 'Training code'
    - name: 'Model parameters (Final)'
"""


def test_the_openness_framework_tells_what_is_released_under_which_licence() -> None:
    assert told(OPENNESS, form="yaml") == {
        "model.name": "Example",
        "model.architecture": "transformer decoder",
        "provider.name": "Example Lab",
        "distribution.channels": ["https://example.org/model"],
        "distribution.licence": ["Apache-2.0", "MIT"],
        "distribution.additional_assets": ["Training code", "Model parameters (Final)"],
    }
    source = artifact("mof.yml", "provenance_manifest", "yaml", OPENNESS)
    licence = next(fact for fact in read(source, 0) if fact.field == "distribution.licence")
    assert (str(licence.location), licence.location.anchor) == ("mof.yml:14:13", "/release/license/distribution/name")


def test_components_tell_the_licences_that_the_release_does_not() -> None:
    older = """\
framework: {name: Model Openness Framework}
release:
  name: Example
  origin: Example
  license: {}
  github: https://example.org/code
components:
  Training code: {license_name: MIT}
  Model parameters (Final): {license_name: Apache-2.0}
  Datasets: {license_name: License not specified}
"""

    assert told(older, form="yaml") == {
        "model.name": "Example",
        "distribution.channels": ["https://example.org/code"],
        "distribution.licence": "Apache-2.0",
        "distribution.additional_assets": ["Training code", "Model parameters (Final)", "Datasets"],
    }


def test_a_citation_tells_each_licence_and_its_address() -> None:
    citation = "# YAML 1.2\n---\ncff-version: 1.1.0\ntype: dataset\nlicense: [CC-BY-4.0, MIT]\n"
    citation += "license-url: https://example.org/licence\n...\n"
    source = artifact("CITATION.cff", "citation", "yaml", citation)

    assert [(fact.field, fact.value, fact.variant) for fact in read(source, 0)] == [
        ("distribution.licence", "CC-BY-4.0", "data"),
        ("distribution.licence", "MIT", "data"),
        ("distribution.licence_url", "https://example.org/licence", "data"),
    ]


def test_a_citation_tells_publisher_contact_and_the_softwares_licence() -> None:
    citation = """\
cff-version: 1.2.0
message: Please cite this software.
title: A paper about the model
version: 1.10
authors:
  - family-names: Doe
    given-names: Jo
  - name: Example Lab
contact:
  - family-names: Doe
    email: jo@example.org
license: Apache-2.0
"""

    assert told(citation, "citation", "yaml") == {
        "provider.name": "Example Lab",
        "provider.contact": "jo@example.org",
        "distribution.licence": "Apache-2.0",
    }


def test_a_data_card_tells_the_size_of_its_configurations() -> None:
    card = """\
---
pretty_name: Example
dataset_info:
  - config_name: a
    splits:
      - name: train
        num_examples: 87599
      - name: test
        num_examples: 1
    dataset_size: 89789763
---
# Example
"""
    source = Artifact("README.md", "markdown", "data_card", parse_markdown("README.md", card.encode()))

    assert [(fact.field, fact.value, fact.location.span.line) for fact in read(source, 0)] == [
        ("data.size", "87600 examples, 89789763 bytes", 6)
    ]


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "7",
        '{"conformsTo": 3, "@context": []}',
        '{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [1, {"type": []}, null]}',
        '{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}',
        '{"bomFormat": "CycloneDX", "components": "none"}',
        '{"bomFormat": "CycloneDX", "components": [{"type": "machine-learning-model", "modelCard": [1], "hashes": 3}]}',
        '{"source": {}, "provenance": {"generation-method": "x"}, "use": []}',
        '{"framework": {"name": "Model Openness Framework"}, "release": {"license": "MIT", "components": 1}}',
        '{"system_metadata": [], "flavors": 1}',
        '{"dataset_info": [{"splits": [1]}]}',
        '{"name": "an ordinary document", "license": "MIT"}',
    ],
)
def test_what_is_malformed_or_no_manifest_gives_nothing_and_does_not_fail(content: str) -> None:
    found = list(read(artifact("manifest.json", "provenance_manifest", "json", content), 0))

    assert [fact.field for fact in found] in ([], ["data.provenance"])


#: Values that stand where others are expected.
ODD = [None, True, -1, 10**400, 1e308, "", "x", [], [None], {}, {"a": {"b": []}}, [[["x"]]]]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    keys = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, child in keys for inner in paths(child, (*path, key)))]


def changed(value: Any, path: tuple[str | int, ...], odd: Any) -> Any:
    if not path:
        return odd
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], odd)
    return copy


@pytest.mark.parametrize("manifest", [CROISSANT, CYCLONEDX, spdx("ai_"), DISCLOSURE, yaml.safe_load(OPENNESS)])
def test_a_value_of_another_type_anywhere_does_not_fail(manifest: dict[str, Any]) -> None:
    for path in paths(manifest):
        for odd in ODD:
            source = artifact("manifest.json", "provenance_manifest", "json", json.dumps(changed(manifest, path, odd)))
            assert all(fact.location.span.line >= 1 for fact in read(source, 0))
