"""T-scores and a risk of QFracture's shape in numpy, as one would write them down.

numpy_expressions.py ROWS_OF_T_SCORES ROWS_OF_RISKS: prints JSON, the median time of a row in nanoseconds.
benches/batch runs it; the arrays are drawn alike there.
"""

import json
import statistics
import sys
import time

import numpy as np

TURNS = 9


def ns_a_row(rows, expression):
    expression()
    turns = []
    for _ in range(TURNS):
        start = time.perf_counter_ns()
        expression()
        turns.append((time.perf_counter_ns() - start) / rows)
    return statistics.median(turns)


def t_scores(rows, draw):
    bmd = draw.uniform(0.3, 1.5, rows)
    known = np.arange(rows) % 64 != 6
    mean, sd = 0.858, 0.120

    def expression():
        inside = known & (bmd >= 0.1) & (bmd <= 3.0)
        return np.where(inside, (bmd - mean) / sd, np.nan)

    return {"is": "`where(known, (bmd - mean) / sd, nan)`", "ns_a_row": ns_a_row(rows, expression)}


def qfracture(rows, draw):
    """Two outcomes of a linear predictor: powers of age and of body mass index, levels, twenty factors."""
    age = draw.integers(50, 96, rows)
    bmi = draw.uniform(20.5, 39.5, rows)
    codes = [draw.integers(0, size, rows) for size in (6, 9, 5)]
    levels = [[draw.normal(0, 0.2, size) for size in (6, 9, 5)] for _ in range(2)]
    factors = (draw.uniform(size=(rows, 20)) < 0.1).astype(float)
    weights = draw.normal(0, 0.3, (2, 20))

    def expression():
        risks = []
        for outcome in range(2):
            a, b = age / 10.0, bmi / 10.0
            predictor = 0.01 * (a**2 - 50.0) + 0.002 * (a**3 - 350.0) + 3.0 * (b**-2 - 0.15) + 0.2 * (b - 2.6)
            for code, level in zip(codes, levels[outcome]):
                predictor = predictor + level[code]
            predictor = predictor + factors @ weights[outcome]
            risks.append(100.0 * (1.0 - 0.98 ** np.exp(predictor)))
        return risks

    return {"is": "polynomial, levels, `factors @ weights`, `exp`", "ns_a_row": ns_a_row(rows, expression)}


def main():
    draw = np.random.default_rng(1)
    of_t_scores, of_risks = (int(rows) for rows in sys.argv[1:])
    said = {
        "numpy": np.__version__,
        "t_scores": t_scores(of_t_scores, draw),
        "qfracture": qfracture(of_risks, draw),
    }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
