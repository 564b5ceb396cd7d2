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
        /// <summary>A structure is larger than this library knows, and the part beyond is not zero: the library is too old.</summary>
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
        /// <summary>Told by the library: the length of the whole text in bytes, without the zero.</summary>
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
        /// <summary>Its name, such as `t_femoral_neck`; osteon_column_at lists them.</summary>
        public osteon_text name;
        /// <summary>The buffer, of as many values as rows, aligned for them.</summary>
        public IntPtr values;
        /// <summary>Bytes from one value to the next: a multiple of the size of a value; 0 is side by side.</summary>
        public IntPtr stride;
        /// <summary>Of numbers, a bit for each row; (rows + 7) / 8 bytes.</summary>
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

    /// <summary>Who was measured, as far as scores ask.</summary>
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
        /// <summary>Serial number of the scanner that a cross-calibration leads to; no text: there is none.</summary>
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
        /// <summary>OSTEON_TRUTH_YES: `t_score` is the printed one, since none can be computed or the engine is set so.</summary>
        public osteon_truth t_is_printed;
        /// <summary>T-score, exact; computed where it can be.</summary>
        public osteon_number t_score;
        /// <summary>The T-score that classes compare, to one decimal, half away from zero.</summary>
        public osteon_number t_score_reported;
        /// <summary>Lower end of its 95 % interval, from precision error.</summary>
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
        /// <summary>Zero.</summary>
        public uint reserved;
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

    public static class Osteon
    {
        /// <summary>osteon.dll, libosteon.so or libosteon.dylib.</summary>
        public const string Library = "osteon";

        public const uint OSTEON_ABI_VERSION_MAJOR = 1;
        public const uint OSTEON_ABI_VERSION_MINOR = 0;
        /// <summary>The longest text that is taken, in bytes (64 MiB): a longer length is a slip, and nothing is read.</summary>
        public const uint OSTEON_TEXT_MAX = (64 << 20);
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

        /// <summary>A field of the patient document as columns and setters name it, by its place from 0; OSTEON_STATUS_NOT_FOUND beyond the last.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_field_at(osteon_engine_handle engine, UIntPtr index, ref osteon_text name);

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

        /// <summary>Scores one region of one scan, as a whole assessment would: T-score where one must be given, Z-score, standardised BMD.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_score_region(osteon_engine_handle engine, ref osteon_person person, ref osteon_scan scan, ref osteon_scan_region region, ref osteon_region_score score, ref osteon_error error);

        /// <summary>What bit number `bit` of a set of flags means: its code in documents, and a sentence.</summary>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern osteon_status osteon_flag_text(uint bit, ref osteon_text code, ref osteon_text sentence);

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
