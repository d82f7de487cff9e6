"""Writes model/explainer/lime/golden/lime.json: what the authors' package gives, with the draw of the neighbourhood held fixed.

    pip install lime
    python lime_golden.py > ../../model/explainer/lime/golden/lime.json

The package's own discretisers and its LimeBase (selection, weighted ridge, R²) run on a small made-up table: eight
features, among them counts with many zeros, a constant-like flag and a category. Rows of the neighbourhood are drawn
here as lime_tabular draws them, bins by their frequencies; distances and kernel are those of lime_tabular.
"""

import json
import sys

import numpy
from lime.discretize import DecileDiscretizer, QuartileDiscretizer
from lime.lime_base import LimeBase
from sklearn.metrics import pairwise_distances

ROWS, SAMPLES = 120, 200
CATEGORY = 7


def table(random):
    return numpy.column_stack(
        [
            random.normal(0, 1, ROWS),
            random.lognormal(10, 1, ROWS).round(),
            random.poisson(0.4, ROWS),
            random.integers(0, 3, ROWS),
            (random.random(ROWS) < 0.95).astype(float),
            random.random(ROWS).round(1),
            numpy.zeros(ROWS),
            random.integers(0, 4, ROWS),
        ]
    ).astype(float)


def main():
    random = numpy.random.default_rng(20160813)
    data = table(random)
    names = [str(i) for i in range(data.shape[1])]
    discretizers = {
        count: kind(data, [CATEGORY], names) for count, kind in ((4, QuartileDiscretizer), (10, DecileDiscretizer))
    }
    # As the discretiser holds them: a bin ends at each maximum but the last.
    cuts = {
        count: [None if i == CATEGORY else discretizer.maxs[i][:-1] for i in range(data.shape[1])]
        for count, discretizer in discretizers.items()
    }
    bins = {count: discretizer.discretize(data).astype(int) for count, discretizer in discretizers.items()}

    row = bins[4][0]
    drawn = numpy.column_stack([random.choice(column, SAMPLES) for column in bins[4].T])
    binary = (drawn == row).astype(float)
    binary[0] = 1
    effects = numpy.array([0.9, -0.6, 0.4, 0.25, 0.8, -0.1, 0.0, 0.3])
    output = binary @ effects + 0.5 * binary[:, 0] * binary[:, 1] + random.normal(0, 0.2, SAMPLES) - 2

    distances = pairwise_distances(binary, binary[:1]).ravel()
    width = numpy.sqrt(data.shape[1]) * 0.75

    def kernel(d):
        return numpy.sqrt(numpy.exp(-(d**2) / width**2))

    base = LimeBase(kernel, random_state=0)
    explanations = []
    for selection, features in (
        ("none", 8),
        ("forward_selection", 3),
        ("forward_selection", 8),
        ("highest_weights", 4),
        ("auto", 6),
        ("auto", 7),
    ):
        intercept, weights, score, prediction = base.explain_instance_with_data(
            binary, output.reshape(-1, 1), distances, 0, features, selection
        )
        explanations.append(
            {
                "selection": selection,
                "features": features,
                "intercept": float(intercept),
                "weights": [[int(feature), float(weight)] for feature, weight in weights],
                "rSquared": float(score),
                "prediction": float(prediction[0]),
            }
        )
    json.dump(
        {
            "columns": data.T.tolist(),
            "category": CATEGORY,
            "cuts": cuts,
            "bins": {count: table.T.tolist() for count, table in bins.items()},
            "design": binary.astype(int).tolist(),
            "output": output.tolist(),
            "proximities": kernel(distances).tolist(),
            "explanations": explanations,
        },
        sys.stdout,
    )
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
