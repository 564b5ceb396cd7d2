// How C# calls Osteon: a region scored, a refusal read, a person assessed field by field and as a document. Any C# from 5
// on, .NET Framework too.
//
// `csharp/check.sh` compiles and runs it with Mono; under Windows osteon.dll stands beside the program.

using System;
using System.Runtime.InteropServices;
using System.Text;
using Osteon.Native;
using Call = Osteon.Native.Osteon;

/// Text of ours, held still for as long as calls look at it.
sealed class Utf8 : IDisposable
{
    readonly GCHandle held;
    readonly byte[] bytes;

    public Utf8(string text)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        held = GCHandle.Alloc(bytes, GCHandleType.Pinned);
    }

    public osteon_text Text
    {
        get { return new osteon_text { data = held.AddrOfPinnedObject(), length = (UIntPtr)(uint)bytes.Length }; }
    }

    public void Dispose() { held.Free(); }

    /// Text of the library; null where there is none.
    public static string Read(osteon_text text)
    {
        if (text.data == IntPtr.Zero) return null;
        var copy = new byte[checked((int)text.length)];
        Marshal.Copy(text.data, copy, 0, copy.Length);
        return Encoding.UTF8.GetString(copy);
    }

    /// A list of texts of the library.
    public static string[] Read(osteon_texts list)
    {
        var texts = new string[checked((int)list.count)];
        for (int i = 0; i < texts.Length; i++)
        {
            var item = new IntPtr(list.items.ToInt64() + i * Marshal.SizeOf(typeof(osteon_text)));
            texts[i] = Read((osteon_text)Marshal.PtrToStructure(item, typeof(osteon_text)));
        }
        return texts;
    }

    /// Text with a zero at its end, such as that of a status.
    public static string Read(IntPtr text)
    {
        int length = 0;
        while (Marshal.ReadByte(text, length) != 0) length++;
        return Read(new osteon_text { data = text, length = (UIntPtr)(uint)length });
    }
}

/// Why a call failed: room for the sentences, and what they say.
sealed class Refusal : IDisposable
{
    const int Room = 4096;
    readonly IntPtr room = Marshal.AllocHGlobal(Room);
    public osteon_error Error;

    public Refusal()
    {
        Error.size = (uint)Marshal.SizeOf(typeof(osteon_error));
        Error.message = new osteon_buffer { data = room, capacity = (UIntPtr)Room };
    }

    /// Throws where a call was not done.
    public void Check(osteon_status status)
    {
        if (status == osteon_status.OK) return;
        string words = Utf8.Read(Call.osteon_status_text((int)status));
        throw new InvalidOperationException(words + " (" + Error.code + "): " + Utf8.Read(room));
    }

    public void Dispose() { Marshal.FreeHGlobal(room); }
}

static class Example
{
    static osteon_number Known(double value) { return new osteon_number { value = value, known = 1 }; }

    static uint SizeOf<T>() { return (uint)Marshal.SizeOf(typeof(T)); }

    static void Main()
    {
        if (Call.osteon_abi_version() >> 16 != Call.OSTEON_ABI_VERSION_MAJOR) throw new InvalidOperationException("another ABI");
        Console.WriteLine("Osteon " + Utf8.Read(Call.osteon_engine_version()) + ", data " + Utf8.Read(Call.osteon_data_version()));
        using (var refusal = new Refusal())
        {
            var settings = new osteon_settings { size = SizeOf<osteon_settings>() };
            osteon_engine_handle engine;
            refusal.Check(Call.osteon_engine_new(ref settings, out engine, ref refusal.Error));
            using (engine)
            {
                Score(engine, refusal);
                Assess(engine, refusal);
                AssessDocument(engine, refusal);
            }
        }
    }

    static void Score(osteon_engine_handle engine, Refusal refusal)
    {
        var person = new osteon_person { size = SizeOf<osteon_person>(), sex = (int)osteon_sex.FEMALE, age_years = Known(67) };
        var scan = new osteon_scan { size = SizeOf<osteon_scan>(), manufacturer = (int)osteon_manufacturer.HOLOGIC };
        var neck = new osteon_scan_region { size = SizeOf<osteon_scan_region>(), region = (int)osteon_region.FEMORAL_NECK, bmd_g_cm2 = Known(0.558) };
        var score = new osteon_region_score { size = SizeOf<osteon_region_score>() };
        refusal.Check(Call.osteon_score_region(engine, ref person, ref scan, ref neck, ref score, ref refusal.Error));
        Console.WriteLine("T " + score.t_score_reported.value.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)
            + " by " + Utf8.Read(score.reference_id));
        neck.bmd_g_cm2 = Known(558);
        var status = Call.osteon_score_region(engine, ref person, ref scan, ref neck, ref score, ref refusal.Error);
        Console.WriteLine(status + " " + refusal.Error.code);
    }

    static void Assess(osteon_engine_handle engine, Refusal refusal)
    {
        osteon_patient_handle patient;
        refusal.Check(Call.osteon_patient_new(out patient, ref refusal.Error));
        using (patient)
        using (Utf8 sex = new Utf8("sex"), female = new Utf8("female"), age = new Utf8("age_years"), bhof = new Utf8("bhof2022"))
        {
            refusal.Check(Call.osteon_patient_set_text(patient, sex.Text, female.Text, ref refusal.Error));
            refusal.Check(Call.osteon_patient_set_number(patient, age.Text, Known(67), ref refusal.Error));
            var scan = new osteon_scan { size = SizeOf<osteon_scan>(), manufacturer = (int)osteon_manufacturer.HOLOGIC };
            var neck = new osteon_scan_region { size = SizeOf<osteon_scan_region>(), region = (int)osteon_region.FEMORAL_NECK, bmd_g_cm2 = Known(0.558) };
            refusal.Check(Call.osteon_patient_add_scan(patient, ref scan, new[] { neck }, (UIntPtr)1, ref refusal.Error));
            osteon_assessment_handle assessment;
            refusal.Check(Call.osteon_assess(engine, patient, out assessment, ref refusal.Error));
            using (assessment)
            {
                var diagnosis = new osteon_diagnosis { size = SizeOf<osteon_diagnosis>() };
                refusal.Check(Call.osteon_assessment_diagnosis(assessment, ref diagnosis));
                var guideline = new osteon_guideline { size = SizeOf<osteon_guideline>() };
                refusal.Check(Call.osteon_assessment_find_guideline(assessment, bhof.Text, ref guideline));
                Console.WriteLine("{0}; {1} {2}, held against the paper: {3}; drugs of which it cannot be said: {4}", diagnosis.category,
                    Utf8.Read(guideline.id), guideline.recommendation, guideline.verified, Utf8.Read(guideline.drugs_cannot_be_said).Length);
            }
        }
    }

    static void AssessDocument(osteon_engine_handle engine, Refusal refusal)
    {
        const string Patient = "{\"sex\": \"female\", \"age_years\": 67, \"id\": \"Zoë\", \"scans\": [{\"manufacturer\": \"hologic\","
            + " \"regions\": [{\"region\": \"femoral_neck\", \"bmd_g_cm2\": 0.558}]}]}";
        using (var patient = new Utf8(Patient))
        {
            osteon_string_handle answer;
            var text = patient.Text;
            refusal.Check(Call.osteon_assess_json_owned(engine, text.data, text.length, out answer, ref refusal.Error));
            using (answer)
            {
                var whole = new osteon_text();
                refusal.Check(Call.osteon_string_text(answer, ref whole));
                string document = Utf8.Read(whole);
                Console.WriteLine(document.Contains("\"category\":\"osteoporosis\"") && document.Contains("Zoë") ? "assessed" : document);
            }
        }
    }
}
