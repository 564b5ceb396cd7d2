"""One person from Python by ctypes alone: the same declarations that P/Invoke has in C# (see ../csharp/Osteon.cs).

    python3 one_person.py path/to/libosteon.so
"""

import ctypes as c
import json
import sys


class Text(c.Structure):
    """osteon_text: UTF-8 with its length in bytes."""

    _fields_ = [("data", c.c_char_p), ("length", c.c_size_t)]

    @staticmethod
    def of(words):
        data = words.encode()
        return Text(data, len(data))

    def __str__(self):
        return c.string_at(self.data, self.length).decode() if self.data else ""


class Number(c.Structure):
    """osteon_number: a number that may be unknown."""

    _fields_ = [("value", c.c_double), ("known", c.c_uint32), ("reserved", c.c_uint32)]

    @staticmethod
    def of(value):
        return Number() if value is None else Number(value, 1, 0)

    def get(self):
        return self.value if self.known else None


class Date(c.Structure):
    """osteon_date: a day, or none."""

    _fields_ = [("year", c.c_int32), ("month", c.c_int32), ("day", c.c_int32), ("known", c.c_uint32)]


class Buffer(c.Structure):
    """osteon_buffer: room of the caller for text."""

    _fields_ = [("data", c.c_void_p), ("capacity", c.c_size_t), ("length", c.c_size_t)]


class Sized(c.Structure):
    """A structure that begins with its size; what is left zero is not stated."""

    def __init__(self, **members):
        super().__init__(size=c.sizeof(self), **members)


class Error(Sized):
    """osteon_error."""

    _fields_ = [("size", c.c_uint32), ("code", c.c_uint32), ("refusals", c.c_uint32), ("reserved", c.c_uint32),
                ("message", Buffer), ("field", Buffer), ("value", Buffer), ("limit", Buffer)]


class Person(Sized):
    """osteon_person."""

    _fields_ = [("size", c.c_uint32), ("sex", c.c_int32), ("age_years", Number), ("postmenopausal", c.c_int32),
                ("ethnicity", c.c_int32), ("menopause_age_years", Number), ("sex_recorded_at_birth", c.c_int32),
                ("gender_identity", c.c_int32), ("hip_prosthesis_left", c.c_int32),
                ("hip_prosthesis_right", c.c_int32), ("amputation", c.c_int32), ("hyperparathyroidism", c.c_int32)]


class Scan(Sized):
    """osteon_scan."""

    _fields_ = [("size", c.c_uint32), ("manufacturer", c.c_int32), ("date", Date), ("model", Text),
                ("database", Text), ("facility", Text), ("scanner_serial", Text), ("software_version", Text),
                ("scan_mode", Text), ("tbs", Number), ("tbs_z_score", Number), ("cross_calibration_to", Text),
                ("cross_calibration_date", Date), ("cross_calibration_lsc_g_cm2", Number)]


class Region(Sized):
    """osteon_scan_region."""

    _fields_ = [("size", c.c_uint32), ("region", c.c_int32), ("side", c.c_int32), ("vertebrae", c.c_uint32),
                ("excluded", c.c_int32), ("reserved", c.c_uint32)] + [
        (name, Number) for name in ("bmd_g_cm2", "bmd_mg_cm2", "sbmd_mg_cm2", "area_cm2", "bmc_g",
                                    "printed_t_score", "printed_z_score", "percent_young_adult", "percent_age_matched")] + [
        ("exclusion_reason", Text)] + [(name, Number) for name in ("precision_g_cm2", "lms_l", "lms_m", "lms_s")]


class RegionScore(Sized):
    """osteon_region_score."""

    _fields_ = [("size", c.c_uint32), ("t_is_printed", c.c_int32)] + [
        (name, Number) for name in ("t_score", "t_score_reported", "t_score_compared", "t_score_low", "t_score_high",
                                    "z_score", "sbmd_mg_cm2", "sbmd_error_percent", "reference_mean", "reference_sd")] + [
        ("reference_id", Text), ("reference_is_callers", c.c_int32), ("t_source", c.c_int32), ("withheld", Text),
        ("withheld_text", Text), ("z_withheld", Text), ("z_withheld_text", Text), ("flags", c.c_uint64)]


FEMALE, HOLOGIC, FEMORAL_NECK = 1, 1, 2


class Refused(Exception):
    """A call that was refused, in its own words."""


class Osteon:
    """The library, with an engine as it is by default."""

    def __init__(self, path):
        self.library = c.CDLL(path)
        self.library.osteon_status_text.restype = c.c_char_p
        self.library.osteon_engine_version.restype = c.c_char_p
        self.library.osteon_abi_version.restype = c.c_uint32
        if self.library.osteon_abi_version() >> 16 != 1:
            raise RuntimeError("libosteon has another major version of its ABI")
        # A handle is a pointer: without this ctypes would cut it to an int.
        for name, arguments in {
            "osteon_engine_new": [c.c_void_p, c.POINTER(c.c_void_p), c.POINTER(Error)],
            "osteon_score_region": [c.c_void_p, c.POINTER(Person), c.POINTER(Scan), c.POINTER(Region),
                                    c.POINTER(RegionScore), c.POINTER(Error)],
            "osteon_assess_json_owned": [c.c_void_p, c.c_char_p, c.c_size_t, c.POINTER(c.c_void_p), c.POINTER(Error)],
            "osteon_string_text": [c.c_void_p, c.POINTER(Text)],
        }.items():
            function = getattr(self.library, name)
            function.argtypes, function.restype = arguments, c.c_int32
        for name in ("osteon_engine_free", "osteon_string_free"):
            function = getattr(self.library, name)
            function.argtypes, function.restype = [c.c_void_p], None
        self.engine = c.c_void_p()
        self.call("osteon_engine_new", None, c.byref(self.engine))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.library.osteon_engine_free(self.engine)
        self.engine = c.c_void_p()

    def call(self, name, *arguments):
        """Calls, and raises what is refused."""
        room = c.create_string_buffer(4096)
        error = Error(message=Buffer(c.cast(room, c.c_void_p), len(room), 0))
        status = getattr(self.library, name)(*arguments, c.byref(error))
        if status != 0:
            raise Refused(room.value.decode() or self.library.osteon_status_text(status).decode())

    def assess_json(self, patient):
        """A patient document in, an assessment document out."""
        text, answer, words = json.dumps(patient).encode(), c.c_void_p(), Text()
        self.call("osteon_assess_json_owned", self.engine, text, len(text), c.byref(answer))
        try:
            self.library.osteon_string_text(answer, c.byref(words))
            return json.loads(str(words))
        finally:
            self.library.osteon_string_free(answer)

    def score(self, bmd_g_cm2, age_years=67.0):
        """A femoral neck on a Hologic."""
        person = Person(sex=FEMALE, age_years=Number.of(age_years))
        score = RegionScore()
        self.call("osteon_score_region", self.engine, c.byref(person), c.byref(Scan(manufacturer=HOLOGIC)),
                  c.byref(Region(region=FEMORAL_NECK, bmd_g_cm2=Number.of(bmd_g_cm2))), c.byref(score))
        return score


def main(path):
    with Osteon(path) as osteon:
        score = osteon.score(0.558)
        print(f"T-score {score.t_score_reported.get()} against {score.reference_id}, "
              f"Z-score {score.z_score.get():.2f}")
        assert score.t_score_reported.get() == -2.5

        answer = osteon.assess_json({"sex": "female", "age_years": 67, "scans": [
            {"manufacturer": "hologic", "regions": [{"region": "femoral_neck", "bmd_g_cm2": 0.558}]}]})
        assert answer["scores"][0]["t_score"] == score.t_score.get(), "the same number by both ways, to the last bit"
        print(f"diagnosis: {answer['diagnosis']['category']}")

        try:
            osteon.score(812.0)
        except Refused as refused:
            print(f"refused: {refused}")
        else:
            raise AssertionError("a BMD of 812 g/cm2 was taken")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "libosteon.so")
