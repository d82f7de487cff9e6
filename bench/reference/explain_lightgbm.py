"""Trains with LightGBM for bench/explain.ts, and times how it and shap explain: python explain_lightgbm.py REQUEST.json

REQUEST.json holds: matrix (path of a little-endian float32 file, a column after the other), labels (path of a uint8 file),
rows, columns, params, rounds, model (path to write the model to), contributions (path to write LightGBM's own to, float64,
row after row, the bias last), lightgbm_rows and shap_rows (how many rows each explains, the first ones). One thread
explains. Prints one line of JSON: of each its name, rows, seconds and cpu_seconds, of shap also the largest difference
from LightGBM.

shap's TreeExplainer leaves a LightGBM model to LightGBM; here it is made to use its own code. Without shap installed it is
left out.
"""

import json
import sys
import time

import lightgbm
import numpy


def timed(name, rows, explain):
    explain(rows[:10])
    start, cpu = time.perf_counter(), time.process_time()
    values = explain(rows)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    return values, {"name": name, "rows": len(rows), "seconds": seconds, "cpu_seconds": cpu}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    shape = (request["columns"], request["rows"])
    matrix = numpy.ascontiguousarray(numpy.fromfile(request["matrix"], dtype="<f4").reshape(shape).T)
    labels = numpy.fromfile(request["labels"], dtype="u1").astype("f4")
    params = {**request["params"], "objective": "binary", "num_threads": 1, "verbose": -1}
    booster = lightgbm.train(params, lightgbm.Dataset(matrix, labels, params=params), request["rounds"])
    booster.save_model(request["model"])
    values, result = timed(
        f"LightGBM {lightgbm.__version__} pred_contrib",
        matrix[: request["lightgbm_rows"]],
        lambda rows: booster.predict(rows, pred_contrib=True, num_threads=1),
    )
    values.astype("<f8").tofile(request["contributions"])
    results = [result]
    try:
        import shap
    except ImportError:
        print("shap isn't installed: left out", file=sys.stderr)
    else:
        explainer = shap.TreeExplainer(booster, feature_perturbation="tree_path_dependent")
        explainer.model.model_type = "internal"
        own, result = timed(
            f"shap {shap.__version__} TreeExplainer",
            matrix[: request["shap_rows"]].astype("f8"),
            lambda rows: explainer.shap_values(rows, check_additivity=False),
        )
        own = numpy.asarray(own)
        if own.shape[0] == 2:
            own = own[1]
        result["difference"] = float(numpy.abs(own - values[: len(own), :-1]).max())
        results.append(result)
    print(json.dumps(results))


main()
