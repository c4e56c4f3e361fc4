import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { systemActor } from "#models/workflows/roles.ts";
import type { AuditFilter, RawEntry } from "./read-audit.ts";

/** Records that are one of a kind. */
const places: Record<string, string> = {
  settings: "การตั้งค่า",
  staff: "รายชื่อเจ้าหน้าที่",
  people: "รายชื่อบุคคล",
  audit: "ประวัติการใช้งาน",
};

const idOf = (subject: string, kind: string) => (subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : null);

/** Gives names to the people and records that looks know only by id, and to those of the filter. What is gone keeps its id. */
export async function nameAudit(page: RawEntry[], filter: AuditFilter) {
  const looks = page.filter(({ kind }) => kind === "look");
  const subjects = [...looks.map(({ subject }) => subject), ...(filter.subject ? [filter.subject] : [])];
  const ids = (kind: string) => [...new Set(subjects.flatMap((subject) => idOf(subject, kind) ?? []))];
  const personIds = [...new Set([...looks.map(({ by }) => by.id), ...(filter.person ? [filter.person] : []), ...ids("person")])];
  const [people, requests, schools] = await Promise.all([
    find(personIds, (some) => PersonModel.find({ _id: { $in: some } }, { name: 1 }).lean()),
    find(ids("request"), (some) => RequestModel.find({ _id: { $in: some } }, { number: 1 }).lean()),
    find(ids("school"), (some) => SchoolModel.find({ _id: { $in: some } }, { name: 1 }).lean()),
  ]);
  const names = new Map([[systemActor.personId, systemActor.name], ...people.map(({ _id, name }) => [_id, name] as const)]);
  const labels = new Map([
    ...Object.entries(places),
    ...people.map(({ _id, name }) => [`person:${_id}`, name] as const),
    ...requests.map(({ _id, number }) => [`request:${_id}`, number] as const),
    ...schools.map(({ _id, name }) => [`school:${_id}`, name] as const),
  ]);
  const told = page.find(({ kind, subject }) => kind === "change" && subject === filter.subject)?.subjectLabel;
  return {
    entries: page.map((entry) =>
      entry.kind === "change"
        ? entry
        : {
            ...entry,
            by: { ...entry.by, name: names.get(entry.by.id) ?? entry.by.id },
            subjectLabel: labels.get(entry.subject) ?? (idOf(entry.subject, "file") ? "รูปหรือไฟล์แนบ" : entry.subject),
          },
    ),
    names: {
      person: filter.person ? (names.get(filter.person) ?? filter.person) : null,
      subject: filter.subject ? (labels.get(filter.subject) ?? told ?? filter.subject) : null,
    },
  };
}

async function find<T>(ids: string[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  return ids.length > 0 ? read(ids) : [];
}
