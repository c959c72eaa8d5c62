# METADATA
# title: Status
# description: The verdict on every requirement of the catalogue for every model, with its reason and its evidence.
package gpai.status

verdicts[model.index] := [] if some model in input.models
