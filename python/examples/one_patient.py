"""One person: what was measured goes in, the answer with all that it stands on comes out."""

import osteon
from osteon import Fracture, Patient, Region, RiskFactors, Scan


def main() -> None:
    patient = Patient(
        sex="female",
        age_years=67,
        country="GB",
        height_cm=162,
        weight_kg=58,
        scans=[
            Scan(
                manufacturer="hologic",
                regions=[
                    Region(region="femoral_neck", bmd_g_cm2=0.558),
                    Region(region="lumbar_spine", vertebrae=["L1", "L2", "L3", "L4"], bmd_g_cm2=0.781),
                ],
            )
        ],
        fractures=[Fracture(site="distal_forearm", months_ago=8, trauma="low")],
        risk_factors=RiskFactors(current_smoker=False, parental_hip_fracture=True),
    )
    answer = osteon.assess(patient, country="GB")

    neck = answer.score("femoral_neck")
    print(f"Femoral neck: T {neck.t_score_reported} by {neck.reference}")
    print(f"Diagnosis: {answer.diagnosis.category}; by a fracture alone: {answer.diagnosis.clinical_osteoporosis}")

    hip = answer.risk("qfracture2012", "hip")
    if hip.refused is None and hip.percent is not None and hip.range_percent is not None:
        best, worst = hip.range_percent
        print(f"Hip fracture in {hip.horizon_years} years: {hip.percent:.1f} %")
        print(f"  {best:.1f}-{worst:.1f} % over what is unknown")

    nogg = answer.guideline("nogg2024")
    print(f"{nogg.name}: {nogg.recommendation}")
    # A recommendation is read with what it hangs on.
    print(f"  verified: {nogg.verified}; unknown: {', '.join(nogg.missing) or 'nothing'}")
    for change in nogg.would_change:
        print(f"  would change with: {change.text}")

    print(f"Triage: {answer.triage.priority}, within {answer.triage.within_weeks} weeks")
    for assumed in answer.assumed:
        print(f"Assumed: {assumed.field} read as {assumed.read_as}; {assumed.effect}")


if __name__ == "__main__":
    main()
