import sys

import pandas as pd

rows = pd.read_csv(sys.argv[1], float_precision="round_trip")
for row in rows.dropna(subset=["fault"]).drop_duplicates("point").itertuples():
    print(f"point {row.point} could not be run: {row.fault}", file=sys.stderr)
varied = list(rows.columns[rows.columns.get_loc("point") + 1 : rows.columns.get_loc("pair")])
pairs = rows.dropna(subset=["pair"]).drop_duplicates(["point", "outcome", "pair"])
table = pairs.groupby(["outcome", "point", *varied])["difference"].agg(["count", "mean", "std"])
table.to_csv(sys.stdout)
