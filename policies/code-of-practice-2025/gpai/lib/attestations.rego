# METADATA
# title: Attestations
# description: |
#   Signed-off statements in the configuration for what no file can show,
#   `{requirement, model?, statement, by, date, evidence?, expires?}`. One counts from its date to its expiry, for the
#   model it names or for all.
package gpai.lib.attestations

# METADATA
# description: The attestations that count for a requirement of a model, as `{"path", "attestation"}`.
valid(requirement, model) := [entry |
	some entry in about(requirement, model)
	current(entry.attestation)
]

# METADATA
# description: All attestations for a requirement of a model, expired ones included.
about(requirement, model) := [{"path": ["configuration", "attestations", i], "attestation": attestation} |
	some i, attestation in _attestations
	attestation.requirement == requirement
	_concerns(attestation, model)
]

# METADATA
# description: The requirements that any attestation is about, whether it counts or not.
requirements contains attestation.requirement if some attestation in _attestations

# METADATA
# description: Whether an attestation counts on the day of the check.
current(attestation) if {
	attestation.date <= input.as_of
	not expired(attestation)
}

# METADATA
# description: Whether an attestation's last day has passed.
expired(attestation) if attestation.expires < input.as_of

default _attestations := []

_attestations := input.configuration.attestations if is_array(input.configuration.attestations)

_concerns(attestation, _) if not attestation.model

_concerns(attestation, model) if attestation.model in {"", model.path}
