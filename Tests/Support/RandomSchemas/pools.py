"""What schemas and values are made of: few enough for them to meet, odd enough to matter."""
from decimal import Decimal

TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]

KEYS = ["a", "b", "c", "ab", "", "é", "e\u0301", "🐲", "__proto__", "a/b", "a~b", 'q"\\']

STRINGS = [
    "", "a", "b", "ab", "abc", "aab", "x", "é", "e\u0301", "🐲", "🐲🐲", "a\u0000", "A", "1", "true", "a b",
    "2024-02-29", "2023-02-29", "127.0.0.1", "127.0.0.01", "::1", "1::2::3", "1f0c2a44-9a1b-4b5e-8d2e-0f3f7e1c9a77",
    "1f0c2a44-9a1b-4b5e-8d2e0-f3f7e1c9a77",
]

# Such as mean the same to Python and to ECMA-262 in Unicode mode.
PATTERNS = [
    "^a", "b$", "a|b", "^[a-c]+$", "^.{2}$", "é", "^[^x]*$", "^$", "a{2,}", "^(a|b)c?$", "^.$", "(ab)+", "^[0-9-]+$",
    "^(a|aa)+$", "[\\u00e0-\\u00ff]", "^a?b?c?$",
]

NUMBERS = [
    0, 1, 2, 3, -1, 10, 2**31, 2**53, 2**53 + 1, 2**63 - 1, 2**63, 2**64, -(2**64), 10**30, 10**30 + 1,
    *map(Decimal, "0.0 1.0 -0.0 2.50 0.1 0.3 0.30 1.5 -1.5 1E2 1.0E+1 1E-20 1E+400 12345678901234567890.5".split()),
    *map(Decimal, "9007199254740993.0 0.1000000000000000055511151231257827 4.35 1E-8 0.07 19.99".split()),
]

DIVISORS = [
    1, 2, 3, 10, 2**53 + 1, 2**64, 10**15, *map(Decimal, "0.5 0.1 0.01 0.07 1E-8 1E-20 2.0 1.5 4.35 1E+20".split())
]

FORMATS = ["date", "ipv4", "ipv6", "uuid"]
