// How a printed form looks: A4, black on white, no question torn in two.

export const printStyle = `
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.4 "IBM Plex Sans", "Noto Sans", Arial, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 182mm; padding: 6mm; }
h1 { font-size: 17pt; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.6mm solid #000; break-after: avoid; }
.form { break-before: page; }
.form:first-child { break-before: auto; }
.head { border: 0.4mm solid #000; padding: 3mm; margin-bottom: 4mm; }
.mark { display: inline-block; border: 0.4mm solid #000; padding: 0 2mm; font-weight: 700; }
.question { border-top: 0.2mm solid #777; padding: 2.5mm 0; break-inside: avoid; }
.question.long { break-inside: auto; }
.number { font-weight: 700; margin-right: 2mm; }
.text { font-weight: 600; }
.note { color: #333; font-size: 9pt; margin: 0.6mm 0; }
.routing { font-size: 9pt; margin: 1mm 0; padding-left: 2mm; border-left: 0.8mm solid #000; }
.confidence { font-size: 7.5pt; border: 0.2mm solid #555; padding: 0 1mm; margin-left: 2mm; white-space: nowrap; }
ul { list-style: none; margin: 1.5mm 0; padding: 0; }
li { margin: 0.6mm 0; break-inside: avoid; }
.box { display: inline-block; width: 3.6mm; height: 3.6mm; border: 0.3mm solid #000; vertical-align: -0.6mm; margin-right: 1.5mm; }
.code { display: inline-block; min-width: 9mm; font-family: "IBM Plex Mono", monospace; font-size: 9pt; }
.cells .box { width: 5mm; height: 6.5mm; margin-right: 0.4mm; vertical-align: middle; }
.blank { display: inline-block; border-bottom: 0.3mm solid #000; min-width: 70mm; height: 6mm; }
.fields { margin: 1mm 0 1mm 5mm; padding-left: 3mm; border-left: 0.3mm solid #777; }
code { font: 8.5pt/1.35 "IBM Plex Mono", monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { border: 0.2mm solid #777; padding: 1mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
@media print { body { padding: 0; max-width: none; } }
`;
