/** The practice blog's own look: paper, ink, one accent, light and dark, and no file but this one. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #23211d; --ink-2: #6b665d; --hairline: #e4e0d8; --accent: #1f5c8b; --quoted: #7a4fa0; --raised: #fff; --sunken: #f3f1ec; --highlight: #fbeb9f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18; --ink: #e9e5dd; --ink-2: #a9a297; --hairline: #34312d; --accent: #83b9e3; --quoted: #c6a5e6; --raised: #242220; --sunken: #151413; --highlight: #5a4d16;
  }
}
* { box-sizing: border-box; margin: 0; }
html { background: var(--paper); color: var(--ink); font: 18px/1.65 "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, serif; }
body { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
header, footer.site, time, figcaption, .tags, .video-card, blockquote footer { font-family: "Inter Variable", Inter, system-ui, sans-serif; }
header { border-bottom: 1px solid var(--hairline); padding-bottom: .75rem; margin-bottom: 2.5rem; font-size: 14px; }
header a { color: var(--ink); font-weight: 560; text-decoration: none; }
h1 { font-size: 34px; line-height: 1.2; letter-spacing: -.012em; font-weight: 640; text-wrap: balance; }
h2 { font-size: 22px; line-height: 1.3; font-weight: 640; margin: 0 0 .6rem; }
h3, h4 { font-size: 18px; line-height: 1.4; font-weight: 640; margin: 0 0 .4rem; }
time { display: block; color: var(--ink-2); font-size: 14px; margin: .4rem 0 1.8rem; }
p, ul, ol, figure, blockquote { margin: 0 0 1rem; }
p { text-wrap: pretty; }
p, li { hyphens: auto; }
li > p { margin-bottom: .4rem; }
section + section { margin-top: 2.2rem; }
figure { margin-bottom: 1.3rem; }
img { display: block; max-width: 100%; height: auto; border-radius: 4px; }
video { display: block; width: 100%; height: auto; border-radius: 4px; background: #000; }
audio { display: block; width: 100%; }
figcaption { color: var(--ink-2); font-size: 14px; line-height: 1.45; margin-top: .5rem; }
.credit { font-weight: 560; }
figure.align-left { float: left; width: 45%; margin: .3rem 1.3rem .8rem 0; }
figure.align-right { float: right; width: 45%; margin: .3rem 0 .8rem 1.3rem; }
figure.width-medium { width: min(100%, 400px); }
figure.width-small { width: min(100%, 240px); }
figure.align-wide { margin-inline: min(0px, (100% - min(100vw - 2rem, 60rem)) / 2); }
section { display: flow-root; }
@media (max-width: 30rem) { figure.align-left, figure.align-right { float: none; width: auto; margin: 0 0 1.3rem; } }
.gallery { --columns: 3; display: grid; grid-template-columns: repeat(auto-fill, minmax(max(8rem, calc((100% - (var(--columns) - 1) * .75rem) / var(--columns))), 1fr)); gap: 1rem .75rem; }
.gallery.columns-2 { --columns: 2; }
.gallery figure { margin: 0; }
.gallery img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; }
.gallery > figcaption { grid-column: 1 / -1; margin: 0; }
blockquote { border-inline-start: 2px solid var(--quoted); padding-block: .1rem; padding-inline: 1.1rem 0; margin-bottom: 1.3rem; }
blockquote p { font-style: italic; margin-bottom: .3rem; }
blockquote footer { color: var(--ink-2); font-size: 14px; line-height: 1.45; }
cite { font-style: normal; }
code { padding: .1em .3em; border-radius: 3px; background: var(--sunken); font: .86em ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; }
pre { margin: 0 0 1.3rem; padding: .7rem .9rem; border-radius: 6px; background: var(--sunken); overflow-x: auto; font: 14px/1.55 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; }
pre code { padding: 0; background: none; font: inherit; }
aside { margin: 0 0 1.3rem; padding: .9rem 1.1rem 0; border-radius: 6px; background: var(--sunken); overflow: hidden; }
aside.pull-quote { margin: 1.8rem 0; padding: .8rem 0; border-block: 1px solid var(--ink-2); border-radius: 0; background: none; font-size: 24px; line-height: 1.4; text-align: center; text-wrap: balance; }
aside.pull-quote p { margin: 0; }
mark { padding: .05em .1em; border-radius: 2px; background: var(--highlight); color: inherit; }
sup, sub { font-size: .72em; line-height: 0; }
.footnotes { border-top: 1px solid var(--hairline); padding-top: .9rem; font-size: .86em; }
[role="doc-noteref"], [role="doc-backlink"] { text-decoration: none; }
[role="doc-noteref"] { padding-inline: .15em; }
:is(.footnotes li, [role="doc-noteref"]):target { background: var(--highlight); }
hr { border: 0; border-top: 1px solid var(--hairline); margin: 2rem 0; }
figure.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92em; line-height: 1.5; }
th, td { border: 1px solid var(--hairline); padding: .35rem .6rem; text-align: left; vertical-align: top; min-width: 4em; }
th { background: var(--raised); font-weight: 640; }
th > p, td > p { margin: 0 0 .3rem; }
.video-card { display: flex; align-items: center; gap: 1rem; border: 1px solid var(--hairline); border-radius: 6px; background: var(--raised); color: var(--ink); text-decoration: none; overflow: hidden; }
.video-card:hover { border-color: var(--ink-2); }
.video-play { display: grid; place-items: center; flex: none; width: 8.5rem; height: 4.8rem; background: linear-gradient(135deg, #394a5a, #1f2b36); color: #fff; font-size: 20px; }
.video-still { flex: none; width: 8.5rem; height: 4.8rem; margin: 0; border-radius: 0; object-fit: cover; }
.video-title { display: block; font-size: 15px; font-weight: 560; line-height: 1.4; }
.video-place { display: block; font-size: 13px; color: var(--ink-2); }
.posts { list-style: none; padding: 0; }
.posts > li { padding: 0 0 1.6rem; margin-bottom: 1.6rem; border-bottom: 1px solid var(--hairline); }
.posts > li:last-child { border-bottom: 0; margin-bottom: 0; padding-bottom: 0; }
.posts > li > h2 { margin: 0; }
.posts > li > h2 a { color: var(--ink); text-decoration: none; }
.posts > li > h2 a:hover { text-decoration: underline; }
.posts > li > time { margin: .2rem 0 .5rem; }
.posts > li > p { margin: 0; }
.tags { color: var(--ink-2); font-size: 14px; margin-top: 2rem; }
footer.site { border-top: 1px solid var(--hairline); margin-top: 3rem; padding-top: .9rem; color: var(--ink-2); font-size: 13px; }
`;
