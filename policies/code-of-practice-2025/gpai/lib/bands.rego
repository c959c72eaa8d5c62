# METADATA
# title: Bands
# description: |
#   The scales of the Model Documentation Form, on which a box is ticked in an answer's text, and those of the training
#   summary, which readers give as '1e9-1e13', '<1e9' or '>1e13'.
package gpai.lib.bands

# METADATA
# description: The bands of a scale whose box is ticked in a text.
ticked(text, scale) := [band |
	some band in scale
	regex.match(_pattern(band.label), lower(text))
]

# METADATA
# description: The bands of a scale that a text is the bare name of, as in a structured form.
named(text, scale) := [band |
	some band in scale
	regex.match(sprintf(`^\s*%s\s*$`, [_spelt(band.label)]), lower(text))
]

# A tick, then the label.
_pattern(label) := sprintf(`(☒|☑|✓|✔|✗|\[x\])\s*%s(\s|$|[^0-9a-z])`, [_spelt(label)])

# With any dash and spacing.
_spelt(label) := dashed if {
	spaced := regex.replace(lower(label), `\s+`, `\s+`)
	dashed := regex.replace(spaced, `\s*-\s*`, `\s*[-–]\s*`)
}

# METADATA
# description: Whether a value lies in a band; bounds belong to both neighbours.
holds(band, value) if {
	_from(band, value)
	_to(band, value)
}

_from(band, _) if is_null(band.at_least)

_from(band, value) if value >= band.at_least

_to(band, _) if is_null(band.at_most)

_to(band, value) if value <= band.at_most

# METADATA
# description: A band of the training summary as bounds, `{"at_least", "at_most", "label"}`; undefined for other text.
of_summary(text) := {"at_least": null, "at_most": to_number(substring(text, 1, -1)), "label": text} if startswith(text, "<")

of_summary(text) := {"at_least": to_number(substring(text, 1, -1)), "at_most": null, "label": text} if startswith(text, ">")

of_summary(text) := {"at_least": to_number(parts[0]), "at_most": to_number(parts[1]), "label": text} if {
	regex.match(`^[0-9.]+e[0-9]+-[0-9.]+e[0-9]+$`, text)
	parts := split(text, "-")
}
