"""The grammar of time expressions: regular expressions over the letters of find/timewords.py, one form a line.

Every quantifier is bounded and the forms are tried once over a sentence, so the work grows with its length only.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Form(StrEnum):
    """What kind of expression was found; decides how it is placed on the calendar."""

    DATE = "date"
    RELATIVE = "relative"
    SHIFT = "shift"
    PORTION = "portion"
    SAME = "same period"
    STRETCH = "stretch"
    DURATION = "duration"
    SET = "set"
    CLOCK = "clock"
    REFERENCE = "reference"


EDGE = r"(?:tBfB?|tBf|Bf|tQB?-?f?|Q-?f?|t?L[Bf]?|tr?Bf)?"
COUNT = r"(?:~{0,3}(?:a?K(?:-?K)?(?:fa|f)?|[dn]|ha?|ahf?)(?:-?&-?a-?h)?~?)"
YEARS = r"(?:,?f?tU?Y|,?f?[dn](?=G)|,?f?Y|f?y)"
THAT_YEAR = r"(?:f?t?[Rr]U|ftU)"
DAY = r"(?:t?[do]f?-?)"

# `(?P<of>...)` is an expression inside the expression, read on its own.
FORMS: tuple[tuple[Form, str], ...] = (
    (Form.DATE, r"I"),
    (Form.DATE, r"/"),
    (Form.DATE, rf"(?:{EDGE}t?P(?:f|,)?t?)?(?:W\.?,?)?P?f?t?[doO](?:f|-)?M\.?(?:{YEARS}|,y|{THAT_YEAR})?G?"),
    (Form.DATE, r"(?:t?Q?P(?:f|,)?)?(?:(?:t?R)?W\.?,?)?M\.?t?[doO](?:,?Y|,y|fY)?(?!\.\d)(?:P(?![P]))?"),
    (Form.DATE, rf"(?:t?Q?P(?:f|,)?)?(?:W\.?,?)?M\.?t?[do]{THAT_YEAR}"),
    (Form.DATE, r"(?:W\.?,?)to"),
    (Form.DATE, r"to(?!U|-|h)"),
    (Form.DATE, r"t?oft?[Rr]U"),
    (Form.DATE, rf"{EDGE}M\.?(?:{YEARS})G?"),
    (Form.DATE, rf"{EDGE}M\.?(?:{THAT_YEAR})?"),
    (Form.DATE, rf"{EDGE}(?:t?R|tr)M\.?"),
    (Form.DATE, rf"{EDGE}t?(?:jU|U)?YG?"),
    (Form.DATE, r"t?jU?Y|t?UY(?!U)"),
    (Form.DATE, r"tUED"),
    (Form.DATE, r"y(?=[^U]|$)"),
    (Form.DATE, r"(?:G[Ydn]|[dnY]G)"),
    (Form.DATE, rf"t?(?:{EDGE}|Q-)z(?:G)?"),
    (Form.DATE, rf"t?(?:{EDGE}|Q-)t?(?:[oO]|K-O)-?UG?"),
    (Form.DATE, rf"{EDGE}(?:t?R|tr|t)?S(?:{YEARS}G?|{THAT_YEAR})?"),
    (Form.DATE, rf"{EDGE}(?:tj?)?(?:O|o)-?U(?P<of>f?(?:jU)?Y|f?t?[Rr]?j?U|fM,?Y?)?"),
    (Form.DATE, r"t?YO-?U"),
    (Form.DATE, r"(?P<of>t?RU|Y)s(?:O-?[Uh]|q)"),
    (Form.DATE, r"[qv](?:,|f)?Y?"),
    (Form.DATE, r"w"),
    (Form.DATE, r"t?O-?h"),
    (Form.DATE, rf"{EDGE}t?(?:O|R)-?h-?(?P<of>f(?:jU)?Y|ft?[Rr]?j?U|f?t?QzY?|ft?z|fM,?Y?|ftoU)"),
    (Form.DATE, r"(?:t?R|tr|t)?H(?:,?f?Y|y|f?t?[Rr]U)?"),
    (Form.DATE, r"(?:t?R{1,2}|tr|t|Q|P)?W\.?(?:P)?(?:(?:,|f)?t?[Rr]U)?"),
    (Form.DATE, r"t?[Rr]UWP?"),
    (Form.DATE, r"DP?"),
    (Form.DATE, r"T"),
    (Form.RELATIVE, rf"{EDGE}t?(?:R{{1,2}}|[re])j?U"),
    (Form.RELATIVE, r"(?:tBf|Qf|Bf|Lf|QB?f)(?:t)U"),
    (Form.RELATIVE, r"t?[Rr]?U[s-]B"),
    (Form.RELATIVE, r"t?[Rr]QP"),
    (Form.RELATIVE, r"(?:Qt?|t)?[Rr]P"),
    (Form.RELATIVE, r"(?:Qft|Qt|t)P"),
    (Form.RELATIVE, r"P"),
    (Form.RELATIVE, r"tU(?=[EL])[EL]"),
    (Form.RELATIVE, r"tU"),
    (Form.SAME, r"tr(?:U|p{1,2})(?P<of>f?t?[Rr]U|f?Y|aU[LA])"),
    (Form.PORTION, rf"t?(?:O|R){COUNT}U(?P<of>f(?:Y|t?[Rr]U|tU|M,?Y?|t?z))"),
    (Form.PORTION, r"t?(?:[OR])U(?P<of>f(?:Y|t?[Rr]U|tU|M,?Y?))"),
    (Form.PORTION, rf"t?O{COUNT}U(?!f)"),
    (Form.STRETCH, rf"t?(?:[Rr])~?(?:{COUNT})-?U"),
    (Form.SHIFT, rf"(?:~{{0,3}}aU|{COUNT}-?U|U)(?:A|L|E)"),
    (Form.SHIFT, rf"(?:~{{0,2}}aU|{COUNT}-?U)<[NDW]"),
    (Form.SHIFT, r"[ta]?U-[AEL](?:p|U)?"),
    (Form.DURATION, rf"(?:{COUNT}-?U|~{{0,2}}aU)(?:-?g|sp)?"),
    (Form.DURATION, r"(?:U|a?-?U)-l"),
    (Form.DURATION, rf"(?:~{{0,2}}aU|{COUNT}U)&ah"),
    (Form.DURATION, r"tj?U(?=c|2M)"),
    (Form.DURATION, r"U"),
    (Form.SET, r"V"),
    (Form.SET, rf"F(?:{COUNT})?U"),
    (Form.SET, r"FX?WP?"),
    (Form.SET, r"FXU"),
    (Form.SET, r"FP"),
    (Form.SET, r"F[SM]"),
    (Form.CLOCK, r"Cm?Z{0,2}p?(?:f?tP|RP)?"),
    (Form.CLOCK, r"dmZ{0,2}p?"),
    (Form.CLOCK, r"[dK]km?(?:f?tP|RP)?"),
    (Form.REFERENCE, r"N"),
    (Form.REFERENCE, r"eU"),
    (Form.REFERENCE, r"e-U"),
    (Form.REFERENCE, r"tx?J"),
    (Form.REFERENCE, r"tR"),
)

COMPILED: tuple[tuple[Form, re.Pattern[str]], ...] = tuple((form, re.compile(pattern)) for form, pattern in FORMS)
