import mongoose from "mongoose";
import { afterAll, beforeAll } from "vitest";
import { connectDatabase, prepareCollections } from "#bot/platform/database.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { inTransaction } from "#bot/platform/transaction.ts";
import { prepareCommand } from "#bot/services/effects/prepare-command.ts";
import { comparableName } from "#bot/services/people/person-names.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { flushAccessLog } from "#bot/services/record-access.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Command, Commands } from "#models/conversations/effects.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { catalogue as shipped } from "#models/requests/catalogue.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { usePreparedDatabase } from "./database.ts";

// Every document registers its collection, whichever of them a test file happens to import.
import "#models/documents/access-entry.document.ts";
import "#models/documents/chat.document.ts";
import "#models/documents/counter.document.ts";
import "#models/documents/file.document.ts";
import "#models/documents/holiday.document.ts";
import "#models/documents/inbox-event.document.ts";
import "#models/documents/invitation.document.ts";
import "#models/documents/notice.document.ts";
import "#models/documents/request.document.ts";
import "#models/documents/setting.document.ts";
import "#models/documents/timeline-entry.document.ts";

/** A Monday, 09.30 in Bangkok, in ปีงบประมาณ 2570. */
export const monday = new Date("2026-11-23T09:30:00+07:00");

export const schools = [
  { _id: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว", district: "เมือง", zone: "A" },
  { _id: "24010002", name: "โรงเรียนวัดทุ่งสว่าง", district: "เมือง", zone: "A" },
  { _id: "24010003", name: "โรงเรียนบ้านหนองบัวทอง", district: "ท่าน้ำ", zone: "B" },
] as const;

export type TestServices = ServiceContext & {
  /** what the clock shows; tests move it */
  at: Date;
  person(name: string, more?: Partial<PersonDocument> & { roles?: { role: Role; scope: Scope }[] }): Promise<PersonDocument>;
  /** the person as one who does something in their own chat */
  who(person: PersonDocument): Who;
  /** a command as a turn does it: prepared, then written in one transaction */
  run<K extends keyof Commands>(effect: { do: K } & Commands[K]["in"], who: Who): Promise<Commands[K]["out"]>;
};

/** Services on a database of this test file's own, with three schools. */
export function useServices(catalogue: RequestType[] = shipped): TestServices {
  const uri = usePreparedDatabase();
  const services = {} as TestServices;
  beforeAll(async () => {
    await connectDatabase(uri, { poolSize: 40 });
    await prepareCollections(mongoose.connection);
    await SchoolModel.insertMany(schools.map((school) => ({ ...school, searchTokens: searchTokens([school.name]) })));
  });
  afterAll(async () => {
    // Looks that wait to be written would reach the next file's database.
    await flushAccessLog();
    await mongoose.disconnect();
  });
  return Object.assign(services, {
    catalogue: openCatalogue(catalogue),
    newId: () => systemIds.next(),
    at: monday,
    clock: { now: () => services.at },
    person,
    who: (who: PersonDocument): Who => ({
      actor: actorOf(who, services.at),
      chatId: who.lineUserId ?? who._id,
      lineUserId: who.lineUserId ?? null,
    }),
    async run(effect: Command, who: Who) {
      const prepared = await prepareCommand(services, effect, who);
      const outcome = await inTransaction((session) => prepared.write(session));
      const { did: _did, ok: _ok, ...out } = outcome;
      return out;
    },
  }) as TestServices;

  async function person(
    name: string,
    { roles = [], ...more }: Partial<PersonDocument> & { roles?: { role: Role; scope: Scope }[] } = {},
  ): Promise<PersonDocument> {
    const _id = services.newId();
    const made: PersonDocument = {
      _id,
      name,
      position: "ครู",
      school: { code: schools[0]._id, name: schools[0].name },
      phone: null,
      lineUserId: `U${_id}`,
      grants: roles.map((grant) => ({ ...grant, from: new Date(0), until: null, actingFor: null })),
      acceptedNotice: { version: "1", at: services.at },
      recentPlaces: [],
      awayUntil: null,
      searchTokens: searchTokens([name, comparableName(name)]),
      createdAt: services.at,
      updatedAt: services.at,
      ...more,
    };
    await PersonModel.create([made]);
    return made;
  }
}

/** Answers of a complete repair report. */
export const brokenPrinter = {
  device: "เครื่องพิมพ์",
  symptom: "กระดาษติดทุกแผ่น",
  place: "ห้องธุรการ",
  school: { code: schools[0]._id, name: schools[0].name },
  category: "printer",
  urgency: "normal",
} as const;

/** A submission of the repair form under a fresh draft. */
export function repairOf(ctx: ServiceContext, answers: Record<string, unknown> = {}) {
  return { do: "submit" as const, formId: "repair", formVersion: 1, draftId: ctx.newId(), answers: { ...brokenPrinter, ...answers } };
}
