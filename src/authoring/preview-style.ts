// How the preview looks: two columns on a wide screen, one on a narrow one; whatever can be focused shows it.

export const previewStyle = `
* { box-sizing: border-box; }
body { font: 1rem/1.45 "IBM Plex Sans", "Noto Sans", system-ui, sans-serif; color: #16202a; background: #fff; margin: 0 auto; max-width: 80rem; padding: 1rem; }
header { border-bottom: 2px solid #16202a; padding-bottom: 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; }
.trial { border: 2px solid #9a3412; padding: .5rem; font-weight: 600; }
.message { border-left: 4px solid #1d4ed8; padding-left: .5rem; }
nav a { padding: .25rem .5rem; }
nav a[aria-current] { font-weight: 700; text-decoration: none; }
fieldset { border: 1px solid #64748b; border-radius: 4px; margin: 0 0 1rem; padding: .75rem; }
ul { list-style: none; margin: .5rem 0; padding: 0; }
li { margin: .25rem 0; }
input, select, textarea, button { font: inherit; padding: .35rem .5rem; min-height: 2.5rem; }
input[type="radio"], input[type="checkbox"] { min-height: 0; width: 1.15rem; height: 1.15rem; }
textarea { width: 100%; }
input + label { margin-left: .75rem; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.hint { color: #334155; margin: .25rem 0; }
.save { position: sticky; bottom: 0; background: #fff; padding: .5rem 0; }
.finding { border-left: 4px solid #64748b; padding-left: .5rem; }
.finding.hard { border-color: #b91c1c; }
.finding.soft { border-color: #b45309; }
@media (min-width: 60rem) {
  body { display: grid; grid-template-columns: 1fr 22rem; gap: 1.5rem; }
  header { grid-column: 1 / -1; }
  aside { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; }
}
`;
