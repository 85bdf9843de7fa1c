#!/usr/bin/env python3
"""Writes the Unicode tables that IDNA labels are checked with, from the Unicode data of Python's unicodedata.

.NET compares normal forms by ICU, which a program may do without (InvariantGlobalization) and whose version follows the machine;
a verdict must not. Run from the root of the repository: python3 build/unicode/idna-tables.py
"""
import textwrap
import unicodedata

FOLDER = "src/ContractToolkit/Validation/Formats/"
CATEGORIES = {"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"}  # RFC 5892, section 2.1, without upper case, which is refused anyway


def ranges(values, bridges=lambda gap: False):
    """Neighbours of one value joined; gaps whose code points all pass `bridges` are joined over."""
    joined = []
    for code, value in values:
        if joined and joined[-1][2] == value and all(bridges(gap) for gap in range(joined[-1][1] + 1, code)):
            joined[-1][1] = code
        else:
            joined.append([code, code, value])
    return joined


def written(first, last):
    return f"{first:X}" if first == last else f"{first:X}-{last:X}"


def is_unstable(code):
    def compatible(text):
        return unicodedata.normalize("NFKC", text)

    return compatible(compatible(chr(code)).casefold()) != chr(code)


def is_refused_anyway(code):
    return unicodedata.category(chr(code)) not in CATEGORIES | {"Cn"}


def literal(words):
    lines = textwrap.wrap(" ".join(words), 140, break_on_hyphens=False, break_long_words=False)
    return "\n".join(f'        {line}' for line in lines)


def constant(name, summary, words):
    return f'    /// <summary>{summary}.</summary>\n    public const string {name} = """\n{literal(words)}\n        """;\n'


every = [code for code in range(0x80, 0x110000) if not 0xD800 <= code <= 0xDFFF]
unstable = [(code, 0) for code in every if unicodedata.category(chr(code)) in CATEGORIES and is_unstable(code)]
marks = [(code, unicodedata.combining(chr(code))) for code in every if unicodedata.combining(chr(code))]
composed = []
for code in every:
    parts = unicodedata.decomposition(chr(code)).split()
    if len(parts) != 2 or parts[0].startswith("<"):
        continue
    first, second = (int(part, 16) for part in parts)
    if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(code) and unicodedata.category(chr(code)) != "Lu":
        composed.append(f"{code:X}={first:X}+{second:X}")

constants = [
    constant("Unstable", "Letters, marks and digits that compatibility normalisation or case folding changes (RFC 5892, section 2.2)",
             [written(first, last) for first, last, _ in ranges(unstable, is_refused_anyway)]),
    constant("CombiningClasses", "The canonical combining class of each mark that has one",
             [f"{written(first, last)}:{value}" for first, last, value in ranges(marks)]),
    constant("Compositions", "What two code points compose to in normal form C, upper case left out", composed),
]
with open(FOLDER + "IdnaTables.cs", "w", newline="\n") as file:
    file.write(
        "namespace ContractToolkit.Validation;\n\n"
        f"/// <summary>What Unicode {unicodedata.unidata_version} says of code points, in hexadecimal; written by build/unicode/idna-tables.py.</summary>\n"
        "internal static class IdnaTables\n{\n" + "\n".join(constants) + "}\n"
    )
