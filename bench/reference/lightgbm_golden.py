"""A small LightGBM model on the exported features, and its own scores of a few clients, as the tests read them.

    npm run limpide -- features --clients 4000 --out features
    duckdb -c "COPY (FROM 'features/features.parquet') TO 'features/features.csv'"
    python bench/reference/lightgbm_golden.py features model/features/golden/lightgbm

Columns are shuffled, categories are pandas's, and a quarter of the labelled clients has no part in training.
"""

import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np
import pandas as pd

source, target = Path(sys.argv[1]), Path(sys.argv[2])
features = [f for f in json.loads((source / "features.json").read_text()) if not f["protected"]]
categories = [f["id"] for f in features if f["categories"] is not None]
numbers = [f["id"] for f in features if f["categories"] is None]
table = pd.read_csv(
    source / "features.csv", dtype={name: "object" for name in categories}, keep_default_na=False, na_values=[""]
)
random = np.random.default_rng(7)
x = table[list(random.permutation(categories + numbers))].astype(
    {**{name: "float32" for name in numbers}, **{name: "category" for name in categories}}
)
train = table.TARGET.notna() & (np.arange(len(table)) % 4 != 0)
model = lgb.train(
    {
        "objective": "binary",
        "num_leaves": 8,
        "learning_rate": 0.2,
        "min_child_samples": 40,
        "reg_lambda": 5,
        "colsample_bytree": 0.35,
        "cat_smooth": 5,
        "min_data_per_group": 20,
        "max_cat_to_onehot": 2,
        "seed": 3,
        "deterministic": True,
        "num_threads": 1,
        "force_col_wise": True,
        "verbosity": -1,
    },
    lgb.Dataset(x[train], table.TARGET[train].astype(int)),
    20,
)
model.save_model(target / "model.txt")
read = [name for name, splits in zip(model.feature_name(), model.feature_importance()) if splits > 0]
rows = random.choice(len(table), 25, replace=False)
scores = model.predict(x, raw_score=True)


def cell(value):
    return None if pd.isna(value) else value if isinstance(value, str) else float(np.float32(value))


expected = {
    "made_with": f"lightgbm {lgb.__version__}",
    "columns": read,
    "rows": [[cell(value) for value in x.iloc[row][read]] for row in rows],
    "raw_score": [float(scores[row]) for row in rows],
}
(target / "expected.json").write_text(json.dumps(expected))
