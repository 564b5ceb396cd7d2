"""How long `import osteon` takes over Python with numpy: the least of several runs of each; ends with 1 from 60 ms on."""

import subprocess
import sys
import time


def least(program: str, runs: int = 9) -> float:
    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        return time.perf_counter() - began

    return min(once() for _ in range(runs))


bare, with_osteon = least("import numpy"), least("import numpy, osteon")
took = 1000 * (with_osteon - bare)
print(f"import osteon: {took:.0f} ms over Python and numpy, which take {1000 * bare:.0f} ms (promised: under 60 ms)")
sys.exit(took >= 60)
