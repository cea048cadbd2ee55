"""Qt's Linux wheel brings 32 MB of Unicode data for 800 locales; the program speaks three languages.

Made smaller by ICU's own tool, with what sorts, splits and names things in English and Chinese left in.
"""

import re
from pathlib import Path

from shared.project import run

UNWANTED = re.compile(
    r".*\.cnv"  # legacy character sets; Python reads those, and Qt is asked for Unicode alone
    # What Qt never asks ICU for (`nm -D libQt6Core.so.6` lists what it does): where words end, how things
    # are called, money. It knows those itself.
    r"|(brkitr|curr|lang|rbnf|region|translit|unit)/.*"
    r"|(unames|confusables)\..*"
    r"|((coll|zone)/)?(?!en|zh)[a-z]{2,3}(_.*)?\.res"
)


def trim(library: Path, scratch: Path) -> None:
    """Replace libicudata by one with what is wanted, and of the same name."""
    scratch.mkdir(parents=True, exist_ok=True)
    major = library.name.rpartition(".")[2]
    name = f"icudt{major}l"  # ICU looks into the file for this name
    data, smaller, unwanted = (
        scratch / part for part in (f"{name}.dat", f"small/{name}.dat", "unwanted.txt")
    )
    smaller.parent.mkdir(exist_ok=True)
    run("objcopy", "--output-target=binary", "--only-section=.rodata", library, data)
    items = run("icupkg", "--list", data).split()
    unwanted.write_text("".join(f"{item}\n" for item in items if UNWANTED.fullmatch(item)), "ascii")
    run("icupkg", "--ignore-deps", "--remove", unwanted, data, smaller)
    symbol = f"icudt{major}_dat"
    source = scratch / "data.s"
    source.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}:\n.incbin "{smaller}"\n'
        f'.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n',
        "ascii",
    )
    compiled = scratch / "data.o"
    run("as", "-o", compiled, source)
    library.unlink()
    run("ld", "-shared", "--hash-style=gnu", f"-soname=libicudata.so.{major}", "-o", library, compiled)
