import { deflateSync, inflateSync } from "node:zlib";

/** A PDF as our own typesetter writes it: plain objects and one table of where they stand. Read as Latin-1, a byte a letter. */
export type PdfObjects = {
  /** the object's own text, stream included */
  read(id: number): string;
  ids: number[];
  trailer: string;
  /** where the table stands */
  table: number;
};

/** @throws when it is not such a file */
export function readPdfObjects(pdf: Buffer): PdfObjects {
  const file = pdf.toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-100))?.[1] ?? Number.NaN);
  const [head, first, count] = /^xref\s+(\d+) (\d+)\s+/.exec(file.slice(table, table + 40)) ?? [];
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(file.slice(table))?.[1];
  if (head === undefined || trailer === undefined) throw new Error("this PDF has no table of its objects that we know");
  const offsets = new Map<number, number>();
  for (let at = 0; at < Number(count); at += 1) {
    const from = table + head.length + at * 20;
    if (file[from + 17] === "n") offsets.set(Number(first) + at, Number(file.slice(from, from + 10)));
  }
  const starts = [...offsets.values(), table].sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, at) => [start, starts[at + 1] ?? table]));
  return {
    ids: [...offsets.keys()],
    trailer,
    table,
    read(id) {
      const start = offsets.get(id);
      return start === undefined ? "" : file.slice(start, endOf.get(start));
    },
  };
}

/** What an object's stream holds, unpacked. */
export function readStream(object: string): string {
  const from = object.indexOf("stream\n") + "stream\n".length;
  const data = object.slice(from, object.lastIndexOf("\nendstream"));
  return /\/Filter\s*\/FlateDecode/.test(object.slice(0, from)) ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
}

/** The file with other streams in place of those objects, added at its end as the format has it for changes (ISO 32000, 7.5.6). */
export function withStreams(pdf: Buffer, { trailer, table }: PdfObjects, streams: ReadonlyMap<number, string>): Buffer {
  let offset = pdf.length;
  const objects: string[] = [];
  const rows: string[] = [];
  for (const [id, stream] of streams) {
    const packed = deflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    const object = `${id} 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n`;
    rows.push(`${id} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
    objects.push(object);
    offset += object.length;
  }
  const end = `xref\n${rows.join("")}trailer\n<<${trailer}/Prev ${table}\n>>\nstartxref\n${offset}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(objects.join("") + end, "latin1")]);
}
