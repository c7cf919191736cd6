// A workbook as spreadsheet programs write it, made by hand: XML parts in a ZIP with deflate and check sums.
// Works in Node and in a browser.
export type WorkbookCell =
  | string
  | null
  /** A number exactly as it stands in the file. */
  | { readonly number: string }
  /** A day number with a date format. */
  | { readonly date: number }
  | { readonly error: string };

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaging = "http://schemas.openxmlformats.org/package/2006";

export function makeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${xml}<Types xmlns="${packaging}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map((sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${packaging}/relationships">${sheets
      .map(
        (_sheet, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${xml}<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  });
  return zipDeflated(parts);
}

function sheetXml(sheet: WorkbookSheet): string {
  const rows = sheet.rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join("");
    return inner === "" ? "" : `<row r="${row + 1}">${inner}</row>`;
  });
  return `${xml}<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: WorkbookCell, address: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return `<c r="${address}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if ("number" in cell) return `<c r="${address}"><v>${cell.number}</v></c>`;
  if ("date" in cell) return `<c r="${address}" s="1"><v>${cell.date}</v></c>`;
  return `<c r="${address}" t="e"><v>${cell.error}</v></c>`;
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A ZIP of parts, deflated. */
export async function zipDeflated(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const raw = typeof part === "string" ? new TextEncoder().encode(part) : part;
    const packed = await deflate(raw);
    const nameBytes = new TextEncoder().encode(name);
    const sums = [crc32(raw), packed.length, raw.length];
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(4, 20, true);
      view.setUint16(6, 0x0800, true);
      view.setUint16(8, 8, true);
      sums.forEach((sum, index) => view.setUint32(14 + 4 * index, sum, true));
      view.setUint16(26, nameBytes.length, true);
    });
    const at = offset;
    directory.push(
      record(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        view.setUint16(6, 20, true);
        view.setUint16(8, 0x0800, true);
        view.setUint16(10, 8, true);
        sums.forEach((sum, index) => view.setUint32(16 + 4 * index, sum, true));
        view.setUint16(28, nameBytes.length, true);
        view.setUint32(42, at, true);
      }),
      nameBytes,
    );
    locals.push(local, nameBytes, packed);
    offset += local.length + nameBytes.length + packed.length;
  }
  const directoryBytes = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, Object.keys(parts).length, true);
    view.setUint16(10, Object.keys(parts).length, true);
    view.setUint32(12, directoryBytes, true);
    view.setUint32(16, offset, true);
  });
  return joined([...locals, ...directory, end]);
}

async function deflate(raw: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([new Uint8Array(raw)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const crcTable = Uint32Array.from({ length: 256 }, (_none, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  return sum;
});

function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
