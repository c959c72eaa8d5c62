# METADATA
# title: Modalities
# description: |
#   Whether a model generates what the indicative test asks for (Guidelines, paragraph 17): language as text or speech,
#   or images or video from text. `narrow` are those whose inputs and outputs alone show a task that the guidelines name
#   as narrow, such as transcription or upscaling.
package gpai.scope.modality

import data.gpai.lib.facts
import data.gpai.scope.settled

# METADATA
# description: What each model generates, an object of `answer` (yes, no, narrow or unknown), `why` and `evidence`.
generates[model.index] := value if {
	some model in input.models
	value := _generates(model)
}

_generates(model) := _answer("unknown", "what the model generates is not stated", _evidence(model)) if {
	count(outputs(model)) == 0
	not _language_model(model)
} else := _answer("yes", "its architecture is that of a language model", [_language_model(model)]) if {
	count(outputs(model)) == 0
} else := _answer("narrow", "it turns audio into text, as transcription does", _evidence(model)) if {
	outputs(model) == {"text"}
	inputs(model) == {"audio"}
	not _versatile(model)
} else := _answer("yes", "it generates text", _evidence(model)) if {
	"text" in outputs(model)
} else := _answer("narrow", "it generates audio alone, as speech synthesis or music generation does", _evidence(model)) if {
	outputs(model) == {"audio"}
	not _versatile(model)
} else := _answer("unknown", "it generates audio, and whether text as well is not stated", _evidence(model)) if {
	outputs(model) == {"audio"}
} else := _answer("narrow", "it turns images into images, as upscaling or inpainting does", _evidence(model)) if {
	inputs(model) == {"image"}
	count(outputs(model) & {"image", "video"}) > 0
} else := _answer("yes", "it generates images or video", _evidence(model)) if {
	count(outputs(model) & {"image", "video"}) > 0
} else := _answer("unknown", "one task of it gives classes, scores or the like, and it is called a language model", _evidence(model)) if {
	_versatile(model)
} else := _answer(
	"no",
	"its outputs are classes, scores, embeddings, forecasts or the like, and no text, speech, images or video",
	_evidence(model),
) if {
	outputs(model) == {"other"}
} else := _answer(
	"no", sprintf("it generates '%s' and no text, speech, images or video", [
		concat("', '", sort([name | some name in outputs(model)])),
	]),
	_evidence(model),
)

_answer(answer, why, evidence) := {"answer": answer, "why": why, "evidence": evidence}

# METADATA
# description: The modalities of a model's outputs, in lower case; the configuration before the documents.
outputs(model) := _modalities(model, "output")

# METADATA
# description: The modalities of a model's inputs, in lower case.
inputs(model) := _modalities(model, "input")

_modalities(model, side) := {lower(name) | some name in model.declared.modalities[side]} if {
	model.declared.modalities[side]
} else := {lower(name) |
	some entry in facts.stated(model, sprintf("model.%s_modalities", [side]))
	some name in _names(entry.fact.value)
}

_names(value) := value if is_array(value)

_names(value) := split(value, ", ") if is_string(value)

_evidence(model) := [settled.declared_at(model, "modalities")] if {
	model.declared.modalities
} else := [entry.path |
	some entry in facts.stated_any(model, ["model.output_modalities", "model.input_modalities"])
]

# The path of the first architecture that only language models have.
_language_model(model) := [entry.path |
	some entry in facts.stated(model, "model.architecture")
	regex.match(`causallm|lmhead|language model|decoder-only`, lower(entry.fact.text))
][0]

# What documents say of one task of a model is not all that it does, when they call it an assistant or the like. One
# that converses in speech generates language, which transcription, speech synthesis and music do not.
_versatile(model) if _called(model, concat("|", [
	`large language|\bllms?\b|omni|any-to-any|vision-language|causallm|\bchat|assistant`,
	`\bdialog|\bconversation|full-duplex|speech-text|audio-text|foundation model`,
]))

# One that embeds several modalities is called after them as well.
_versatile(model) if {
	not _embeds(model)
	_called(model, `multi-?modal`)
}

_called(model, names) if {
	not model.declared.modalities
	some field in ["model.name", "model.architecture", "model.input_modalities", "model.output_modalities", "use.intended"]
	some entry in facts.stated(model, field)
	regex.match(names, lower(entry.fact.text))
}

_embeds(model) if {
	outputs(model) == {"other"}
	some entry in facts.stated(model, "model.output_modalities")
	regex.match(`\bembedding (models?|spaces?|vectors?)\b`, lower(entry.fact.text))
}
