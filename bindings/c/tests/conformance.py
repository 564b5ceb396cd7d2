"""Every conformance case by way of the C library, to the last digit; see tests/conformance/README.md for the files.

    python3 conformance.py path/to/libosteon.so
"""

import ctypes
import json
import pathlib
import struct
import sys

CASES = pathlib.Path(__file__).resolve().parents[3] / "tests" / "conformance"
OK, BUFFER_TOO_SMALL = 0, 4


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("length", ctypes.c_size_t)]


class Buffer(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("capacity", ctypes.c_size_t), ("length", ctypes.c_size_t)]


class Settings(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
        ("options_json", Text),
        ("outputs", Text),
        ("references", ctypes.c_void_p),
        ("reference_count", ctypes.c_size_t),
    ]


class Error(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("code", ctypes.c_uint32),
        ("refusals", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
        ("message", Buffer),
        ("field", Buffer),
        ("value", Buffer),
        ("limit", Buffer),
    ]


def text(of):
    data = of.encode()
    return Text(data, len(data))


class Library:
    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        self.c.osteon_engine_free.argtypes = [ctypes.c_void_p]
        self.c.osteon_engine_free.restype = None
        self.c.osteon_engine_new.argtypes = [
            ctypes.POINTER(Settings),
            ctypes.POINTER(ctypes.c_void_p),
            ctypes.POINTER(Error),
        ]
        self.c.osteon_assess_json.argtypes = [
            ctypes.c_void_p,
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.POINTER(Buffer),
            ctypes.POINTER(Error),
        ]
        self.said = ctypes.create_string_buffer(4096)
        self.error = Error(size=ctypes.sizeof(Error))
        self.error.message.data = ctypes.cast(self.said, ctypes.c_char_p)
        self.error.message.capacity = len(self.said)

    def engine(self, options, outputs):
        engine = ctypes.c_void_p()
        settings = Settings(ctypes.sizeof(Settings), 0, text(options), text(outputs), None, 0)
        status = self.c.osteon_engine_new(ctypes.byref(settings), ctypes.byref(engine), ctypes.byref(self.error))
        assert status == OK, (status, self.said.value.decode())
        return engine

    def assess(self, engine, patient):
        """Asks how long the answer is, and then for the answer."""
        data = patient.encode()
        answer = Buffer(None, 0, 0)
        call = lambda: self.c.osteon_assess_json(
            engine, data, len(data), ctypes.byref(answer), ctypes.byref(self.error)
        )
        status = call()
        assert status == BUFFER_TOO_SMALL, (status, self.said.value.decode())
        memory = ctypes.create_string_buffer(answer.length + 1)
        answer.data, answer.capacity = ctypes.cast(memory, ctypes.c_char_p), len(memory)
        status = call()
        assert status == OK, (status, self.said.value.decode())
        assert memory.raw[answer.length] == 0 and len(memory.value) == answer.length
        return memory.value.decode()


def bits(number):
    return struct.pack("<d", number).hex()


def differences(told, kept, path=""):
    """Where two documents differ; a number differs where its bits do."""
    if isinstance(told, dict) and isinstance(kept, dict):
        for key in sorted(set(told) | set(kept)):
            if key not in told or key not in kept:
                yield f"{path}.{key}: only {'kept' if key in kept else 'told'}"
            else:
                yield from differences(told[key], kept[key], f"{path}.{key}")
    elif isinstance(told, list) and isinstance(kept, list):
        if len(told) != len(kept):
            yield f"{path}: {len(told)} and not {len(kept)}"
        for place, (one, other) in enumerate(zip(told, kept)):
            yield from differences(one, other, f"{path}[{place}]")
    elif type(told) is not type(kept):
        yield f"{path}: {told!r} and not {kept!r}"
    elif isinstance(told, float):
        if bits(told) != bits(kept):
            yield f"{path}: {told!r} and not {kept!r}"
    elif told != kept:
        yield f"{path}: {told!r} and not {kept!r}"


def without_what_belongs(told, kept, outputs):
    """A recommendation is never handed out without the status of its drugs and the course: this library answers those
    sections beside guidelines, asked or not. Where they were not asked for they, their sources and what they read into
    silences are left out of the comparison; what is kept must be there all the same."""
    if "guidelines" not in outputs or {"safety", "course"} <= set(outputs):
        return told
    told = {name: section for name, section in told.items() if name in kept or name not in ("safety", "course")}
    told["citations"] = {id: text for id, text in told["citations"].items() if id in kept["citations"]}
    told["assumed"] = [one for one in told["assumed"] if one in kept["assumed"]]
    return told


def main(path):
    library = Library(path)
    seen = wrong = 0
    for file in sorted(CASES.glob("*.ndjson")):
        with file.open(encoding="utf-8") as lines:
            head = json.loads(next(lines))
            engine = library.engine(json.dumps(head["options"]), head["outputs"])
            for line in lines:
                case = json.loads(line)
                told = json.loads(library.assess(engine, json.dumps(case["patient"])))
                del told["engine"]
                told = without_what_belongs(told, case["assessment"], head["outputs"].split(","))
                found = list(differences(told, case["assessment"]))
                for difference in found[:5]:
                    print(f"{file.name}, {case['patient'].get('id')}{difference}")
                wrong += bool(found)
                seen += 1
            library.c.osteon_engine_free(engine)
    print(f"{seen} cases, {wrong} not as they are kept")
    return 0 if seen >= 500 and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
