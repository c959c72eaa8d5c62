# METADATA
# title: Numbers
# description: |
#   Large numbers, compared and written. `sprintf` prints floats differently on each engine, so what a message says
#   about a quantity goes through `scientific` or `grouped`.
package gpai.lib.numbers

# METADATA
# description: Ten to the power of a whole number.
power_of_ten(power) := to_number(concat("", ["1e", format_int(power, 10)]))

# METADATA
# description: The exponent of a positive number's scientific notation, 24 for 3.3e24.
exponent(value) := max([e |
	some e in numbers.range(-3, 40)
	power_of_ten(e) <= value
])

# METADATA
# description: A positive number with two significant figures, `3.3e24`.
scientific(value) := sprintf("%d.%de%d", [floor(tenths / 10), tenths % 10, e]) if {
	value > 0
	[tenths, e] := _mantissa(round((value * 10) / power_of_ten(exponent(value))), exponent(value))
}

scientific(0) := "0"

_mantissa(tenths, e) := [tenths, e] if tenths < 100

_mantissa(tenths, e) := [10, e + 1] if tenths >= 100

# METADATA
# description: A count or a quantity as people write it, `70.6 billion`; small ones in full, `10.5`.
grouped(value) := concat(" ", [_one_decimal(value / 1000000000000), "trillion"]) if value >= 1000000000000

grouped(value) := concat(" ", [_one_decimal(value / 1000000000), "billion"]) if {
	value >= 1000000000
	value < 1000000000000
}

grouped(value) := concat(" ", [_one_decimal(value / 1000000), "million"]) if {
	value >= 1000000
	value < 1000000000
}

grouped(value) := _thousandths(round(value * 1000)) if value < 1000000

_one_decimal(value) := _trimmed(round(value * 10))

_trimmed(tenths) := format_int(floor(tenths / 10), 10) if tenths % 10 == 0

_trimmed(tenths) := sprintf("%d.%d", [floor(tenths / 10), tenths % 10]) if tenths % 10 != 0

_thousandths(parts) := format_int(parts / 1000, 10) if parts % 1000 == 0

_thousandths(parts) := trim_right(sprintf("%s.%s", [
	format_int(floor(parts / 1000), 10),
	substring(format_int(1000 + (parts % 1000), 10), 1, 3),
]), "0") if {
	parts % 1000 != 0
}

# METADATA
# description: Whether two numbers differ by at most `percent` of the larger one.
within(one, other, percent) if abs(one - other) * 100 <= percent * max([abs(one), abs(other)])

# METADATA
# description: How many significant figures a number written as text shows; `3.8e25` and `38` show two.
significant_figures(text) := count(digits) if {
	mantissa := regex.find_n(`[0-9][0-9.,]*`, text, 1)[0]
	digits := regex.replace(regex.replace(mantissa, `[.,]`, ""), `^0+`, "")
}
