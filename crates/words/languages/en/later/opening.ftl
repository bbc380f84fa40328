# What stands in the page before its program is there: the build puts it into index.html.

description = A simulator of work teams: two teams side by side, alike but for their leaders, and what assist leadership changes.
loading = Loading Assist Lab…
    .still = Still loading Assist Lab…
# One of the reasons follows, and the way out with two links.
failed = Assist Lab could not start.
    .disk = This page was opened from a disk, and browsers load no programs from there. Open it from a web address, or run the lab with “cargo xtask serve”.
    .old = This browser is too old for it. Current versions of Chrome, Edge, Firefox and Safari can run it.
    .no-wasm = WebAssembly, which it is written in, is switched off in this browser. Switch it on, or use another browser.
    .policy = The security policy of this site or of your network does not allow WebAssembly. Whoever runs the site can allow it with “wasm-unsafe-eval”.
    .blocked = The program’s file could not be fetched. The connection may have failed, or a filter in your network may hold back files that end in “.wasm”.
    .stuck = The program’s file arrived but does not run.
    .way-out = <a>Try again</a>, or read <a>how it works</a>.
# A link.
no-script = Assist Lab computes in the page itself: please switch JavaScript on. What it computes is <a>written down</a>.
# Shown by style sheet alone, if no script has run after some seconds. A link.
refused = The page’s scripts have not run. They may be refused by a security policy or an extension of your browser, or the browser may be too old. What Assist Lab computes is <a>written down</a>.
