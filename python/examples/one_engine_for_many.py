"""Options are chosen once, people are assessed in parallel: the engine leaves Python while it works."""

from concurrent.futures import ThreadPoolExecutor

import osteon
from osteon import Engine, Patient, Region, Scan


def people() -> list[Patient]:
    """Women of several ages with one bone density."""
    neck = Scan(manufacturer="hologic", regions=[Region(region="femoral_neck", bmd_g_cm2=0.61)])
    return [Patient(id=f"p{age}", sex="female", age_years=age, scans=[neck]) for age in range(52, 90, 4)]


def main() -> None:
    sections = ["scores", "diagnosis", "risks", "triage"]
    engine = Engine({"qfracture_years": 5, "trace": "off"}, country="FR", outputs=sections)
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(engine.assess, people()))
    for answer in answers:
        neck = answer.score("femoral_neck")
        z = "not given" if neck.z_score is None else f"{neck.z_score:+.1f}"
        print(f"{answer.patient.age_years}: T {neck.t_score_reported}, Z {z}, {answer.triage.priority}")
    print(f"by osteon {osteon.__version__} with the data of {osteon.data_version}")


if __name__ == "__main__":
    main()
