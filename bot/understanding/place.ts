import type { Reading } from "./reading.ts";

/** Where something stands in the text; `end` is exclusive. */
export type Span = { start: number; end: number };

const piece = new RegExp(
  [
    "(?:อาคาร|ตึก)\\s?(?:เรียน\\s?)?(?:ที่\\s?)?(?:\\d{1,3}|[ก-ฮ](?![ก-๎]))",
    "ชั้น\\s?(?:ที่\\s?)?(?:\\d{1,2}|ล่าง|บน|สอง|สาม|หนึ่ง|สี่)",
    "(?:ห้อง|ชั้น)\\s?(?:เรียน\\s?)?(?:ชั้น\\s?)?(?:(?:ป|ม|อ|ปวช|ปวส)\\.?\\s?\\d(?:\\s?/\\s?\\d{1,2})?|(?:อนุบาล|ประถม|มัธยม|ประถมศึกษาปีที่|มัธยมศึกษาปีที่)\\s?\\d(?:\\s?/\\s?\\d{1,2})?)",
    "ห้อง\\s?(?:เรียน\\s?)?(?:ที่\\s?)?(?:เบอร์\\s?)?[a-z]?\\d{1,4}(?:\\s?[/-]\\s?\\d{1,3})?",
    "(?<![ก-๎.])(?:ป|ม)\\.\\s?\\d(?:\\s?/\\s?\\d{1,2})?(?!\\d|\\.)",
    "อนุบาล\\s?\\d(?:\\s?/\\s?\\d{1,2})?",
  ].join("|"),
  "g",
);
const roomWord = /ห้อง(?!น้ำ|ๆ|นี้|นั้น|ไหน|ละ)/g;
// A building by name: neither all of them, nor the people who look after them.
const buildingWord = /(?<!ทั้ง|ทุก|งาน|หลาย|ฝ่าย)(?:อาคาร|ตึก)(?!สถานที่|นี้|นั้น|ไหน|ๆ|\s?\d)(?=[ก-ฮเแโใไ])/g;
const afterRoomName =
  /^\s?(?:(?:ป|ม|อ)\.\s?\d(?:\s?\/\s?\d{1,2})?|\d{1,3}(?:\s?\/\s?\d{1,2})?(?!\s?(?:ตัว|เครื่อง|วัน|คน|จุด|ครั้ง|อัน|นาที|ชั่วโมง|\d))|ชั้น\s?\d{1,2})/;

/** A room by name: the longest one known, else whatever stands up to the next space, device or symptom. */
function namedRooms(reading: Reading): Span[] {
  return [...reading.text.matchAll(roomWord)].map(({ index }) => {
    const from = index + 4;
    const nameStart = reading.text[from] === " " ? from + 1 : from;
    const known = reading.rooms.filter((hit) => hit.start === nameStart).reduce((end, hit) => Math.max(end, hit.end), 0);
    if (known === 0) return { start: index, end: unknownNameEnd(reading, from) };
    const suffix = afterRoomName.exec(reading.text.slice(known));
    return { start: index, end: known + (suffix?.[0].length ?? 0) };
  });
}

function namedBuildings(reading: Reading): Span[] {
  return [...reading.text.matchAll(buildingWord)]
    .map(({ index, 0: word }) => ({ start: index, end: unknownNameEnd(reading, index + word.length), from: index + word.length }))
    .filter(({ end, from }) => end - from >= 3);
}

function unknownNameEnd(reading: Reading, from: number): number {
  const next = [...reading.devices, ...reading.symptoms].map(({ start }) => start).filter((start) => start >= from);
  const space = reading.text.slice(from).search(/\s|ไม่|มัน|เปิด|ใช้|เป็น|มี|ให้|ดู|ครับ|ค่ะ|คะ|,/);
  return Math.min(...next, space === -1 ? reading.text.length : from + space, from + 24);
}

function joined(spans: readonly Span[], text: string): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    const between = last ? text.slice(last.end, Math.max(last.end, span.start)) : "";
    if (last && (span.start <= last.end || /^\s?(?:,|ที่|ของ)?\s?$/.test(between))) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Every place named in the message, neighbours joined ("อาคาร 2 ชั้น 3"), in order. */
export function findPlaces(reading: Reading): Span[] {
  const pieces = [...reading.text.matchAll(piece)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  const spans = joined([...pieces, ...namedRooms(reading), ...namedBuildings(reading), ...reading.places], reading.text);
  return spans.filter(({ start, end }) => reading.text.slice(start, end).trim().length > 4 || /\d/.test(reading.text.slice(start, end)));
}
