/** One style sheet for the demo's own services, light and dark. */
export const demoStyle = `
:root{--paper:#fff;--tint:#f3f4f6;--ink:#1b2430;--muted:#505b69;--line:#d5dae1;--deep:#1d2c45;--action:#1f4f9c;--focus:#b45309}
@media (prefers-color-scheme:dark){:root{--paper:#12161d;--tint:#1b212b;--ink:#e9edf3;--muted:#a9b4c2;--line:#38424f;--deep:#0c1017;--action:#9cc1ff;--focus:#fbbf24}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
header{background:var(--deep);color:#fff;padding:16px 0}
header div,main{max-width:680px;margin:0 auto}
header div{font-weight:700;padding:0 16px}
main{padding:32px 16px 64px}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 12px}
h2{font-size:1.125rem;margin:32px 0 8px}
.lead{color:var(--muted);margin:0 0 8px}
.about{display:block;color:var(--muted);font-size:.9375rem;line-height:1.45}
ul{list-style:none;margin:0;padding:0}
li+li{margin-top:8px}
a{color:var(--action);text-underline-offset:3px}
.person,.letter{display:flex;gap:16px;align-items:center;width:100%;min-height:64px;padding:12px 16px;text-align:start;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:10px;cursor:pointer;text-decoration:none}
.letter{display:block}
.person:hover,.letter:hover{background:var(--tint);border-color:var(--muted)}
.person strong,.letter strong{display:block}
.initials{flex:none;display:grid;place-items:center;width:44px;height:44px;border-radius:50%;background:var(--tint);border:1px solid var(--line);font-weight:700}
.quiet{min-height:44px;padding:8px 0;margin-top:24px;font:inherit;color:var(--action);background:none;border:0;text-decoration:underline;cursor:pointer}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0 0 24px}
dt{color:var(--muted)}
dd{margin:0}
iframe{width:100%;height:640px;border:1px solid var(--line);border-radius:10px;background:#fff}
pre{white-space:pre-wrap;font:inherit;background:var(--tint);border-radius:10px;padding:16px;margin:0}
.empty{background:var(--tint);border-radius:10px;padding:40px 24px;text-align:center;color:var(--muted)}
`
