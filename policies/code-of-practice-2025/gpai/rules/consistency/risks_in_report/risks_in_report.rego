# METADATA
# title: The Model Report covers every specified risk of the Framework
# description: |
#   The Framework names the systemic risks that are assessed; the Model Report shows the assessment of each. A specified
#   risk that the Framework treats and the report passes over leaves the chain broken.
# related_resources:
# - description: Code of Practice, Safety and Security chapter, Measures 2.1 and 7.3 and Appendix 1.4
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-716
#   name: risks-in-report
#   category: consistency
#   strength: code
#   requirements: ["S-7.3(1)(a)-(d)"]
#   measures: ["Safety and Security, Measure 2.1", "Safety and Security, Measure 7.3"]
#   articles: ["Article 55(1)(b)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-401, GPAI-501]
#   remediation: |
#     Add to the Model Report, for this risk: scenarios, evaluations and their results, the estimate, the tier reached and
#     the mitigations.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, systemic_risk: true}
#         documents: {safety_framework: docs/framework.md, model_report: docs/report.md}
#       docs/framework.md: |
#         # Safety and Security Framework
#         ## Systemic risks
#         We assess chemical, biological, radiological and nuclear risks (CBRN) and cyber offence.
#       docs/report.md: |
#         # Safety and Security Model Report
#         ## Results
#         Offensive cyber capabilities: tier 1 was not reached.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, systemic_risk: true}
#         documents: {safety_framework: docs/framework.md, model_report: docs/report.md}
#       docs/framework.md: |
#         # Safety and Security Framework
#         ## Systemic risks
#         We assess chemical, biological, radiological and nuclear risks (CBRN) and cyber offence.
#       docs/report.md: |
#         # Safety and Security Model Report
#         ## Results
#         CBRN: tier 1 was not reached. Offensive cyber capabilities: tier 1 was not reached.
#   since: 0.1.0
package gpai.rules.consistency.risks_in_report

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.reference.specified_risks
import data.gpai.scope

report contains finding.with_related(
	finding.at("GPAI-716", model, reports[0].path, sprintf(
		"The Framework treats %s, but the Model Report '%s' does not.",
		[risk.name, reports[0].document.path],
	)),
	[{"message": sprintf("The Framework treats %s here.", [risk.name]), "at": treated[0].path}],
) if {
	some model in input.models
	scope.applies("S-7.3(1)(a)-(d)", model)
	reports := documents.readable(model, {"model_report"})
	count(reports) > 0
	some risk in specified_risks
	treated := passages.matching(model, {"safety_framework"}, risk.patterns)
	count(treated) > 0
	count(passages.matching(model, {"model_report"}, risk.patterns)) == 0
}
