"""Times LightGBM on the rows that bench/trainer.ts trains on.

    python trainer_lightgbm.py REQUEST.json

REQUEST.json holds: matrix (path of a little-endian float32 file, a column after the other), labels and folds (paths of
uint8 files; folds may be null: one fit on all rows), rows, columns, categorical (places of columns), params, rounds,
threads. Prints one line of JSON: auc and log_loss out of fold (null for one fit), seconds, cpu_seconds, and
peak_megabytes of this process.
"""

import json
import resource
import sys
import time

import lightgbm
import numpy
from sklearn.metrics import log_loss, roc_auc_score


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    rows, columns = request["rows"], request["columns"]
    matrix = numpy.fromfile(request["matrix"], dtype="<f4").reshape(columns, rows).T
    matrix = numpy.ascontiguousarray(matrix)
    labels = numpy.fromfile(request["labels"], dtype="u1").astype("f4")
    folds = numpy.fromfile(request["folds"], dtype="u1") if request["folds"] else None
    params = {**request["params"], "objective": "binary", "num_threads": request["threads"], "verbose": -1}
    categorical = request["categorical"] or "auto"

    def fit(x, y):
        dataset = lightgbm.Dataset(x, y, params=params, categorical_feature=categorical)
        return lightgbm.train(params, dataset, request["rounds"])

    start, cpu = time.perf_counter(), time.process_time()
    scores = None
    if folds is None:
        fit(matrix, labels)
    else:
        scores = numpy.empty(rows)
        for fold in numpy.unique(folds):
            inside = folds == fold
            scores[inside] = fit(matrix[~inside], labels[~inside]).predict(
                matrix[inside], num_threads=request["threads"]
            )
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(
        json.dumps(
            {
                "auc": None if scores is None else roc_auc_score(labels, scores),
                "log_loss": None if scores is None else log_loss(labels, scores),
                "seconds": seconds,
                "cpu_seconds": cpu,
                "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "version": lightgbm.__version__,
            }
        )
    )


main()
