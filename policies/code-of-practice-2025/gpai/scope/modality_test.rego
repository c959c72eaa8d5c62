package gpai.scope.modality_test

import data.gpai.lib.testing
import data.gpai.scope.modality

_answer_for_audio(text) := answer if {
	facts := {"model.output_modalities": [testing.fact_with(["audio"], {"text": text})]}
	answer := modality.generates[0].answer with input as testing.document([testing.model({}, facts)])
}

test_speech_synthesis_and_music_are_narrow if {
	_answer_for_audio("A text-to-speech model") == "narrow"
	_answer_for_audio("A model that turns descriptions into music") == "narrow"
}

test_a_model_that_converses_in_speech_may_generate_text_as_well if {
	_answer_for_audio("A full-duplex model for spoken dialogue") == "unknown"
	_answer_for_audio("A speech-text foundation model") == "unknown"
}
