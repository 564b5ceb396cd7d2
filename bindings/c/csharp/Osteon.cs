// The C ABI of Osteon for P/Invoke, written from include/osteon.h by `cargo xtask abi`: do not edit.
// Documentation is in the header. Every `size` is to be set to Marshal.SizeOf of its structure before a call.

using System;
using System.Runtime.InteropServices;

namespace Osteon.Native
{
    /// <summary>What became of a call.</summary>
    public enum osteon_status : int
    {
        /// <summary>A status that this header does not know; no call returns it.</summary>
        UNKNOWN = -1,
        /// <summary>Done.</summary>
        OK = 0,
        /// <summary>Something in the input is refused: osteon_error says which field, which value and which limit.</summary>
        REFUSED = 1,
        /// <summary>There is nothing at this place, or nothing of this name.</summary>
        NOT_FOUND = 2,
        /// <summary>The caller's progress callback stopped the work.</summary>
        CANCELLED = 3,
        /// <summary>The caller's buffer is too small; the length that it needs is told.</summary>
        BUFFER_TOO_SMALL = 4,
        /// <summary>A recommendation is asked for without what must stand beside it.</summary>
        INCOMPLETE = 5,
        /// <summary>A pointer that must not be NULL is NULL.</summary>
        NULL_POINTER = 100,
        /// <summary>A pointer or a stride is not aligned for what it points at.</summary>
        MISALIGNED = 101,
        /// <summary>The `size` of a structure is smaller than that of its first release.</summary>
        STRUCT_TOO_SMALL = 102,
        /// <summary>A structure is larger than this library knows and the part beyond is not zero, or a reserved member is not: the library is too old.</summary>
        STRUCT_TOO_NEW = 103,
        /// <summary>Text is not UTF-8.</summary>
        NOT_UTF8 = 104,
        /// <summary>A length or a count is larger than anything that can be meant.</summary>
        TOO_LONG = 105,
        /// <summary>A code stands for nothing that this library knows.</summary>
        UNKNOWN_CODE = 106,
        /// <summary>A fault of the library: nothing can be said.</summary>
        INTERNAL = 900,
    }

    /// <summary>Region of a scan.</summary>
    public enum osteon_region : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Lumbar spine.</summary>
        LUMBAR_SPINE = 1,
        /// <summary>Femoral neck.</summary>
        FEMORAL_NECK = 2,
        /// <summary>Total hip.</summary>
        TOTAL_HIP = 3,
        /// <summary>Trochanter.</summary>
        TROCHANTER = 4,
        /// <summary>Intertrochanter.</summary>
        INTERTROCHANTER = 5,
        /// <summary>Ward's triangle.</summary>
        WARDS = 6,
        /// <summary>One-third radius.</summary>
        RADIUS33 = 7,
        /// <summary>Ultradistal radius.</summary>
        RADIUS_UD = 8,
        /// <summary>Mid radius.</summary>
        RADIUS_MID = 9,
        /// <summary>Total radius.</summary>
        RADIUS_TOTAL = 10,
        /// <summary>Total body.</summary>
        TOTAL_BODY = 11,
    }

    /// <summary>Side of a region.</summary>
    public enum osteon_side : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Left.</summary>
        LEFT = 1,
        /// <summary>Right.</summary>
        RIGHT = 2,
        /// <summary>Mean of both: it serves change only.</summary>
        MEAN = 3,
        /// <summary>Difference of both: never scored.</summary>
        DIFFERENCE = 4,
    }

    /// <summary>Whether a score is of the latest scan of its region.</summary>
    public enum osteon_report_role : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Current.</summary>
        CURRENT = 1,
        /// <summary>Prior.</summary>
        PRIOR = 2,
    }

    /// <summary>Yes, no, or not known: never a bare 0 or 1.</summary>
    public enum osteon_truth : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>No.</summary>
        NO = 1,
        /// <summary>Yes.</summary>
        YES = 2,
    }

    /// <summary>What a guideline recommends.</summary>
    public enum osteon_recommendation : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>No drug.</summary>
        NO_DRUG = 1,
        /// <summary>Measure bone density first.</summary>
        MEASURE_BMD = 2,
        /// <summary>Calculate FRAX first.</summary>
        CALCULATE_FRAX = 3,
        /// <summary>Consider treatment.</summary>
        CONSIDER = 4,
        /// <summary>Specialist advice.</summary>
        SPECIALIST_ADVICE = 5,
        /// <summary>Treat.</summary>
        TREAT = 6,
        /// <summary>Treat anabolic first.</summary>
        TREAT_ANABOLIC_FIRST = 7,
        /// <summary>It cannot be said; what is missing is listed.</summary>
        UNDETERMINED = 8,
        /// <summary>The guideline does not speak of this person.</summary>
        NOT_APPLICABLE = 9,
    }

    /// <summary>Which kind of drug comes first.</summary>
    public enum osteon_tier : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Oral bisphosphonate first.</summary>
        ORAL_BISPHOSPHONATE_FIRST = 1,
        /// <summary>Intravenous.</summary>
        INTRAVENOUS = 2,
        /// <summary>Parenteral or anabolic.</summary>
        PARENTERAL_OR_ANABOLIC = 3,
        /// <summary>Anabolic or potent.</summary>
        ANABOLIC_OR_POTENT = 4,
    }

    /// <summary>Densitometric category.</summary>
    public enum osteon_category : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Normal.</summary>
        NORMAL = 1,
        /// <summary>Low bone mass.</summary>
        LOW_BONE_MASS = 2,
        /// <summary>Osteoporosis.</summary>
        OSTEOPOROSIS = 3,
        /// <summary>Severe osteoporosis.</summary>
        SEVERE_OSTEOPOROSIS = 4,
        /// <summary>Below expected for age.</summary>
        BELOW_EXPECTED_FOR_AGE = 5,
        /// <summary>Within expected for age.</summary>
        WITHIN_EXPECTED_FOR_AGE = 6,
        /// <summary>It cannot be said; the reasons say why.</summary>
        UNDETERMINED = 7,
    }

    /// <summary>Which earlier scan a change is measured against.</summary>
    public enum osteon_against : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>The last one before.</summary>
        PREVIOUS = 1,
        /// <summary>The first one.</summary>
        BASELINE = 2,
    }

    /// <summary>How soon somebody should be seen: an order of Osteon, named so.</summary>
    public enum osteon_priority : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Very high.</summary>
        VERY_HIGH = 1,
        /// <summary>High.</summary>
        HIGH = 2,
        /// <summary>Intermediate.</summary>
        INTERMEDIATE = 3,
        /// <summary>Low.</summary>
        LOW = 4,
        /// <summary>Undetermined.</summary>
        UNDETERMINED = 5,
    }

    /// <summary>A drug.</summary>
    public enum osteon_drug : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Alendronate.</summary>
        ALENDRONATE = 1,
        /// <summary>Risedronate.</summary>
        RISEDRONATE = 2,
        /// <summary>Ibandronate.</summary>
        IBANDRONATE = 3,
        /// <summary>Zoledronate.</summary>
        ZOLEDRONATE = 4,
        /// <summary>Denosumab.</summary>
        DENOSUMAB = 5,
        /// <summary>Teriparatide.</summary>
        TERIPARATIDE = 6,
        /// <summary>Abaloparatide.</summary>
        ABALOPARATIDE = 7,
        /// <summary>Romosozumab.</summary>
        ROMOSOZUMAB = 8,
        /// <summary>Raloxifene.</summary>
        RALOXIFENE = 9,
        /// <summary>Menopausal hormone therapy.</summary>
        MENOPAUSAL_HORMONE_THERAPY = 10,
        /// <summary>Calcium.</summary>
        CALCIUM = 11,
        /// <summary>Vitamin d.</summary>
        VITAMIN_D = 12,
        /// <summary>Other.</summary>
        OTHER = 13,
        /// <summary>Unspecified.</summary>
        UNSPECIFIED = 14,
    }

    /// <summary>How a drug is given.</summary>
    public enum osteon_route : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>By mouth.</summary>
        ORAL = 1,
        /// <summary>Into a vein.</summary>
        IV = 2,
        /// <summary>Under the skin.</summary>
        SC = 3,
    }

    /// <summary>Whether a drug may be given.</summary>
    public enum osteon_safety_status : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>No rule speaks against it.</summary>
        ALLOWED = 1,
        /// <summary>Caution.</summary>
        CAUTION = 2,
        /// <summary>It must not be given.</summary>
        BLOCKED = 3,
        /// <summary>It cannot be said: what it needs is listed.</summary>
        CANNOT_BE_SAID = 4,
    }

    /// <summary>Whether a drug is licensed and paid for.</summary>
    public enum osteon_access_status : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Reimbursed.</summary>
        REIMBURSED = 1,
        /// <summary>Not reimbursed.</summary>
        NOT_REIMBURSED = 2,
        /// <summary>Not licensed.</summary>
        NOT_LICENSED = 3,
        /// <summary>It cannot be said.</summary>
        CANNOT_BE_SAID = 4,
    }

    /// <summary>Where a course of treatment stands.</summary>
    public enum osteon_course_status : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Continue.</summary>
        CONTINUE = 1,
        /// <summary>Extend.</summary>
        EXTEND = 2,
        /// <summary>Pause.</summary>
        PAUSE = 3,
        /// <summary>Stop.</summary>
        STOP = 4,
        /// <summary>Switch.</summary>
        SWITCH = 5,
        /// <summary>Due.</summary>
        DUE = 6,
        /// <summary>Overdue.</summary>
        OVERDUE = 7,
        /// <summary>Failure.</summary>
        FAILURE = 8,
        /// <summary>Not failure.</summary>
        NOT_FAILURE = 9,
        /// <summary>It cannot be said.</summary>
        CANNOT_BE_SAID = 10,
    }

    /// <summary>What a test of the work-up is.</summary>
    public enum osteon_test_kind : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Blood.</summary>
        BLOOD = 1,
        /// <summary>Urine.</summary>
        URINE = 2,
        /// <summary>Imaging.</summary>
        IMAGING = 3,
        /// <summary>Other.</summary>
        OTHER = 4,
    }

    /// <summary>Where a test of the work-up stands.</summary>
    public enum osteon_test_status : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>To be ordered.</summary>
        DUE = 1,
        /// <summary>Ordered, no result yet.</summary>
        PENDING = 2,
        /// <summary>There, and within its limits.</summary>
        UNREMARKABLE = 3,
        /// <summary>There, and it suggests something.</summary>
        FLAGGED = 4,
        /// <summary>There, and it cannot be judged: no unit, no limits.</summary>
        NOT_JUDGED = 5,
    }

    /// <summary>What a column of answers holds.</summary>
    public enum osteon_holds : int
    {
        /// <summary>Not stated.</summary>
        UNKNOWN = 0,
        /// <summary>double, and a bit for each row that has one; NaN where it has none.</summary>
        NUMBERS = 1,
        /// <summary>uint8_t: 0 is nothing, n is word n - 1 of the column.</summary>
        CODES = 2,
        /// <summary>uint64_t: bit n is word n of the column.</summary>
        SETS = 3,
    }

    /// <summary>What a field takes.</summary>
    public enum osteon_field_kind : int
    {
        /// <summary>Nothing that this header knows.</summary>
        UNKNOWN = 0,
        /// <summary>A number, in the unit of the field's name: osteon_patient_set_number.</summary>
        NUMBER = 1,
        /// <summary>A whole number, 0 or more: osteon_patient_set_number.</summary>
        COUNT = 2,
        /// <summary>Yes or no: osteon_patient_set_truth.</summary>
        TRUTH = 3,
        /// <summary>A day: osteon_patient_set_date.</summary>
        DATE = 4,
        /// <summary>One of the field's words: osteon_patient_set_text.</summary>
        CHOICE = 5,
        /// <summary>Text: osteon_patient_set_text.</summary>
        TEXT = 6,
        /// <summary>A list in the shorthand of tables: osteon_patient_set_text.</summary>
        LIST = 7,
        /// <summary>A laboratory result: osteon_patient_set_number, or osteon_patient_set_text where it is `&gt;90` or `pending`.</summary>
        RESULT = 8,
    }

    /// <summary>Whether a change is more than the noise of measurement.</summary>
    public enum osteon_significance : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>A fall by the least significant change or more.</summary>
        LOSS = 1,
        /// <summary>Less than the least significant change.</summary>
        NOT_SIGNIFICANT = 2,
        /// <summary>A rise by the least significant change or more.</summary>
        GAIN = 3,
    }

    /// <summary>Which T-score drives.</summary>
    public enum osteon_t_source : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>The one that the machine printed.</summary>
        PRINTED = 1,
        /// <summary>The computed one.</summary>
        COMPUTED = 2,
    }

    /// <summary>Maker of the scanner.</summary>
    public enum osteon_manufacturer : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Hologic.</summary>
        HOLOGIC = 1,
        /// <summary>GE Healthcare (Lunar).</summary>
        GE_LUNAR = 2,
        /// <summary>Norland.</summary>
        NORLAND = 3,
    }

    /// <summary>The sex used for references.</summary>
    public enum osteon_sex : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Female.</summary>
        FEMALE = 1,
        /// <summary>Male.</summary>
        MALE = 2,
    }

    /// <summary>It chooses a Z-score reference and nothing else.</summary>
    public enum osteon_ethnicity : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>White.</summary>
        WHITE = 1,
        /// <summary>Black.</summary>
        BLACK = 2,
        /// <summary>Mexican american.</summary>
        MEXICAN_AMERICAN = 3,
        /// <summary>Hispanic.</summary>
        HISPANIC = 4,
        /// <summary>Asian.</summary>
        ASIAN = 5,
        /// <summary>Other.</summary>
        OTHER = 6,
    }

    /// <summary>What a rule is for.</summary>
    public enum osteon_rule_kind : int
    {
        /// <summary>Nothing that this header knows.</summary>
        UNKNOWN = 0,
        /// <summary>Whom the guideline speaks of: where one of these does not hold, the person is outside.</summary>
        POPULATION = 1,
        /// <summary>It decides, if none before it of this kind did.</summary>
        DECIDES = 2,
        /// <summary>It adds a recommendation beside the decision.</summary>
        ADDS = 3,
        /// <summary>Something to know.</summary>
        REMARK = 4,
    }

    /// <summary>Cause of a fracture.</summary>
    public enum osteon_cause : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Fragility.</summary>
        FRAGILITY = 1,
        /// <summary>Atypical.</summary>
        ATYPICAL = 2,
        /// <summary>Tumour.</summary>
        TUMOUR = 3,
        /// <summary>Periprosthetic.</summary>
        PERIPROSTHETIC = 4,
        /// <summary>Stress.</summary>
        STRESS = 5,
        /// <summary>Asked, and not known.</summary>
        NOT_KNOWN = 6,
    }

    /// <summary>A result beyond the range of the method.</summary>
    public enum osteon_comparator : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Below the value.</summary>
        BELOW = 1,
        /// <summary>Above the value.</summary>
        ABOVE = 2,
    }

    /// <summary>What the date of a fracture is.</summary>
    public enum osteon_date_is : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>The day it happened.</summary>
        EVENT = 1,
        /// <summary>The day of the imaging that showed it: it proves existence, not recency.</summary>
        IMAGING = 2,
        /// <summary>Asked, and not known.</summary>
        NOT_KNOWN = 3,
    }

    /// <summary>Site of a fracture.</summary>
    public enum osteon_fracture_site : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Hip.</summary>
        PROXIMAL_FEMUR = 1,
        /// <summary>Vertebra, T4 to L5.</summary>
        VERTEBRA = 2,
        /// <summary>Upper thoracic vertebra.</summary>
        UPPER_THORACIC_VERTEBRA = 3,
        /// <summary>Cervical vertebra.</summary>
        CERVICAL_VERTEBRA = 4,
        /// <summary>Pelvis.</summary>
        PELVIS = 5,
        /// <summary>Sacrum.</summary>
        SACRUM = 6,
        /// <summary>Proximal humerus.</summary>
        PROXIMAL_HUMERUS = 7,
        /// <summary>Humeral shaft.</summary>
        HUMERAL_SHAFT = 8,
        /// <summary>Humerus unspecified.</summary>
        HUMERUS_UNSPECIFIED = 9,
        /// <summary>Elbow.</summary>
        ELBOW = 10,
        /// <summary>Distal forearm.</summary>
        DISTAL_FOREARM = 11,
        /// <summary>Forearm shaft.</summary>
        FOREARM_SHAFT = 12,
        /// <summary>Forearm unspecified.</summary>
        FOREARM_UNSPECIFIED = 13,
        /// <summary>Distal femur.</summary>
        DISTAL_FEMUR = 14,
        /// <summary>Femoral shaft.</summary>
        FEMORAL_SHAFT = 15,
        /// <summary>Subtrochanteric.</summary>
        SUBTROCHANTERIC = 16,
        /// <summary>Femur unspecified.</summary>
        FEMUR_UNSPECIFIED = 17,
        /// <summary>Proximal tibia.</summary>
        PROXIMAL_TIBIA = 18,
        /// <summary>Tibia fibula shaft.</summary>
        TIBIA_FIBULA_SHAFT = 19,
        /// <summary>Ankle.</summary>
        ANKLE = 20,
        /// <summary>Heel.</summary>
        HEEL = 21,
        /// <summary>Three ribs or more at once.</summary>
        RIBS_MULTIPLE = 22,
        /// <summary>Rib single.</summary>
        RIB_SINGLE = 23,
        /// <summary>Ribs unspecified.</summary>
        RIBS_UNSPECIFIED = 24,
        /// <summary>Clavicle.</summary>
        CLAVICLE = 25,
        /// <summary>Scapula.</summary>
        SCAPULA = 26,
        /// <summary>Sternum.</summary>
        STERNUM = 27,
        /// <summary>Patella.</summary>
        PATELLA = 28,
        /// <summary>Hand.</summary>
        HAND = 29,
        /// <summary>Finger.</summary>
        FINGER = 30,
        /// <summary>Foot.</summary>
        FOOT = 31,
        /// <summary>Toe.</summary>
        TOE = 32,
        /// <summary>Skull.</summary>
        SKULL = 33,
        /// <summary>Face.</summary>
        FACE = 34,
        /// <summary>Unspecified.</summary>
        UNSPECIFIED = 35,
    }

    /// <summary>Gender identity: under 50 no T-score speaks of transgender people, and it chooses the sex of the Z-score reference.</summary>
    public enum osteon_gender_identity : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Female.</summary>
        FEMALE = 1,
        /// <summary>Male.</summary>
        MALE = 2,
        /// <summary>Non conforming.</summary>
        NON_CONFORMING = 3,
        /// <summary>Other.</summary>
        OTHER = 4,
    }

    /// <summary>Where a half goes.</summary>
    public enum osteon_half_rule : int
    {
        /// <summary>Not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Away from zero: what Osteon reports T- and Z-scores by, at one decimal.</summary>
        AWAY_FROM_ZERO = 1,
        /// <summary>To the even neighbour.</summary>
        TO_EVEN = 2,
        /// <summary>Towards plus infinity.</summary>
        UP = 3,
        /// <summary>Towards minus infinity.</summary>
        DOWN = 4,
    }

    /// <summary>Whether a result is there.</summary>
    public enum osteon_lab_status : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Final.</summary>
        FINAL = 1,
        /// <summary>Pending.</summary>
        PENDING = 2,
        /// <summary>Not done.</summary>
        NOT_DONE = 3,
    }

    /// <summary>What a registry lists.</summary>
    public enum osteon_registry : int
    {
        /// <summary>None.</summary>
        UNKNOWN = 0,
        /// <summary>Risk models.</summary>
        MODEL = 1,
        /// <summary>Guidelines.</summary>
        GUIDELINE = 2,
        /// <summary>Young adult references, for T-scores.</summary>
        YOUNG_ADULT = 3,
        /// <summary>References by age, for Z-scores.</summary>
        AGE_MATCHED = 4,
        /// <summary>Sources.</summary>
        CITATION = 5,
        /// <summary>Options of an engine.</summary>
        OPTION = 6,
    }

    /// <summary>Why a drug was stopped.</summary>
    public enum osteon_stop_reason : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>Intolerance.</summary>
        INTOLERANCE = 1,
        /// <summary>Failure.</summary>
        FAILURE = 2,
        /// <summary>Completed.</summary>
        COMPLETED = 3,
        /// <summary>The person's choice.</summary>
        CHOICE = 4,
        /// <summary>Contraindication.</summary>
        CONTRAINDICATION = 5,
        /// <summary>Asked, and not known.</summary>
        NOT_KNOWN = 6,
    }

    /// <summary>How the values of a column are stored.</summary>
    public enum osteon_storage : int
    {
        /// <summary>Not stated.</summary>
        UNKNOWN = 0,
        /// <summary>double.</summary>
        F64 = 1,
        /// <summary>float; it is read as the shortest decimal that it is nearest to.</summary>
        F32 = 2,
        /// <summary>int64_t.</summary>
        I64 = 3,
        /// <summary>int32_t.</summary>
        I32 = 4,
        /// <summary>uint8_t, such as ages and counts.</summary>
        U8 = 5,
        /// <summary>Yes or no, a bit a row, as Arrow has it; `values_offset` is the bit of the first row.</summary>
        BITS = 6,
        /// <summary>int32_t, days since 1970-01-01.</summary>
        DAYS = 7,
        /// <summary>Text: `values` are the bytes of all rows, `offsets` are int32_t, one more than rows (Arrow's utf8).</summary>
        UTF8 = 8,
        /// <summary>The same with offsets of int64_t (Arrow's large_utf8).</summary>
        LARGE_UTF8 = 9,
        /// <summary>uint8_t, each the place of a word in `words`, from 0.</summary>
        WORDS_U8 = 10,
        /// <summary>int8_t, the same.</summary>
        WORDS_I8 = 11,
        /// <summary>uint16_t, the same.</summary>
        WORDS_U16 = 12,
        /// <summary>int16_t, the same.</summary>
        WORDS_I16 = 13,
        /// <summary>uint32_t, the same.</summary>
        WORDS_U32 = 14,
        /// <summary>int32_t, the same.</summary>
        WORDS_I32 = 15,
    }

    /// <summary>How much force broke the bone.</summary>
    public enum osteon_trauma : int
    {
        /// <summary>Not known, or not stated.</summary>
        UNKNOWN = 0,
        /// <summary>A fall from standing height or less.</summary>
        LOW = 1,
        /// <summary>High.</summary>
        HIGH = 2,
        /// <summary>Asked, and not known.</summary>
        NOT_KNOWN = 3,
    }

    /// <summary>What the engine says of one person.</summary>
    public sealed class osteon_assessment_handle : SafeHandle
    {
        public osteon_assessment_handle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }

        protected override bool ReleaseHandle()
        {
            Osteon.osteon_assessment_free(handle);
            return true;
        }
    }

    /// <summary>An engine with its settings.</summary>
    public sealed class osteon_engine_handle : SafeHandle
    {
        public osteon_engine_handle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }

        protected override bool ReleaseHandle()
        {
            Osteon.osteon_engine_free(handle);
            return true;
        }
    }

    /// <summary>A person.</summary>
    public sealed class osteon_patient_handle : SafeHandle
    {
        public osteon_patient_handle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }

        protected override bool ReleaseHandle()
        {
            Osteon.osteon_patient_free(handle);
            return true;
        }
    }

    /// <summary>Text that the library made and the caller frees.</summary>
    public sealed class osteon_string_handle : SafeHandle
    {
        public osteon_string_handle() : base(IntPtr.Zero, true) { }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }

        protected override bool ReleaseHandle()
        {
            Osteon.osteon_string_free(handle);
            return true;
        }
    }

    /// <summary>A buffer of the caller for text.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_buffer
    {
        /// <summary>The buffer; NULL where only the length is asked for.</summary>
        public IntPtr data;
        /// <summary>Its size in bytes.</summary>
        public UIntPtr capacity;
        /// <summary>Told by the library: the length of the whole text in bytes, without the zero; also where it did not fit.</summary>
        public UIntPtr length;
    }

    /// <summary>Why a call was refused.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_error
    {
        /// <summary>sizeof(osteon_error).</summary>
        public uint size;
        /// <summary>The number of the refusal, the same in every face of Osteon (201: out of range); 0 where no value is refused.</summary>
        public uint code;
        /// <summary>How many values are refused.</summary>
        public uint refusals;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>A sentence for each refusal, one a line: field, value, limit and the slip that it looks like.</summary>
        public osteon_buffer message;
        /// <summary>The field of the first.</summary>
        public osteon_buffer field;
        /// <summary>Its value.</summary>
        public osteon_buffer @value;
        /// <summary>Its limit.</summary>
        public osteon_buffer limit;
    }

    /// <summary>UTF-8 with its length.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_text
    {
        /// <summary>The bytes; no zero need follow.</summary>
        public IntPtr data;
        /// <summary>How many bytes.</summary>
        public UIntPtr length;
    }

    /// <summary>A day of the Gregorian calendar, or none.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_date
    {
        /// <summary>The year.</summary>
        public int year;
        /// <summary>The month, 1 to 12.</summary>
        public int month;
        /// <summary>The day, 1 to 31.</summary>
        public int day;
        /// <summary>1 where there is a date, 0 where there is none.</summary>
        public uint known;
    }

    /// <summary>A number that may be unknown.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_number
    {
        /// <summary>The value; it means nothing where `known` is 0.</summary>
        public double @value;
        /// <summary>1 where there is a value, 0 where there is none.</summary>
        public uint known;
        /// <summary>Zero.</summary>
        public uint reserved;
    }

    /// <summary>Texts: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_texts
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>A reason: a code for programs, a sentence in English for people.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_reason
    {
        /// <summary>The code.</summary>
        public osteon_text code;
        /// <summary>The sentence.</summary>
        public osteon_text text;
    }

    /// <summary>The score of one region of one scan.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_score
    {
        /// <summary>sizeof(osteon_score).</summary>
        public uint size;
        /// <summary>The region.</summary>
        public osteon_region region;
        /// <summary>The side.</summary>
        public osteon_side side;
        /// <summary>Of the latest examination of this region, or of an earlier one.</summary>
        public osteon_report_role report_role;
        /// <summary>The vertebrae, as `L1-L4`.</summary>
        public osteon_text vertebrae;
        /// <summary>Day of the scan.</summary>
        public osteon_date scan_date;
        /// <summary>BMD, g/cm2.</summary>
        public osteon_number bmd_g_cm2;
        /// <summary>T-score, unrounded; the printed one where none can be computed.</summary>
        public osteon_number t_score;
        /// <summary>The T-score to report: one decimal, half away from zero.</summary>
        public osteon_number t_score_reported;
        /// <summary>Lower end of the 95 % interval from precision error.</summary>
        public osteon_number t_score_low;
        /// <summary>Upper end of the 95 % interval from precision error.</summary>
        public osteon_number t_score_high;
        /// <summary>Probability that the true T-score is at most -2.5, from repeat-scan precision only; no rule uses it.</summary>
        public osteon_number probability_t_at_most_minus_2_5;
        /// <summary>Z-score, unrounded.</summary>
        public osteon_number z_score;
        /// <summary>Percentile of people of the same age.</summary>
        public osteon_number percentile;
        /// <summary>T-score, as the machine printed it.</summary>
        public osteon_number printed_t_score;
        /// <summary>Z-score, as the machine printed it.</summary>
        public osteon_number printed_z_score;
        /// <summary>The reference that reproduces the printed T-score, if one does.</summary>
        public osteon_text printed_t_reference;
        /// <summary>Which T-score drives diagnosis: `printed` or `computed`.</summary>
        public osteon_text t_source;
        /// <summary>The young adult reference of `t_score`.</summary>
        public osteon_text reference;
        /// <summary>Confidence in that reference.</summary>
        public osteon_text reference_confidence;
        /// <summary>T-score against the male reference, where asked for; it never drives.</summary>
        public osteon_number t_score_male_reference;
        /// <summary>The age-matched reference of `z_score`.</summary>
        public osteon_text z_reference;
        /// <summary>Standardised BMD, mg/cm2; it never serves monitoring.</summary>
        public osteon_number sbmd_mg_cm2;
        /// <summary>Individual error of the standardised BMD, %.</summary>
        public osteon_number sbmd_error_percent;
        /// <summary>The equation that standardised.</summary>
        public osteon_text sbmd_method;
        /// <summary>What to know about this score, in codes.</summary>
        public osteon_texts flags;
        /// <summary>Why there is no T-score; no code where there is one.</summary>
        public osteon_reason withheld;
        /// <summary>Why there is no Z-score; no code where there is one.</summary>
        public osteon_reason z_withheld;
    }

    /// <summary>A value that an answer rests on: a number, a text or a truth, whichever is known.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_input
    {
        /// <summary>Its name, which ends in its unit; no text where the value has none.</summary>
        public osteon_text name;
        /// <summary>The number.</summary>
        public osteon_number number;
        /// <summary>The word.</summary>
        public osteon_text text;
        /// <summary>Yes or no.</summary>
        public osteon_truth truth;
        /// <summary>Zero.</summary>
        public uint reserved;
    }

    /// <summary>Values: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_inputs
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>Something unknown that was read as something.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_assumed
    {
        /// <summary>The field.</summary>
        public osteon_text field;
        /// <summary>What it was read as.</summary>
        public osteon_text read_as;
        /// <summary>What the other reading would do.</summary>
        public osteon_text effect;
    }

    /// <summary>What was assumed: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_assumptions
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>Reasons: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_reasons
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>The answer of a risk model by another reading of its source.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_risk_variant
    {
        /// <summary>The reading, such as `dvo_age_row=nearest`.</summary>
        public osteon_text reading;
        /// <summary>Risk, %.</summary>
        public osteon_number percent;
        /// <summary>Points.</summary>
        public osteon_number points;
        /// <summary>Category.</summary>
        public osteon_text category;
    }

    /// <summary>Variants: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_risk_variants
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>What a risk model says of one outcome, or why it says nothing (`refused`).</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_risk
    {
        /// <summary>sizeof(osteon_risk).</summary>
        public uint size;
        /// <summary>Whether the model's published cut-off for action is reached.</summary>
        public osteon_truth at_cut_off;
        /// <summary>Whether the numbers behind it were seen in the source or in two transcriptions; unknown where none is ours.</summary>
        public osteon_truth verified;
        /// <summary>The number of the refusal; 0 where there is an answer.</summary>
        public uint refused_number;
        /// <summary>Id of the model.</summary>
        public osteon_text model;
        /// <summary>Its name in full.</summary>
        public osteon_text name;
        /// <summary>What it predicts, such as `hip`; no outcome is ever turned into another.</summary>
        public osteon_text outcome;
        /// <summary>Over how many years; none where not in years.</summary>
        public osteon_number horizon_years;
        /// <summary>Over how many days, where in days.</summary>
        public osteon_number horizon_days;
        /// <summary>Risk, %, as the equation gives it.</summary>
        public osteon_number percent;
        /// <summary>Risk, %, brought into line with the model's other outcome: any fracture is never below hip.</summary>
        public osteon_number reconciled_percent;
        /// <summary>The supplied risk, %, before the adjustment.</summary>
        public osteon_number unadjusted_percent;
        /// <summary>Points.</summary>
        public osteon_number points;
        /// <summary>The model's own category.</summary>
        public osteon_text category;
        /// <summary>Risk, %, by the best completion of what is unknown.</summary>
        public osteon_number range_percent_low;
        /// <summary>Risk, %, by the worst.</summary>
        public osteon_number range_percent_high;
        /// <summary>Points by the best completion of what is unknown.</summary>
        public osteon_number range_points_low;
        /// <summary>Points by the worst.</summary>
        public osteon_number range_points_high;
        /// <summary>The categories that some completion of what is unknown gives.</summary>
        public osteon_texts could_be;
        /// <summary>What it was computed from, by the model's own names.</summary>
        public osteon_inputs inputs;
        /// <summary>What was unknown and read as something.</summary>
        public osteon_assumptions inputs_assumed;
        /// <summary>Inputs moved to the limit of the model's range, because the caller asked for it.</summary>
        public osteon_reasons clamped;
        /// <summary>What to know about this answer.</summary>
        public osteon_reasons flags;
        /// <summary>The answers by other readings of the source, where they differ.</summary>
        public osteon_risk_variants variants;
        /// <summary>How the numbers behind it were seen.</summary>
        public osteon_text verification;
        /// <summary>Confidence in them.</summary>
        public osteon_text confidence;
        /// <summary>Ids of the sources; osteon_assessment_find_citation has them in full.</summary>
        public osteon_texts sources;
        /// <summary>A notice that must be shown wherever this number is; no text where the model obliges to none.</summary>
        public osteon_text notice;
        /// <summary>Why there is no answer; no code where there is one.</summary>
        public osteon_reason refused;
        /// <summary>The field that is refused.</summary>
        public osteon_text refused_field;
        /// <summary>Its value.</summary>
        public osteon_text refused_value;
        /// <summary>Its limit.</summary>
        public osteon_text refused_limit;
    }

    /// <summary>What one guideline says of the person.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_guideline
    {
        /// <summary>sizeof(osteon_guideline).</summary>
        public uint size;
        /// <summary>Whether it speaks of this person; unknown where that cannot be said.</summary>
        public osteon_truth applicable;
        /// <summary>What it recommends.</summary>
        public osteon_recommendation recommendation;
        /// <summary>Which kind of drug it puts first.</summary>
        public osteon_tier tier;
        /// <summary>Whether its rules were checked against the paper or a reviewed reading of it.</summary>
        public osteon_truth verified;
        /// <summary>Yes for a person on treatment: the course of treatment is read before any recommendation to start.</summary>
        public osteon_truth course_comes_first;
        /// <summary>Id of the guideline.</summary>
        public osteon_text id;
        /// <summary>Its name in full.</summary>
        public osteon_text name;
        /// <summary>Day, month or year of publication.</summary>
        public osteon_text published;
        /// <summary>Day on which its rules were last held against its source.</summary>
        public osteon_text checked_on;
        /// <summary>What replaced it, where that is known.</summary>
        public osteon_text superseded_by;
        /// <summary>The guideline's own word for the group the person is in.</summary>
        public osteon_text category;
        /// <summary>What it recommends beside, as words such as `measure_bmd`.</summary>
        public osteon_texts also;
        /// <summary>The recommendations that remain possible, mildest first; empty where one does.</summary>
        public osteon_texts could_be;
        /// <summary>The categories that remain possible; empty where one does.</summary>
        public osteon_texts could_be_categories;
        /// <summary>Ids of the rules behind the answer.</summary>
        public osteon_texts fired;
        /// <summary>Fields of the patient document whose answer could change this one.</summary>
        public osteon_texts missing;
        /// <summary>The smallest changes that would change it, a sentence each.</summary>
        public osteon_texts would_change;
        /// <summary>What was unknown and read as something.</summary>
        public osteon_assumptions assumed;
        /// <summary>What to know first: superseded, not yet verified; then what holds of this answer.</summary>
        public osteon_reasons flags;
        /// <summary>How its rules were seen.</summary>
        public osteon_text verification;
        /// <summary>Ids of the sources; osteon_assessment_find_citation has them in full.</summary>
        public osteon_texts sources;
        /// <summary>The drugs against which no rule speaks, such as `alendronate` or `ibandronate_iv`; the reasons are in osteon_safety.</summary>
        public osteon_texts drugs_allowed;
        /// <summary>The drugs for which a rule cautions.</summary>
        public osteon_texts drugs_caution;
        /// <summary>The drugs that must not be given.</summary>
        public osteon_texts drugs_blocked;
        /// <summary>The drugs for which it cannot be said: something must be known first.</summary>
        public osteon_texts drugs_cannot_be_said;
    }

    /// <summary>How much there is in an assessment.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_counts
    {
        /// <summary>sizeof(osteon_counts).</summary>
        public uint size;
        /// <summary>Bits of OSTEON_SECTION_SCORES and the like: the sections that were asked for.</summary>
        public uint sections;
        /// <summary>Scores.</summary>
        public UIntPtr scores;
        /// <summary>Changes between scans.</summary>
        public UIntPtr changes;
        /// <summary>Answers of risk models, those refused among them.</summary>
        public UIntPtr risks;
        /// <summary>Benefits of treatment.</summary>
        public UIntPtr benefits;
        /// <summary>Guidelines.</summary>
        public UIntPtr guidelines;
        /// <summary>Points on which guidelines disagree.</summary>
        public UIntPtr disagreements;
        /// <summary>Verdicts of drug safety.</summary>
        public UIntPtr safety;
        /// <summary>Verdicts of drug access.</summary>
        public UIntPtr access;
        /// <summary>Verdicts on courses of treatment; more than none: the person is on treatment, and they are read first.</summary>
        public UIntPtr courses;
        /// <summary>Tests of the work-up.</summary>
        public UIntPtr work_up;
        /// <summary>Notices that a used model obliges to show.</summary>
        public UIntPtr notices;
        /// <summary>What was unknown and read as something.</summary>
        public UIntPtr assumed;
        /// <summary>What holds of the whole answer.</summary>
        public UIntPtr flags;
        /// <summary>Sources.</summary>
        public UIntPtr citations;
    }

    /// <summary>Whom an assessment is of, and which engine made it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_head
    {
        /// <summary>sizeof(osteon_head).</summary>
        public uint size;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The caller's identifier of the person.</summary>
        public osteon_text patient_id;
        /// <summary>Version of the engine.</summary>
        public osteon_text engine_version;
        /// <summary>Version of the data compiled in.</summary>
        public osteon_text data_version;
        /// <summary>The caller's reference sets.</summary>
        public osteon_texts reference_sets;
    }

    /// <summary>Trabecular bone score of the latest scan that has one.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_tbs
    {
        /// <summary>sizeof(osteon_tbs).</summary>
        public uint size;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The value.</summary>
        public double @value;
        /// <summary>`normal`, `partially_degraded` or `degraded`.</summary>
        public osteon_text category;
        /// <summary>Whose limits.</summary>
        public osteon_text scheme;
    }

    /// <summary>WHO and ISCD class.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_diagnosis
    {
        /// <summary>sizeof(osteon_diagnosis).</summary>
        public uint size;
        /// <summary>Densitometric category.</summary>
        public osteon_category category;
        /// <summary>The worst category ever, earlier scans included: an earlier diagnosis persists.</summary>
        public osteon_category ever;
        /// <summary>The category if the proposed vertebrae were excluded, where it is proposed.</summary>
        public osteon_category if_proposed_exclusion;
        /// <summary>Whether a fracture makes the diagnosis by itself, by `clinical_rule`.</summary>
        public osteon_truth clinical_osteoporosis;
        /// <summary>The region that decides.</summary>
        public osteon_region region;
        /// <summary>Its side.</summary>
        public osteon_side side;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The rule behind `clinical_osteoporosis`.</summary>
        public osteon_text clinical_rule;
        /// <summary>The vertebrae of the region that decides.</summary>
        public osteon_text vertebrae;
        /// <summary>Its T-score, as compared.</summary>
        public osteon_number t_score;
        /// <summary>Its Z-score, as compared, where Z decides.</summary>
        public osteon_number z_score;
        /// <summary>Why.</summary>
        public osteon_reasons reasons;
        /// <summary>The categories that remain possible where something is unknown.</summary>
        public osteon_texts could_be;
    }

    /// <summary>A change between two scans.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_change
    {
        /// <summary>sizeof(osteon_change).</summary>
        public uint size;
        /// <summary>The region.</summary>
        public osteon_region region;
        /// <summary>The side.</summary>
        public osteon_side side;
        /// <summary>Compared with the previous or the first scan.</summary>
        public osteon_against against;
        /// <summary>Whether the change is real, which is more than the noise of measurement; unknown where it cannot be said.</summary>
        public osteon_truth significant;
        /// <summary>What ISCD's minimum precision would say, where `significant` is unknown.</summary>
        public osteon_truth significant_by_iscd_minimum;
        /// <summary>The vertebrae.</summary>
        public osteon_text vertebrae;
        /// <summary>Day of the earlier scan.</summary>
        public osteon_date from;
        /// <summary>Day of the later scan.</summary>
        public osteon_date to;
        /// <summary>Later minus earlier, g/cm2.</summary>
        public osteon_number change_g_cm2;
        /// <summary>The same in percent of the earlier.</summary>
        public osteon_number change_percent;
        /// <summary>Least significant change, g/cm2.</summary>
        public osteon_number least_significant_change_g_cm2;
        /// <summary>Why.</summary>
        public osteon_reasons because;
    }

    /// <summary>What the effect that a trial found would be worth, or why it cannot be said (`refused`).</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_benefit
    {
        /// <summary>sizeof(osteon_benefit).</summary>
        public uint size;
        /// <summary>Whether the trial's effect differs from none; unknown where the sources seen do not say.</summary>
        public osteon_truth significant;
        /// <summary>Whether `months` was seen in a source; else it is partly recalled.</summary>
        public osteon_truth months_verified;
        /// <summary>Whether the numbers behind the risk were verified; unknown where there are none of ours.</summary>
        public osteon_truth risk_verified;
        /// <summary>The number of the refusal; 0 where there is an answer.</summary>
        public uint refused_number;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The drug, or a sequence of two.</summary>
        public osteon_text drug;
        /// <summary>The trial.</summary>
        public osteon_text trial;
        /// <summary>What the trial counted.</summary>
        public osteon_text trial_outcome;
        /// <summary>How long it ran, months.</summary>
        public osteon_number months;
        /// <summary>What the drug was compared with.</summary>
        public osteon_text comparator;
        /// <summary>Whom the trial enrolled, as far as its sources say.</summary>
        public osteon_text population;
        /// <summary>The model whose risk it is applied to.</summary>
        public osteon_text model;
        /// <summary>The model's outcome.</summary>
        public osteon_text outcome;
        /// <summary>Over how many years.</summary>
        public osteon_number horizon_years;
        /// <summary>Risk without treatment, %.</summary>
        public osteon_number untreated_percent;
        /// <summary>The same by the best completion of what is unknown, %.</summary>
        public osteon_number untreated_percent_low;
        /// <summary>The same by the worst, %.</summary>
        public osteon_number untreated_percent_high;
        /// <summary>How the numbers behind the risk were seen.</summary>
        public osteon_text risk_verification;
        /// <summary>Risk with treatment, %.</summary>
        public osteon_number treated_percent;
        /// <summary>Absolute risk reduction, percentage points.</summary>
        public osteon_number reduction_points;
        /// <summary>The same at the first of the trial's 95 % confidence limits; none of the model's uncertainty is in it.</summary>
        public osteon_number reduction_points_first;
        /// <summary>The same at the second.</summary>
        public osteon_number reduction_points_second;
        /// <summary>Number needed to treat over the horizon for one fewer to have the outcome, rounded up.</summary>
        public osteon_number number_needed_to_treat;
        /// <summary>The same at the trial's limits, the better first, in words where one is a number needed to harm.</summary>
        public osteon_texts number_needed_limits;
        /// <summary>How sources differ on the effect, and what else to know.</summary>
        public osteon_text remarks;
        /// <summary>Id of the source.</summary>
        public osteon_text source;
        /// <summary>Confidence in the effect.</summary>
        public osteon_text confidence;
        /// <summary>Why no benefit is given; no code where one is.</summary>
        public osteon_reason refused;
    }

    /// <summary>A point on which guidelines of one country that apply disagree.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_disagreement
    {
        /// <summary>sizeof(osteon_disagreement).</summary>
        public uint size;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Ids of the guidelines.</summary>
        public osteon_texts guidelines;
        /// <summary>The point, in one sentence.</summary>
        public osteon_text text;
    }

    /// <summary>How soon the person should be seen, and what comes next.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_triage
    {
        /// <summary>sizeof(osteon_triage).</summary>
        public uint size;
        /// <summary>The priority.</summary>
        public osteon_priority priority;
        /// <summary>Within how many weeks.</summary>
        public osteon_number within_weeks;
        /// <summary>What comes next.</summary>
        public osteon_reasons next_steps;
        /// <summary>Why.</summary>
        public osteon_reasons reasons;
        /// <summary>Whose order this is.</summary>
        public osteon_text scheme;
        /// <summary>When the next DXA is due; none where the day of the last scan or of the assessment is unknown.</summary>
        public osteon_date next_dxa_date;
        /// <summary>So many months after what the rule counts from.</summary>
        public osteon_number next_dxa_months;
        /// <summary>The rule of the next DXA; no text where none is due.</summary>
        public osteon_text next_dxa_rule;
        /// <summary>The rule in words.</summary>
        public osteon_text next_dxa_text;
        /// <summary>Id of its source.</summary>
        public osteon_text next_dxa_source;
    }

    /// <summary>A rule of drug safety that holds, or may hold, beside the one that decides.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_safety_rule
    {
        /// <summary>Id of the rule.</summary>
        public osteon_text rule;
        /// <summary>Why.</summary>
        public osteon_text reason;
        /// <summary>What the rule saw and its limit.</summary>
        public osteon_inputs values;
        /// <summary>What it says.</summary>
        public osteon_safety_status status;
        /// <summary>Zero.</summary>
        public uint reserved;
    }

    /// <summary>Rules of drug safety: `items[0]` to `items[count - 1]`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_safety_rules
    {
        /// <summary>The first; it is not to be looked at where `count` is 0.</summary>
        public IntPtr items;
        /// <summary>How many.</summary>
        public UIntPtr count;
    }

    /// <summary>Whether a drug may be given.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_safety
    {
        /// <summary>sizeof(osteon_safety).</summary>
        public uint size;
        /// <summary>The drug.</summary>
        public osteon_drug drug;
        /// <summary>The route, where the rules differ by it.</summary>
        public osteon_route route;
        /// <summary>The verdict.</summary>
        public osteon_safety_status status;
        /// <summary>Id of the rule that decides.</summary>
        public osteon_text rule;
        /// <summary>Why, in a sentence.</summary>
        public osteon_text reason;
        /// <summary>What the rule saw and its limit.</summary>
        public osteon_inputs values;
        /// <summary>The tests to order, by analyte, or the fields to fill in.</summary>
        public osteon_texts needs;
        /// <summary>Every other rule that cautions, blocks or cannot be answered.</summary>
        public osteon_safety_rules others;
        /// <summary>What was unknown and read as something.</summary>
        public osteon_assumptions assumed;
        /// <summary>The jurisdiction whose rules were used.</summary>
        public osteon_text jurisdiction;
        /// <summary>Confidence in the rule.</summary>
        public osteon_text confidence;
        /// <summary>Ids of the sources.</summary>
        public osteon_texts sources;
    }

    /// <summary>Whether a drug is licensed and paid for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_access
    {
        /// <summary>sizeof(osteon_access).</summary>
        public uint size;
        /// <summary>The drug.</summary>
        public osteon_drug drug;
        /// <summary>The verdict.</summary>
        public osteon_access_status status;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The jurisdiction.</summary>
        public osteon_text jurisdiction;
        /// <summary>Id of the rule.</summary>
        public osteon_text rule;
        /// <summary>The rule in words.</summary>
        public osteon_text text;
        /// <summary>The fields to fill in, where the verdict is unknown for want of them.</summary>
        public osteon_texts needs;
        /// <summary>Ids of the sources.</summary>
        public osteon_texts sources;
    }

    /// <summary>Where a course of treatment stands, by one rule.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_course
    {
        /// <summary>sizeof(osteon_course).</summary>
        public uint size;
        /// <summary>The drug.</summary>
        public osteon_drug drug;
        /// <summary>The verdict.</summary>
        public osteon_course_status status;
        /// <summary>Whether the rule was checked against its paper or a reviewed reading of it.</summary>
        public osteon_truth verified;
        /// <summary>Id of the rule.</summary>
        public osteon_text rule;
        /// <summary>What to do, as a code.</summary>
        public osteon_text action;
        /// <summary>The same in words.</summary>
        public osteon_text text;
        /// <summary>By when.</summary>
        public osteon_date due;
        /// <summary>Why.</summary>
        public osteon_reasons reasons;
        /// <summary>What would have to be known.</summary>
        public osteon_texts missing;
        /// <summary>Ids of the sources.</summary>
        public osteon_texts sources;
    }

    /// <summary>A test of the work-up.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_work_up
    {
        /// <summary>sizeof(osteon_work_up).</summary>
        public uint size;
        /// <summary>What kind of test.</summary>
        public osteon_test_kind kind;
        /// <summary>Where it stands.</summary>
        public osteon_test_status status;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The analyte, or another test.</summary>
        public osteon_text test;
        /// <summary>The panels that ask for it.</summary>
        public osteon_texts panels;
        /// <summary>The value, in `unit`.</summary>
        public osteon_number @value;
        /// <summary>The unit, as the laboratory wrote it.</summary>
        public osteon_text unit;
        /// <summary>The result in words, where it is no number.</summary>
        public osteon_text coded;
        /// <summary>Day of the sample.</summary>
        public osteon_date date;
        /// <summary>The limit that it was held against, and whose it is.</summary>
        public osteon_text reference;
        /// <summary>What it suggests, or why it is asked for.</summary>
        public osteon_text reason;
        /// <summary>Id of the rule.</summary>
        public osteon_text rule;
        /// <summary>Ids of the sources.</summary>
        public osteon_texts sources;
    }

    /// <summary>A notice that a used model obliges to show, wherever its numbers are.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_notice
    {
        /// <summary>Id of the model.</summary>
        public osteon_text model;
        /// <summary>The words.</summary>
        public osteon_text text;
    }

    /// <summary>A source that an answer used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_citation
    {
        /// <summary>Its id, as in the lists of sources.</summary>
        public osteon_text id;
        /// <summary>The citation in full.</summary>
        public osteon_text text;
    }

    /// <summary>What a column of answers is.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_column_description
    {
        /// <summary>sizeof(osteon_column_description).</summary>
        public uint size;
        /// <summary>What it holds.</summary>
        public osteon_holds holds;
        /// <summary>Its name.</summary>
        public osteon_text name;
        /// <summary>Its place among the columns of the engine.</summary>
        public UIntPtr index;
        /// <summary>How many words it has; osteon_column_word gives them.</summary>
        public UIntPtr word_count;
        /// <summary>What must be said wherever the column is shown: the notice of a model, or that a guideline is not yet verified.</summary>
        public osteon_text to_be_said;
    }

    /// <summary>A field of the patient document, as setters and columns name it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_field
    {
        /// <summary>sizeof(osteon_field).</summary>
        public uint size;
        /// <summary>What it takes.</summary>
        public osteon_field_kind kind;
        /// <summary>Whether setters take it.</summary>
        public osteon_truth settable;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Its name.</summary>
        public osteon_text name;
        /// <summary>Its place among the fields.</summary>
        public UIntPtr index;
        /// <summary>How many words it has, of a choice or of the list `complete`; osteon_field_word gives them.</summary>
        public UIntPtr word_count;
    }

    /// <summary>A column of people: a field of the patient document, flattened, and a value for each row.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_column
    {
        /// <summary>sizeof(osteon_column).</summary>
        public uint size;
        /// <summary>An osteon_storage.</summary>
        public int storage;
        /// <summary>The field, such as `age_years` or `bmd_femoral_neck`; osteon_field_at lists them.</summary>
        public osteon_text name;
        /// <summary>The values, aligned for what they are.</summary>
        public IntPtr values;
        /// <summary>Bytes from one value to the next: a multiple of the size of a value; 0 is side by side.</summary>
        public IntPtr stride;
        /// <summary>Of bits, the bit of the first row.</summary>
        public UIntPtr values_offset;
        /// <summary>Of text, how many bytes `values` has.</summary>
        public UIntPtr values_length;
        /// <summary>Of text, the offsets.</summary>
        public IntPtr offsets;
        /// <summary>A bit for each row, set where there is a value (bit i of byte i / 8, as Arrow has it); NULL: all have one.</summary>
        public IntPtr validity;
        /// <summary>The bit of the first row in it.</summary>
        public UIntPtr validity_offset;
        /// <summary>Of words, the words.</summary>
        public IntPtr words;
        /// <summary>How many words.</summary>
        public UIntPtr word_count;
    }

    /// <summary>A column of answers, and where it goes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_answer_column
    {
        /// <summary>sizeof(osteon_answer_column).</summary>
        public uint size;
        /// <summary>An osteon_holds: what the buffer is for; osteon_column_find says what the column has.</summary>
        public int holds;
        /// <summary>Its name, such as `t_femoral_neck`, in lower case; osteon_column_at lists them.</summary>
        public osteon_text name;
        /// <summary>The buffer, of as many values as rows, aligned for them.</summary>
        public IntPtr values;
        /// <summary>Bytes from one value to the next: a multiple of the size of a value; 0 is side by side.</summary>
        public IntPtr stride;
        /// <summary>Of numbers, a bit for each row, from the first bit of the first byte; (rows + 7) / 8 bytes.</summary>
        public IntPtr validity;
    }

    /// <summary>Told every few thousand rows how many are done: 0 goes on, anything else stops.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int osteon_progress_callback(IntPtr user, UIntPtr rows_done, UIntPtr rows);

    /// <summary>A value that was refused.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_reject
    {
        /// <summary>sizeof(osteon_reject), as this library has it.</summary>
        public uint size;
        /// <summary>The number of the refusal, as of osteon_error.</summary>
        public uint code;
        /// <summary>The row, from 0.</summary>
        public UIntPtr row;
        /// <summary>OSTEON_TRUTH_YES: the whole row is refused; OSTEON_TRUTH_NO: the value was taken as unknown.</summary>
        public osteon_truth row_refused;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The field.</summary>
        public osteon_text field;
        /// <summary>Its value, as stored.</summary>
        public osteon_text @value;
        /// <summary>Its limit.</summary>
        public osteon_text limit;
        /// <summary>All of it in a sentence.</summary>
        public osteon_text message;
    }

    /// <summary>Told each value that is refused, in the order of the rows.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void osteon_reject_callback(IntPtr user, IntPtr reject);

    /// <summary>How a pass over rows is watched.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_run
    {
        /// <summary>sizeof(osteon_run).</summary>
        public uint size;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Handed to the callbacks.</summary>
        public IntPtr user;
        /// <summary>Progress; NULL: none.</summary>
        public osteon_progress_callback progress;
        /// <summary>Refusals; NULL: none.</summary>
        public osteon_reject_callback reject;
    }

    /// <summary>A young adult reference of the caller, for T-scores.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_reference
    {
        /// <summary>sizeof(osteon_reference).</summary>
        public uint size;
        /// <summary>An osteon_sex: the sex of the young adults.</summary>
        public int sex;
        /// <summary>An osteon_region.</summary>
        public int region;
        /// <summary>Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine; 0 is L1-L4.</summary>
        public uint vertebrae;
        /// <summary>An osteon_manufacturer: the row is for the scans of this maker alone, and comes before one without a maker.</summary>
        public int manufacturer;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Its id, which answers name.</summary>
        public osteon_text id;
        /// <summary>Its version, which answers name.</summary>
        public osteon_text version;
        /// <summary>Mean BMD of young adults, g/cm2; 0.1 to 3.0.</summary>
        public osteon_number mean_g_cm2;
        /// <summary>Its standard deviation, g/cm2; 0.005 to 0.5.</summary>
        public osteon_number sd_g_cm2;
    }

    /// <summary>Settings of an engine; what is left zero is as it is by default.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_settings
    {
        /// <summary>sizeof(osteon_settings).</summary>
        public uint size;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>An options document, osteon/options/1, in JSON; see the kind OSTEON_REGISTRY_OPTION of the registry.</summary>
        public osteon_text options_json;
        /// <summary>The sections that are answered, separated by commas: scores, tbs, diagnosis, changes, risks, benefits, course, guidelines, triage, safety, access, work_up.</summary>
        public osteon_text outputs;
        /// <summary>Reference sets of the caller, which come before those compiled in.</summary>
        public IntPtr references;
        /// <summary>How many.</summary>
        public UIntPtr reference_count;
    }

    /// <summary>Who was measured: all that scores and the class of one scan ask.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_person
    {
        /// <summary>sizeof(osteon_person).</summary>
        public uint size;
        /// <summary>An osteon_sex: the one used for references.</summary>
        public int sex;
        /// <summary>Age in years at the scan, 0 to 120, fractional.</summary>
        public osteon_number age_years;
        /// <summary>An osteon_truth: past the menopause.</summary>
        public int postmenopausal;
        /// <summary>An osteon_ethnicity: it chooses a Z-score reference and nothing else.</summary>
        public int ethnicity;
        /// <summary>Age at the menopause in years: under 50 it stands in for `postmenopausal`.</summary>
        public osteon_number menopause_age_years;
        /// <summary>An osteon_sex: the one recorded at birth.</summary>
        public int sex_recorded_at_birth;
        /// <summary>An osteon_gender_identity.</summary>
        public int gender_identity;
        /// <summary>An osteon_truth: a prosthesis in the left hip, which then has no score.</summary>
        public int hip_prosthesis_left;
        /// <summary>The same of the right hip.</summary>
        public int hip_prosthesis_right;
        /// <summary>An osteon_truth: an amputation, after which the total body has no score.</summary>
        public int amputation;
        /// <summary>An osteon_truth: with it the one-third radius counts for the class beside spine and hip.</summary>
        public int hyperparathyroidism;
    }

    /// <summary>A scan: the machine, the day, and what the report prints of them.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_scan
    {
        /// <summary>sizeof(osteon_scan).</summary>
        public uint size;
        /// <summary>An osteon_manufacturer.</summary>
        public int manufacturer;
        /// <summary>Day of the scan.</summary>
        public osteon_date date;
        /// <summary>Model, as the report prints it.</summary>
        public osteon_text model;
        /// <summary>Reference database, as the report prints it.</summary>
        public osteon_text database;
        /// <summary>Facility.</summary>
        public osteon_text facility;
        /// <summary>Serial number of the scanner: changes are only judged on one scanner, or across a cross-calibration.</summary>
        public osteon_text scanner_serial;
        /// <summary>Software version.</summary>
        public osteon_text software_version;
        /// <summary>Scan mode.</summary>
        public osteon_text scan_mode;
        /// <summary>Trabecular bone score.</summary>
        public osteon_number tbs;
        /// <summary>Its Z-score, as printed.</summary>
        public osteon_number tbs_z_score;
        /// <summary>Serial number of the scanner that a cross-calibration leads to.</summary>
        public osteon_text cross_calibration_to;
        /// <summary>Day of the cross-calibration.</summary>
        public osteon_date cross_calibration_date;
        /// <summary>Its generalised least significant change, g/cm2.</summary>
        public osteon_number cross_calibration_lsc_g_cm2;
    }

    /// <summary>A region of a scan.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_scan_region
    {
        /// <summary>sizeof(osteon_scan_region).</summary>
        public uint size;
        /// <summary>An osteon_region.</summary>
        public int region;
        /// <summary>An osteon_side.</summary>
        public int side;
        /// <summary>Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine; 0 is not stated.</summary>
        public uint vertebrae;
        /// <summary>An osteon_truth: whether the reader left it out.</summary>
        public int excluded;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Bone mineral density, g/cm2; 0.1 to 3.0.</summary>
        public osteon_number bmd_g_cm2;
        /// <summary>The same in mg/cm2, where the machine has it so; 100 to 3000.</summary>
        public osteon_number bmd_mg_cm2;
        /// <summary>Standardised bone mineral density, mg/cm2; never the raw one.</summary>
        public osteon_number sbmd_mg_cm2;
        /// <summary>Bone area, cm2.</summary>
        public osteon_number area_cm2;
        /// <summary>Bone mineral content, g.</summary>
        public osteon_number bmc_g;
        /// <summary>T-score, as the machine printed it.</summary>
        public osteon_number printed_t_score;
        /// <summary>Z-score, as the machine printed it.</summary>
        public osteon_number printed_z_score;
        /// <summary>Percent of the young adult mean, as the machine printed it (JSBMR rules read it); 1 to 400.</summary>
        public osteon_number percent_young_adult;
        /// <summary>Percent of the mean at the age, as the machine printed it; 1 to 400.</summary>
        public osteon_number percent_age_matched;
        /// <summary>Why the reader left it out, in words.</summary>
        public osteon_text exclusion_reason;
        /// <summary>The centre's own precision error of this region, g/cm2.</summary>
        public osteon_number precision_g_cm2;
        /// <summary>L of the caller's age reference (Box-Cox); all three or none.</summary>
        public osteon_number lms_l;
        /// <summary>M of the same.</summary>
        public osteon_number lms_m;
        /// <summary>S of the same.</summary>
        public osteon_number lms_s;
    }

    /// <summary>What the regions of one scan say.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_densitometric_class
    {
        /// <summary>sizeof(osteon_densitometric_class).</summary>
        public uint size;
        /// <summary>The category; by T-score, or by Z-score where T must not be given.</summary>
        public osteon_category category;
        /// <summary>The region that decides.</summary>
        public osteon_region region;
        /// <summary>Its side.</summary>
        public osteon_side side;
        /// <summary>Its vertebrae, as bits of OSTEON_VERTEBRA_L1 to _L4.</summary>
        public uint vertebrae;
        /// <summary>OSTEON_TRUTH_YES: it would be severe osteoporosis with a fragility fracture, of which nothing is known here.</summary>
        public osteon_truth could_be_severe;
        /// <summary>The T-score that decides, as compared.</summary>
        public osteon_number t_score;
        /// <summary>The Z-score that decides, as compared, where Z does.</summary>
        public osteon_number z_score;
        /// <summary>The category if the vertebrae that stand out from their neighbours were left out; unknown where none do.</summary>
        public osteon_category category_without_proposed;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>What to know of all regions: a set of bits; osteon_flag_text says what each means.</summary>
        public ulong flags;
    }

    /// <summary>One scan of a precision study.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_repeat_scan
    {
        /// <summary>sizeof(osteon_repeat_scan).</summary>
        public uint size;
        /// <summary>A number of the caller's for the subject: scans of one subject have the same.</summary>
        public uint subject;
        /// <summary>BMD, g/cm2; 0.1 to 3.0.</summary>
        public double bmd_g_cm2;
    }

    /// <summary>Precision of one region, with 95 % limits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_precision
    {
        /// <summary>sizeof(osteon_precision).</summary>
        public uint size;
        /// <summary>Subjects with two scans or more.</summary>
        public uint subjects;
        /// <summary>Subjects with one scan, who are left out.</summary>
        public uint left_out;
        /// <summary>Scans that count.</summary>
        public uint scans;
        /// <summary>Degrees of freedom; ISCD asks for 30 at least.</summary>
        public uint degrees_of_freedom;
        /// <summary>OSTEON_TRUTH_YES: there are as many.</summary>
        public osteon_truth meets_iscd_design;
        /// <summary>Precision error (RMS-SD), g/cm2.</summary>
        public double rms_sd_g_cm2;
        /// <summary>Its lower limit.</summary>
        public double rms_sd_low_g_cm2;
        /// <summary>Its upper limit.</summary>
        public double rms_sd_high_g_cm2;
        /// <summary>Precision error as a coefficient of variation, %.</summary>
        public double rms_cv_percent;
        /// <summary>Least significant change, g/cm2: 95 %, one scan at each visit.</summary>
        public double least_significant_change_g_cm2;
        /// <summary>That of the lower limit.</summary>
        public double least_significant_change_low_g_cm2;
        /// <summary>That of the upper limit.</summary>
        public double least_significant_change_high_g_cm2;
        /// <summary>Least significant change, %.</summary>
        public double least_significant_change_percent;
    }

    /// <summary>The score of one region, with what must be said beside it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_region_score
    {
        /// <summary>sizeof(osteon_region_score).</summary>
        public uint size;
        /// <summary>OSTEON_TRUTH_YES: `t_score` is the printed one, since none can be computed.</summary>
        public osteon_truth t_is_printed;
        /// <summary>T-score, exact; computed where it can be.</summary>
        public osteon_number t_score;
        /// <summary>`t_score` to report: one decimal, half away from zero.</summary>
        public osteon_number t_score_reported;
        /// <summary>The T-score that classes compare, by `t_source`: the printed one where a print drives.</summary>
        public osteon_number t_score_compared;
        /// <summary>Lower end of the 95 % interval of `t_score`, from precision error; none where it is printed.</summary>
        public osteon_number t_score_low;
        /// <summary>Upper end.</summary>
        public osteon_number t_score_high;
        /// <summary>Z-score, exact.</summary>
        public osteon_number z_score;
        /// <summary>Standardised BMD, mg/cm2.</summary>
        public osteon_number sbmd_mg_cm2;
        /// <summary>What the conversion leaves in one person, %.</summary>
        public osteon_number sbmd_error_percent;
        /// <summary>Young adult mean behind the computed T-score, g/cm2 (mg/cm2 for a standardised BMD).</summary>
        public osteon_number reference_mean;
        /// <summary>Its standard deviation.</summary>
        public osteon_number reference_sd;
        /// <summary>Id of that reference.</summary>
        public osteon_text reference_id;
        /// <summary>OSTEON_TRUTH_YES: it is the caller's own.</summary>
        public osteon_truth reference_is_callers;
        /// <summary>Which T-score drives: a print unless the engine is set otherwise, and then the computed one unless there is none.</summary>
        public osteon_t_source t_source;
        /// <summary>Why no T-score is given: a code, such as `man_under_50`.</summary>
        public osteon_text withheld;
        /// <summary>The same in a sentence.</summary>
        public osteon_text withheld_text;
        /// <summary>Why no Z-score is given: a code.</summary>
        public osteon_text z_withheld;
        /// <summary>The same in a sentence.</summary>
        public osteon_text z_withheld_text;
        /// <summary>What to know: a set of bits; osteon_flag_text says what each means.</summary>
        public ulong flags;
    }

    /// <summary>A fracture.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_fracture
    {
        /// <summary>sizeof(osteon_fracture).</summary>
        public uint size;
        /// <summary>An osteon_fracture_site.</summary>
        public int site;
        /// <summary>Day of the fracture, or of the imaging that showed it.</summary>
        public osteon_date date;
        /// <summary>Months before the assessment.</summary>
        public osteon_number months_ago;
        /// <summary>Age at the fracture, years.</summary>
        public osteon_number age_years;
        /// <summary>An osteon_date_is: what `date` is.</summary>
        public int date_is;
        /// <summary>An osteon_trauma.</summary>
        public int trauma;
        /// <summary>An osteon_cause.</summary>
        public int cause;
        /// <summary>An osteon_truth: whether it happened on treatment for osteoporosis.</summary>
        public int on_treatment;
        /// <summary>Genant's semiquantitative grade, 0 to 3.</summary>
        public osteon_number genant_grade;
        /// <summary>Loss of vertebral height, %.</summary>
        public osteon_number height_loss_percent;
        /// <summary>Fractures with one id are one event.</summary>
        public osteon_text event_id;
        /// <summary>Vertebral levels, such as `T12;L1`.</summary>
        public osteon_text levels;
    }

    /// <summary>A course of a drug.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_treatment
    {
        /// <summary>sizeof(osteon_treatment).</summary>
        public uint size;
        /// <summary>An osteon_drug.</summary>
        public int drug;
        /// <summary>An osteon_route.</summary>
        public int route;
        /// <summary>An osteon_stop_reason.</summary>
        public int stop_reason;
        /// <summary>Dose, in the words of the prescription.</summary>
        public osteon_text dose;
        /// <summary>First day.</summary>
        public osteon_date start;
        /// <summary>Last day.</summary>
        public osteon_date stop;
        /// <summary>Day it is meant to stop.</summary>
        public osteon_date planned_stop;
        /// <summary>Day of the last dose.</summary>
        public osteon_date last_dose;
        /// <summary>Doses given so far.</summary>
        public osteon_number doses;
        /// <summary>An osteon_truth: whether it was taken as prescribed.</summary>
        public int adherent;
        /// <summary>Zero.</summary>
        public uint reserved;
    }

    /// <summary>A laboratory result.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_lab
    {
        /// <summary>sizeof(osteon_lab).</summary>
        public uint size;
        /// <summary>An osteon_comparator, where the result is beyond the range of the method.</summary>
        public int comparator;
        /// <summary>An osteon_lab_status.</summary>
        public int status;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>What was measured, such as `calcium` or `vitamin_d_25oh`.</summary>
        public osteon_text analyte;
        /// <summary>The value, in `unit`.</summary>
        public osteon_number @value;
        /// <summary>A result in words.</summary>
        public osteon_text coded;
        /// <summary>The unit, as the laboratory writes it, such as `mmol/L`: it is never guessed.</summary>
        public osteon_text unit;
        /// <summary>Day of the sample.</summary>
        public osteon_date date;
        /// <summary>The laboratory's own lower limit, in `unit`.</summary>
        public osteon_number reference_low;
        /// <summary>The laboratory's own upper limit, in `unit`.</summary>
        public osteon_number reference_high;
    }

    /// <summary>A young adult reference.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_young_adult
    {
        /// <summary>sizeof(osteon_young_adult).</summary>
        public uint size;
        /// <summary>The maker on whose scale it is; not known for standardised BMD.</summary>
        public osteon_manufacturer manufacturer;
        /// <summary>The sex of the young adults.</summary>
        public osteon_sex sex;
        /// <summary>The region.</summary>
        public osteon_region region;
        /// <summary>Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine, else 0.</summary>
        public uint vertebrae;
        /// <summary>Whether mean and standard deviation are of standardised BMD, in mg/cm2; otherwise they are the maker's, in g/cm2.</summary>
        public osteon_truth standardised;
        /// <summary>Whether T-scores are computed from it.</summary>
        public osteon_truth gives_t_scores;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The mean.</summary>
        public osteon_number mean;
        /// <summary>The standard deviation.</summary>
        public osteon_number sd;
        /// <summary>The first version of the maker's database that it holds for; not known: every one.</summary>
        public osteon_number version_from;
        /// <summary>The last.</summary>
        public osteon_number version_to;
        /// <summary>The models that it holds for, separated by `;`; no text: every one.</summary>
        public osteon_text models;
        /// <summary>Its id, which answers name.</summary>
        public osteon_text id;
        /// <summary>Id of its source.</summary>
        public osteon_text citation;
        /// <summary>How far it is trusted.</summary>
        public osteon_text confidence;
    }

    /// <summary>A reference by age at one age, for Z-scores: between ages it is linear, below the first and above the last constant.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_age_matched
    {
        /// <summary>sizeof(osteon_age_matched).</summary>
        public uint size;
        /// <summary>The sex.</summary>
        public osteon_sex sex;
        /// <summary>The ethnicity; everybody where it is not known.</summary>
        public osteon_ethnicity ethnicity;
        /// <summary>The region.</summary>
        public osteon_region region;
        /// <summary>Bits of OSTEON_VERTEBRA_L1 to _L4 for a lumbar spine, else 0.</summary>
        public uint vertebrae;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The age, years.</summary>
        public osteon_number age_years;
        /// <summary>The mean there, g/cm2 on the scale of Hologic.</summary>
        public osteon_number mean_g_cm2;
        /// <summary>The standard deviation there, g/cm2.</summary>
        public osteon_number sd_g_cm2;
        /// <summary>How many people stand behind both; not known where that was not published.</summary>
        public osteon_number people;
        /// <summary>The age from which the reference gives nothing; not known where it has no end.</summary>
        public osteon_number ends_at_years;
        /// <summary>Its id, which answers name.</summary>
        public osteon_text id;
        /// <summary>Id of its source.</summary>
        public osteon_text citation;
        /// <summary>How far it is trusted.</summary>
        public osteon_text confidence;
    }

    /// <summary>An entry of a registry.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_entry
    {
        /// <summary>sizeof(osteon_entry).</summary>
        public uint size;
        /// <summary>Whether it was held against its source; not known where there is nothing of ours in it.</summary>
        public osteon_truth verified;
        /// <summary>Its id, the same in every face.</summary>
        public osteon_text id;
        /// <summary>Its version: the day or year of publication of a guideline, otherwise the version of the data.</summary>
        public osteon_text version;
        /// <summary>Its name in full; of an option, what it does.</summary>
        public osteon_text name;
        /// <summary>How it was verified; of an option, its default.</summary>
        public osteon_text verification;
        /// <summary>How far its numbers are trusted: A, B or C, with a plus or a minus.</summary>
        public osteon_text confidence;
        /// <summary>Day on which it was last held against its source.</summary>
        public osteon_text checked_on;
        /// <summary>What replaced it.</summary>
        public osteon_text superseded_by;
        /// <summary>Id of its source.</summary>
        public osteon_text citation;
        /// <summary>Its source in full.</summary>
        public osteon_text citation_text;
        /// <summary>Its digital object identifier.</summary>
        public osteon_text citation_doi;
        /// <summary>A notice that must be shown with its numbers.</summary>
        public osteon_text notice;
    }

    /// <summary>What a risk model says of one outcome, for one sex or both.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_model_outcome
    {
        /// <summary>sizeof(osteon_model_outcome).</summary>
        public uint size;
        /// <summary>The sex that it speaks of; both where it is not known.</summary>
        public osteon_sex sex;
        /// <summary>Whether its numbers were held against their source; not known where none are ours.</summary>
        public osteon_truth verified;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>The outcome, such as `hip`.</summary>
        public osteon_text outcome;
        /// <summary>Its horizon, in words.</summary>
        public osteon_text horizon;
        /// <summary>What it gives, separated by `;`: percent, reconciled_percent, points, category, at_cut_off.</summary>
        public osteon_text gives;
        /// <summary>Whom it speaks of.</summary>
        public osteon_text population;
        /// <summary>How its numbers were seen.</summary>
        public osteon_text verification;
        /// <summary>How far they are trusted.</summary>
        public osteon_text confidence;
        /// <summary>Id of the source.</summary>
        public osteon_text citation;
    }

    /// <summary>A rule of a guideline.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct osteon_guideline_rule
    {
        /// <summary>sizeof(osteon_guideline_rule).</summary>
        public uint size;
        /// <summary>What it is for.</summary>
        public osteon_rule_kind kind;
        /// <summary>What it recommends; not known where it recommends nothing.</summary>
        public osteon_recommendation recommendation;
        /// <summary>Which kind of drug it puts first; not known where it says nothing of it.</summary>
        public osteon_tier tier;
        /// <summary>What it recommends beside, as bits: 1 &lt;&lt; an osteon_recommendation.</summary>
        public uint also;
        /// <summary>Zero.</summary>
        public uint reserved;
        /// <summary>Its id, as in the trace of an assessment.</summary>
        public osteon_text id;
        /// <summary>The guideline's own word for the group.</summary>
        public osteon_text category;
        /// <summary>Of a population, why a person is outside; of a remark, the sentence.</summary>
        public osteon_text said;
        /// <summary>Id of its source; that of the guideline where it has none of its own.</summary>
        public osteon_text citation;
        /// <summary>How far its wording is trusted.</summary>
        public osteon_text confidence;
    }

    public static class Osteon
    {
        /// <summary>osteon.dll, libosteon.so or libosteon.dylib.</summary>
        public const string Library = "osteon";

        public const uint OSTEON_ABI_VERSION_MAJOR = 1;
        public const uint OSTEON_ABI_VERSION_MINOR = 0;
        /// <summary>The longest text that is taken, in bytes (64 MiB): a longer length is a slip, and nothing is read.</summary>
        public const uint OSTEON_TEXT_MAX = (64 << 20);
        /// <summary>Bit of the scores in `sections` of osteon_counts.</summary>
        public const uint OSTEON_SECTION_SCORES = 1;
        /// <summary>Bit of the trabecular bone score.</summary>
        public const uint OSTEON_SECTION_TBS = 2;
        /// <summary>Bit of the diagnosis.</summary>
        public const uint OSTEON_SECTION_DIAGNOSIS = 4;
        /// <summary>Bit of the changes.</summary>
        public const uint OSTEON_SECTION_CHANGES = 8;
        /// <summary>Bit of the risks.</summary>
        public const uint OSTEON_SECTION_RISKS = 16;
        /// <summary>Bit of the benefits.</summary>
        public const uint OSTEON_SECTION_BENEFITS = 32;
        /// <summary>Bit of the courses of treatment.</summary>
        public const uint OSTEON_SECTION_COURSE = 64;
        /// <summary>Bit of the guidelines.</summary>
        public const uint OSTEON_SECTION_GUIDELINES = 128;
        /// <summary>Bit of the triage.</summary>
        public const uint OSTEON_SECTION_TRIAGE = 256;
        /// <summary>Bit of drug safety.</summary>
        public const uint OSTEON_SECTION_SAFETY = 512;
        /// <summary>Bit of drug access.</summary>
        public const uint OSTEON_SECTION_ACCESS = 1024;
        /// <summary>Bit of the work-up.</summary>
        public const uint OSTEON_SECTION_WORK_UP = 2048;
        /// <summary>Bit of the first lumbar vertebra in a set of vertebrae.</summary>
        public const uint OSTEON_VERTEBRA_L1 = 1;
        /// <summary>Bit of the second.</summary>
        public const uint OSTEON_VERTEBRA_L2 = 2;
        /// <summary>Bit of the third.</summary>
        public const uint OSTEON_VERTEBRA_L3 = 4;
        /// <summary>Bit of the fourth.</summary>
        public const uint OSTEON_VERTEBRA_L4 = 8;

        /// <summary>A status in words, in English, with a zero at its end; never NULL.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr osteon_status_text(int status);

        /// <summary>Assesses one person.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assess(osteon_engine_handle engine, osteon_patient_handle patient, out osteon_assessment_handle assessment, ref osteon_error error);

        /// <summary>Frees an assessment, and with it every text and list that was asked of it; NULL is nothing.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void osteon_assessment_free(IntPtr assessment);

        /// <summary>Writes the whole assessment document, osteon/assessment/1, in JSON, or nothing and OSTEON_STATUS_BUFFER_TOO_SMALL with the length that it needs.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_json(osteon_assessment_handle assessment, ref osteon_buffer json, ref osteon_error error);

        /// <summary>The current score of a region, the one of the most vertebrae where there are several.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_find_score(osteon_assessment_handle assessment, int region, int side, ref osteon_score @out);

        /// <summary>What a model says of an outcome over so many years (0: not in years), such as `qfracture2012`, `hip`, 10.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_find_risk(osteon_assessment_handle assessment, osteon_text model, osteon_text outcome, uint horizon_years, ref osteon_risk @out);

        /// <summary>What the guideline with this id recommends, such as `nogg2024`.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_find_guideline(osteon_assessment_handle assessment, osteon_text id, ref osteon_guideline @out);

        /// <summary>The citation in full of the source with this id.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_find_citation(osteon_assessment_handle assessment, osteon_text id, ref osteon_text @out);

        /// <summary>How much there is in an assessment.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_counts(osteon_assessment_handle assessment, ref osteon_counts @out);

        /// <summary>Whom an assessment is of, and which engine made it.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_head(osteon_assessment_handle assessment, ref osteon_head @out);

        /// <summary>A score.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_score(osteon_assessment_handle assessment, UIntPtr index, ref osteon_score @out);

        /// <summary>The trabecular bone score, where there is one.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_tbs(osteon_assessment_handle assessment, ref osteon_tbs @out);

        /// <summary>The diagnosis, where it was asked for.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_diagnosis(osteon_assessment_handle assessment, ref osteon_diagnosis @out);

        /// <summary>A change between two scans.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_change(osteon_assessment_handle assessment, UIntPtr index, ref osteon_change @out);

        /// <summary>What a risk model says of one outcome, or why it says nothing.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_risk(osteon_assessment_handle assessment, UIntPtr index, ref osteon_risk @out);

        /// <summary>What treatment would be worth, by one trial.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_benefit(osteon_assessment_handle assessment, UIntPtr index, ref osteon_benefit @out);

        /// <summary>What a guideline recommends, with the status of the drugs, the missing facts and how far its rules are verified.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_guideline(osteon_assessment_handle assessment, UIntPtr index, ref osteon_guideline @out);

        /// <summary>A point on which guidelines disagree.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_disagreement(osteon_assessment_handle assessment, UIntPtr index, ref osteon_disagreement @out);

        /// <summary>How soon the person should be seen, where it was asked for.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_triage(osteon_assessment_handle assessment, ref osteon_triage @out);

        /// <summary>Whether a drug may be given.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_safety(osteon_assessment_handle assessment, UIntPtr index, ref osteon_safety @out);

        /// <summary>Whether a drug is licensed and paid for.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_access(osteon_assessment_handle assessment, UIntPtr index, ref osteon_access @out);

        /// <summary>Where a course of treatment stands; for a person on treatment these are read before any recommendation to start.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_course(osteon_assessment_handle assessment, UIntPtr index, ref osteon_course @out);

        /// <summary>A test of the work-up.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_work_up(osteon_assessment_handle assessment, UIntPtr index, ref osteon_work_up @out);

        /// <summary>A notice that must be shown wherever the numbers of its model are.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_notice(osteon_assessment_handle assessment, UIntPtr index, ref osteon_notice @out);

        /// <summary>Something unknown that was read as something.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_assumed(osteon_assessment_handle assessment, UIntPtr index, ref osteon_assumed @out);

        /// <summary>What holds of the whole answer.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_flag(osteon_assessment_handle assessment, UIntPtr index, ref osteon_reason @out);

        /// <summary>A source that the answer used.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assessment_citation(osteon_assessment_handle assessment, UIntPtr index, ref osteon_citation @out);

        /// <summary>How many columns of answers an engine has, of what it is set to answer.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_column_count(osteon_engine_handle engine, out UIntPtr count);

        /// <summary>A column of answers, by its place from 0.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_column_at(osteon_engine_handle engine, UIntPtr index, ref osteon_column_description column);

        /// <summary>A column of answers, by its name.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_column_find(osteon_engine_handle engine, osteon_text name, ref osteon_column_description column);

        /// <summary>A word of a column, by its place from 0: of codes, code n is word n - 1; of sets, bit n is word n (a bit without a meaning has an empty word).</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_column_word(osteon_engine_handle engine, UIntPtr column, UIntPtr word, ref osteon_text text);

        /// <summary>A field of the patient document, by its place from 0: every one that setters and columns take, laboratory results in each unit among them (some 1800).</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_field_at(osteon_engine_handle engine, UIntPtr index, ref osteon_field field);

        /// <summary>A field of the patient document, by its name; of several spellings (`bmd_l1_l4`) the one that it has in the list (`bmd_lumbar_spine`).</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_field_find(osteon_engine_handle engine, osteon_text name, ref osteon_field field);

        /// <summary>A word that a field takes, by its place from 0, such as `female` of `sex`.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_field_word(osteon_engine_handle engine, UIntPtr field, UIntPtr word, ref osteon_text text);

        /// <summary>Answers `rows` people, a row a person, a column a field, into buffers of the caller: the answers of one person at a time, to the last bit.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assess_columns(osteon_engine_handle engine, [In] osteon_column[] columns, UIntPtr column_count, UIntPtr rows, [In] osteon_answer_column[] answers, UIntPtr answer_count, ref osteon_run run, out UIntPtr rows_done, ref osteon_error error);

        /// <summary>Makes an engine.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_engine_new(ref osteon_settings settings, out osteon_engine_handle engine, ref osteon_error error);

        /// <summary>Frees an engine; NULL is nothing.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void osteon_engine_free(IntPtr engine);

        /// <summary>Assesses one person: a patient document (osteon/patient/1) in, an assessment document (osteon/assessment/1) out, both in JSON.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assess_json(osteon_engine_handle engine, IntPtr patient, UIntPtr patient_length, ref osteon_buffer answer, ref osteon_error error);

        /// <summary>The same into a string that the library makes; free it by osteon_string_free.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_assess_json_owned(osteon_engine_handle engine, IntPtr patient, UIntPtr patient_length, out osteon_string_handle answer, ref osteon_error error);

        /// <summary>The text of a string; it goes with the string.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_string_text(osteon_string_handle @string, ref osteon_text text);

        /// <summary>Frees a string; NULL is nothing.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void osteon_string_free(IntPtr @string);

        /// <summary>The T-score of a BMD against a young adult mean and standard deviation: (BMD - mean) / SD.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_t_score(double bmd_g_cm2, double young_adult_mean_g_cm2, double young_adult_sd_g_cm2, out double t_score, ref osteon_error error);

        /// <summary>The Z-score of a BMD against the caller's own L, M and S (Box-Cox): ((BMD / M)^L - 1) / (L S), and ln(BMD / M) / S where L is 0.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_z_score_lms(double bmd_g_cm2, double l, double m_g_cm2, double s, out double z_score, ref osteon_error error);

        /// <summary>The standardised BMD, mg/cm2, by the published equation of a maker and a region, with the error that it leaves in one person, % (NULL where it is not asked for).</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_standardised_bmd(double bmd_g_cm2, int manufacturer, int region, uint vertebrae_bits, out double sbmd_mg_cm2, ref osteon_number error_percent, ref osteon_error error);

        /// <summary>The least significant change of a precision error, in its unit (g/cm2, or %): 2.77 times it for one scan at each visit at 95 %.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_least_significant_change(double precision_error, double confidence, uint baseline, uint follow_up, out double least_significant_change, ref osteon_error error);

        /// <summary>Whether the change between two measurements is at least the least significant change, all in g/cm2.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_significance_of_change(double baseline_g_cm2, double follow_up_g_cm2, double least_significant_change_g_cm2, ref osteon_significance significance, ref osteon_error error);

        /// <summary>Classes the regions of one scan by the WHO and the rules of ISCD.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_diagnose(osteon_engine_handle engine, ref osteon_person person, ref osteon_scan scan, [In] osteon_scan_region[] regions, UIntPtr region_count, ref osteon_densitometric_class class_, ref osteon_error error);

        /// <summary>The precision of one region (an osteon_region), from repeat scans of many subjects with repositioning between.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_precision_study(int region, [In] osteon_repeat_scan[] scans, UIntPtr scan_count, ref osteon_precision precision, ref osteon_error error);

        /// <summary>Scores one region of one scan, as a whole assessment of the same facts would: T-score where one must be given, Z-score, standardised BMD.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_score_region(osteon_engine_handle engine, ref osteon_person person, ref osteon_scan scan, ref osteon_scan_region region, ref osteon_region_score score, ref osteon_error error);

        /// <summary>What bit number `bit` of a set of flags means: its code in documents, and a sentence.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_flag_text(uint bit, ref osteon_text code, ref osteon_text sentence);

        /// <summary>Makes a person of whom nothing is known.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_new(out osteon_patient_handle patient, ref osteon_error error);

        /// <summary>Makes a person of a patient document, osteon/patient/1, in JSON.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_from_json(IntPtr json, UIntPtr json_length, out osteon_patient_handle patient, ref osteon_error error);

        /// <summary>Frees a person; NULL is nothing.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void osteon_patient_free(IntPtr patient);

        /// <summary>Writes the patient document, osteon/patient/1, in JSON: whole, or nothing and OSTEON_STATUS_BUFFER_TOO_SMALL with the length that it needs.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_json(osteon_patient_handle patient, ref osteon_buffer json, ref osteon_error error);

        /// <summary>Adds a scan with its regions, of which there may be none (then only what stands in the scan is known).</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_add_scan(osteon_patient_handle patient, ref osteon_scan scan, [In] osteon_scan_region[] regions, UIntPtr region_count, ref osteon_error error);

        /// <summary>Adds a fracture; it must have its site.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_add_fracture(osteon_patient_handle patient, ref osteon_fracture fracture, ref osteon_error error);

        /// <summary>Adds a course of a drug; it must have its drug.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_add_treatment(osteon_patient_handle patient, ref osteon_treatment treatment, ref osteon_error error);

        /// <summary>Adds a laboratory result; it must have its analyte.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_add_lab(osteon_patient_handle patient, ref osteon_lab lab, ref osteon_error error);

        /// <summary>Sets a number in the unit of the field's name (`age_years`, `height_cm`, `falls_past_year`, `lab_calcium_mmol_l`); `known` 0 makes it unknown.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_set_number(osteon_patient_handle patient, osteon_text field, osteon_number @value, ref osteon_error error);

        /// <summary>Sets yes or no (`current_smoker`, `postmenopausal`); `value` is an osteon_truth, and OSTEON_TRUTH_UNKNOWN makes it unknown.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_set_truth(osteon_patient_handle patient, osteon_text field, int @value, ref osteon_error error);

        /// <summary>Sets a day (`birth_date`, `assessed_on`); `known` 0 makes it unknown.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_set_date(osteon_patient_handle patient, osteon_text field, osteon_date @value, ref osteon_error error);

        /// <summary>Sets text (`id`, `country`, `frax_model`), a choice (`sex`: `female`), or a list in the shorthand of tables, whole: `fractures`: `proximal_femur@24!low;vertebra@66y` (months ago, an age or a date; how much force), `treatments`: `alendronate@2019-01-01..2023-12-31`, `complete`: `fractures;history`, the sections in which everything was asked, so that what was left out there is "no".</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_set_text(osteon_patient_handle patient, osteon_text field, osteon_text @value, ref osteon_error error);

        /// <summary>Makes a field of any kind unknown, as if it had never been set.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_patient_unset(osteon_patient_handle patient, osteon_text field, ref osteon_error error);

        /// <summary>A young adult reference, by its place from 0, as in the registry OSTEON_REGISTRY_YOUNG_ADULT; OSTEON_STATUS_NOT_FOUND beyond the last.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_young_adult_at(UIntPtr index, ref osteon_young_adult reference);

        /// <summary>A reference by age, by its place from 0, as in the registry OSTEON_REGISTRY_AGE_MATCHED, at one of its ages, by its place from 0, the youngest first; OSTEON_STATUS_NOT_FOUND beyond the last of either.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_age_matched_at(UIntPtr index, UIntPtr age, ref osteon_age_matched reference);

        /// <summary>How many entries a registry (an osteon_registry) has.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_registry_count(int registry, out UIntPtr count);

        /// <summary>An entry of a registry (an osteon_registry), by its place from 0.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_registry_at(int registry, UIntPtr index, ref osteon_entry entry);

        /// <summary>An entry of a registry (an osteon_registry), by its id.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_registry_find(int registry, osteon_text id, ref osteon_entry entry);

        /// <summary>What a risk model says, outcome by outcome from 0; OSTEON_STATUS_NOT_FOUND beyond the last, and where no model has this id.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_model_outcome_at(osteon_text model, UIntPtr index, ref osteon_model_outcome outcome);

        /// <summary>Rounds to so many decimals, 0 to 9; `half` (an osteon_half_rule) says where a half goes.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_round(double @value, uint decimals, int half, out double rounded, ref osteon_error error);

        /// <summary>A rule of a guideline, by its place from 0: the population, then the rules in the order in which they decide, then what is added, then remarks.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_guideline_rule_at(osteon_text guideline, UIntPtr index, ref osteon_guideline_rule rule);

        /// <summary>When that rule holds, in words: facts, signs and limits, joined by and, or and not.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_guideline_rule_when(osteon_text guideline, UIntPtr index, out osteon_string_handle when, ref osteon_error error);

        /// <summary>The version of the ABI that the library has: major times 65536 plus minor.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern uint osteon_abi_version();

        /// <summary>The version of the engine, such as `0.1.0`, with a zero at its end; never NULL.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr osteon_engine_version();

        /// <summary>The version of the data compiled in: a date, and a hash of every reference, coefficient and limit; with a zero at its end; never NULL.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr osteon_data_version();
    }
}
