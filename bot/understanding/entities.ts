import type { Category, Intent, NumberMention, Understanding } from "#models/conversations/understanding.ts";
import { findPhone, showPhone } from "#models/fields/thai/phone.ts";
import { findPlaces, type Span } from "./place.ts";
import type { Reading } from "./reading.ts";
import { findSymptom } from "./symptom.ts";
import type { Hit } from "./term-scanner.ts";
import type { DeviceWords } from "./vocabulary/devices.ts";

// Class 4 – type 3 – running 4, then whatever an office adds; a longer class with a letter stands before it at times.
const label = "(?:หมายเลขครุภัณฑ์|เลขครุภัณฑ์|รหัสครุภัณฑ์|ครุภัณฑ์|หมายเลขเครื่อง|เลขเครื่อง)\\s?(?:เลขที่|หมายเลข|คือ|:|ที่)?\\s*";
const asset = /(?<!\d)(?:\d{8}-[a-z]-)?\d{4}\s?-\s?\d{3}\s?-\s?\d{2,4}(?:[-./]\d{1,5})*(?:\s?วท\.)?/;
const quoted = new RegExp(`${label}([da-zก-ฮ./-]*d[da-zก-ฮ./-]{2,40})`);
const labelBefore = new RegExp(`${label}$`);

function findAsset(reading: Reading): Span | null {
  const found = asset.exec(reading.text);
  if (found) {
    const before = labelBefore.exec(reading.text.slice(0, found.index));
    return { start: before?.index ?? found.index, end: found.index + found[0].length };
  }
  const said = quoted.exec(reading.text);
  return said ? { start: said.index, end: said.index + said[0].length } : null;
}

// Said of everybody's machines; of the people in it, it tells no place.
const wholeSchool = /(?<!ครู|นักเรียน|เด็ก|บุคลากร|คน)(?:ทั้ง|ทั่ว|ทั้งหมดใน)(?:โรงเรียน|\s?รร\.?(?![ก-๎]))/;

const inside = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** The device that the category is about; else the first that is named. Words inside a place ("ห้องคอม") name none. */
function mainDevice(named: readonly Hit<DeviceWords>[], category: Category | null): Hit<DeviceWords> | null {
  const things = named.filter(({ tag }) => tag.device !== null);
  const ofCategory = things.filter(({ tag }) => tag.category === category);
  const strongest = [...ofCategory].sort((a, b) => b.tag.pull - a.tag.pull || a.start - b.start)[0];
  return strongest ?? things[0] ?? null;
}

type Found = { entities: Understanding["entities"]; devices: readonly Hit<DeviceWords>[] };

/** Device, symptom, place, phone, asset and request number as the message gives them. */
export function findEntities(reading: Reading, intent: Intent, category: Category | null, number: NumberMention | null): Found {
  const places = findPlaces(reading);
  const devices = reading.devices.filter((hit) => !places.some((place) => inside(hit, place)));
  // "ห้องคอมเปิดไม่ติด": where no other thing is named, the room tells which.
  const device = mainDevice(devices.length > 0 || reading.outOfScope.length > 0 ? devices : reading.devices, category);
  const phone = findPhone(reading.text);
  const assetSpan = findAsset(reading);
  const away = [...places, ...(phone ? [phone] : []), ...(assetSpan ? [assetSpan] : [])];
  const symptom = intent === "report_repair" ? findSymptom(reading, away, device === null || device.tag.telling ? null : device) : null;
  const named = places.map(({ start, end }) => reading.shown.slice(start, end).trim()).join(" ");
  const place = named || (wholeSchool.test(reading.text) ? "ทั้งโรงเรียน" : "");
  const assetNumber = assetSpan ? (asset.exec(reading.text)?.[0] ?? quoted.exec(reading.text)?.[1]) : undefined;
  return {
    devices,
    entities: {
      ...(device?.tag.device ? { device: device.tag.device } : {}),
      ...(symptom ? { symptom } : {}),
      ...(place ? { place } : {}),
      ...(number ? { number } : {}),
      ...(phone ? { phone: showPhone(phone) } : {}),
      ...(assetNumber ? { assetNumber: assetNumber.trim() } : {}),
    },
  };
}
