"""Words that some medium would run, follow, draw or lay out if nobody took care; all invented."""

from __future__ import annotations

# Short, of at most three words, so that each may stand in any field.
MARKUP = (
    "*star* _line_ ~~gone~~",
    "`tick` $x_1^2$ $$y$$",
    ":red[colour] :material/home: :smile:",
    ":material_home: :streamlit: :red-background[x]",
    "https://x.invalid/a_b www.x.invalid a@x.invalid",
    "[open](https://x.invalid) ![p](https://x.invalid/p.png) [^1]",
    "<https://x.invalid> :small[s] :x-badge[y]",
    "&amp; &#60;b&#62; &lt;",
    "-> <- <->",
    "-- >= ~=",
    "=== --- ***",
    "| a|b |---|",
    "1. # >q",
    "+ - 2)",
)
HTML = (
    "<script>window.hostile=1</script>",
    "<img src=x onerror=window.hostile=1>",
    '"onmouseover="window.hostile=1',
    "</style><b>x</b> </script>",
    "<!-- c --> ]]>",
    "'><svg onload=window.hostile=1>",
    "red;background:url(https://x.invalid/c)",
)
FORMULAS = (
    '=HYPERLINK("https://x.invalid","open")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1 ＋2 ＠x",
    "'=marked",
    "=cmd|'/C calc'!A0",
    "_x003d_1+1 _x0001_",
)
TEMPLATES = (
    "#panic() @note \\",
    "] #eval(1) [",
    '"] + #x',
    "{{ 7*7 }} {% x %}",
    "{braces} \\end{x} %50",
    "${x} $(x) {0}",
    "~ ^ \\input{x}",
    "%(x)s %s %n",
    "<%{x}<extra></extra> %{y}",
)
PATHS = ("../../etc/passwd", "C:\\CON NUL. aux.", "/a/b:c?*")
LINKS = ("javascript:alert(1)", "data:text/html,<b>x</b>", "file:///etc/passwd", "vbscript:x")
WORDS = (*MARKUP, *HTML, *FORMULAS, *TEMPLATES, *PATHS, *LINKS)

# Pieces of which hostile words are made at random.
SIGNS = (
    *"ab.@:-><=~*_`$[](){}!|&#+/'\",;%?^\\ \té—",
    "x.org",
    "www",
    "http",
    "https",
    "://",
    "mailto:",
    ":smile:",
    "material",
    "small[]",
    "amp;",
    "1.",
    "+1:",
)
