# Numbers with what stands beside them. $number, $low and $high are numbers as text.

# What sets thousands apart.
thousands = ,
with-unit = { $number } { $unit }
range = { $low } to { $high }
range-with-unit = { $low } to { $high } { $unit }
# A number that is not 0 and would read as 0.
less-than = < { $least }
# What a number is of, and its unit: “Time for assisting [%]”.
named = { $name } [{ $unit }]
