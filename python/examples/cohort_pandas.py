"""A table of people: the same rows come out, with the answers as columns."""

# pyright: reportMissingTypeStubs=false
# The types of pandas are a package of their own, pandas-stubs.

import pandas as pd

import osteon


def main() -> None:
    people = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "sex": ["female", "female", "male"],
            "age_years": [67.0, 71.0, 74.0],
            "manufacturer": ["hologic", "hologic", "ge_lunar"],
            "bmd_femoral_neck": [0.558, 0.712, None],
            "fractures": ["none", "vertebra@8!low", None],
        }
    )
    answers = osteon.assess_frame(people, outputs=["scores", "diagnosis", "triage"])
    for answer in answers.to_dict("records"):
        print(answer["id"], answer["diagnosis"], answer["triage_priority"])


if __name__ == "__main__":
    main()
