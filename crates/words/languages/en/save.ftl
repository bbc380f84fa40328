# Charts to save as files.

chart = Save
# $format is SVG, PNG or CSV.
chart-as = Save { $chart } as { $format }
