import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#bot/platform/transaction.ts";
import { prepareCommand } from "#bot/services/effects/prepare-command.ts";
import { Refused } from "#bot/services/refused.ts";
import type { Who } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { repairWorkflow } from "#models/requests/repair/repair.workflow.ts";
import { systemActor } from "#models/workflows/roles.ts";
import { repairOf, schools, useServices } from "#test/support/services.ts";

// Written by hand from the centre's way of working, not from the workflow: who may do what while a repair stands where.
// Whoever is not named may do nothing there. "staff" is another technician of the group, "heads" are the group's and the centre's.
const table: Record<string, Partial<Record<Role, string>>> = {
  submitted: {
    teacher: "add withdraw",
    assignee: "accept correct note", // nobody has it yet: one of the group like any other
    staff: "accept correct note",
    heads: "accept assign correct note reject",
  },
  assigned: {
    teacher: "add withdraw",
    assignee: "accept forward correct note",
    staff: "accept correct note",
    heads: "accept assign correct note reject",
  },
  accepted: {
    teacher: "add",
    assignee: "inspect fix-remotely repair wait-parts send-out done cannot-repair ask forward correct note",
    staff: "correct note",
    heads: "inspect fix-remotely repair wait-parts send-out done cannot-repair ask assign correct note reject",
  },
  inspecting: {
    teacher: "add",
    assignee: "fix-remotely repair wait-parts send-out done cannot-repair ask forward correct note",
    staff: "correct note",
    heads: "fix-remotely repair wait-parts send-out done cannot-repair ask assign correct note reject",
  },
  "fixing-remotely": {
    teacher: "add",
    assignee: "repair wait-parts send-out done ask forward correct note",
    staff: "correct note",
    heads: "repair wait-parts send-out done ask assign correct note reject",
  },
  repairing: {
    teacher: "add",
    assignee: "wait-parts send-out done cannot-repair ask forward correct note",
    staff: "correct note",
    heads: "wait-parts send-out done cannot-repair ask assign correct note reject",
  },
  "waiting-parts": {
    teacher: "add",
    assignee: "inspect repair send-out done cannot-repair ask forward correct note",
    staff: "correct note",
    heads: "inspect repair send-out done cannot-repair ask assign correct note reject",
  },
  "sent-out": {
    teacher: "add",
    assignee: "inspect repair wait-parts done cannot-repair ask forward correct note",
    staff: "correct note",
    heads: "inspect repair wait-parts done cannot-repair ask assign correct note reject",
  },
  asked: {
    teacher: "answer add",
    assignee: "go-on correct note",
    staff: "correct note",
    heads: "go-on assign correct note reject",
  },
  done: { teacher: "confirm-fixed not-fixed", assignee: "note", staff: "note", heads: "note", system: "close-unanswered" },
  confirmed: { teacher: "not-fixed rate", assignee: "note", staff: "note", heads: "note", system: "close-unrated" },
  closed: { teacher: "not-fixed", assignee: "note", staff: "note", heads: "note" },
  unrepairable: { teacher: "not-fixed", assignee: "note", staff: "note", heads: "note" },
  withdrawn: { assignee: "note", staff: "note", heads: "note" },
};

// Where each transition leads; "-" stays, "<" goes back to accepted, from where the question was asked.
const leads: Record<string, string> = {
  accept: "accepted",
  inspect: "inspecting",
  "fix-remotely": "fixing-remotely",
  repair: "repairing",
  "wait-parts": "waiting-parts",
  "send-out": "sent-out",
  done: "done",
  "cannot-repair": "unrepairable",
  ask: "asked",
  answer: "<",
  "go-on": "<",
  assign: "assigned",
  forward: "assigned",
  correct: "-",
  note: "-",
  add: "-",
  withdraw: "withdrawn",
  reject: "withdrawn",
  "confirm-fixed": "confirmed",
  "not-fixed": "accepted",
  rate: "closed",
  "close-unanswered": "closed",
  "close-unrated": "closed",
};

const rolesInTable = [
  "teacher",
  "other teacher",
  "school director",
  "assignee",
  "staff",
  "staff of another group",
  "group head",
  "head of another group",
  "centre head",
  "system",
] as const;
type Person = (typeof rolesInTable)[number];
type Role = Exclude<Person, "group head" | "centre head"> | "heads";

const ctx = useServices();
const who = {} as Record<Person, Who>;
let requestId = "";
let colleague = { id: "", name: "" };

const answers = (): Record<string, Record<string, unknown>> => ({
  "wait-parts": { what: "ลูกยาง" },
  "send-out": { vendor: "ร้านคอม" },
  done: { cause: "ลูกยางสึก", fix: "เปลี่ยน" },
  "cannot-repair": { reason: "เก่ามาก" },
  ask: { reason: "รุ่นอะไรคะ" },
  answer: { words: "รุ่น L3250" },
  assign: { person: colleague },
  forward: { person: colleague },
  correct: { urgency: "high" },
  note: { words: "ไปพรุ่งนี้" },
  add: { words: "เสียงดังด้วย" },
  reject: { reason: "ซ้ำ" },
  rate: { stars: 5 },
});

beforeAll(async () => {
  const group = (number: number) => ({ kind: "group" as const, group: number, zones: [] });
  const person = async (name: string, grants: Parameters<typeof ctx.person>[1] = {}) => ctx.who(await ctx.person(name, grants));
  who.teacher = await person("ครูสมหญิง ใจดี");
  who["other teacher"] = await person("ครูคนอื่น");
  who["school director"] = await person("ผอ.โรงเรียน", {
    roles: [{ role: "school-director", scope: { kind: "school", school: schools[0]._id } }],
  });
  who.assignee = await person("ช่างเอก", { roles: [{ role: "staff", scope: group(1) }] });
  who.staff = await person("ช่างโท", { roles: [{ role: "staff", scope: group(1) }] });
  who["staff of another group"] = await person("ช่างกลุ่มสอง", { roles: [{ role: "staff", scope: group(2) }] });
  who["group head"] = await person("หัวหน้ากลุ่มหนึ่ง", { roles: [{ role: "group-head", scope: group(1) }] });
  who["head of another group"] = await person("หัวหน้ากลุ่มสอง", { roles: [{ role: "group-head", scope: group(2) }] });
  who["centre head"] = await person("หัวหน้าศูนย์", { roles: [{ role: "centre-head", scope: { kind: "office" } }] });
  who.system = { actor: systemActor, chatId: "system", lineUserId: null };
  colleague = { id: who.staff.actor?.personId ?? "", name: "ช่างโท" };
  requestId = (await ctx.run(repairOf(ctx), who.teacher)).request.id;
});

/** Undoes everything, so that each press finds the request as it stood. */
class Undo extends Error {
  readonly state: string;

  constructor(state: string) {
    super("undo");
    this.state = state;
  }
}

/** Presses for real and takes it back: where it led, or how it was refused. */
async function press(person: Person, transition: string, offeredIn: string): Promise<{ to: string } | { refused: string }> {
  try {
    const effect = { do: "transition" as const, requestId, transition, offeredIn, answers: answers()[transition] ?? {} };
    const prepared = await prepareCommand(ctx, effect, who[person]);
    await inTransaction(async (session) => {
      const outcome = await prepared.write(session);
      throw new Undo(outcome.did === "transition" && outcome.ok ? outcome.request.state : "?");
    });
  } catch (error) {
    if (error instanceof Undo) return { to: error.state };
    if (error instanceof Refused) return { refused: error.refusal.code };
    throw error;
  }
  throw new Error("neither done nor refused");
}

/** How the table's hand-written words read for a person in a state. */
function expected(state: string, person: Person, transition: string): { to: string } | { refused: string } {
  const role: Role = person === "group head" || person === "centre head" ? "heads" : person;
  const may = (table[state]?.[role] ?? "").split(" ").includes(transition);
  const lead = leads[transition] ?? "?";
  if (may) return { to: lead === "-" ? state : lead === "<" ? "accepted" : lead };
  return { refused: person === "other teacher" ? "not_found" : "refused" };
}

describe("who may do what to a repair", () => {
  it("is written for every state and every transition", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(repairWorkflow.states).sort());
    expect(Object.keys(leads).sort()).toEqual(Object.keys(repairWorkflow.transitions).sort());
  });

  it.each(Object.keys(table))("holds in the state %s, for everybody", async (state) => {
    const assignee = state === "submitted" ? null : { id: who.assignee.actor?.personId, name: "ช่างเอก" };
    const standing = {
      state,
      assignee,
      previousState: state === "asked" ? "accepted" : null,
      isOpen: !repairWorkflow.states[state]?.final,
    };
    await RequestModel.updateOne({ _id: requestId }, { $set: standing });
    for (const person of rolesInTable) {
      const seen: Record<string, unknown> = {};
      for (const transition of Object.keys(leads)) {
        const result = await press(person, transition, state);
        // Never possible for them, or not from this state: both are a no.
        const isNo = "refused" in result && ["not_allowed", "state_changed"].includes(result.refused);
        seen[transition] = isNo ? { refused: "refused" } : result;
      }
      const wanted = Object.fromEntries(Object.keys(leads).map((transition) => [transition, expected(state, person, transition)]));
      expect(seen, `${person} in ${state}`).toEqual(wanted);
    }
    expect(await RequestModel.findById(requestId).lean()).toMatchObject({ state, revision: 1 });
    expect(await TimelineEntryModel.countDocuments({ requestId })).toBe(1);
  });

  // A result is asked about for ten working days; seven days count from where nobody asks any more.
  it.each([
    ["done", 8, { to: "accepted" }],
    ["closed", 7, { to: "accepted" }],
    ["closed", 8, { refused: "too_late" }],
    ["unrepairable", 8, { refused: "too_late" }],
  ])("lets the teacher say ยังไม่หาย in %s after %i days, or not", async (state, days, wanted) => {
    const stateSince = new Date(ctx.at.getTime() - days * 86_400_000);
    const standing = { state, stateSince, previousState: null, isOpen: !repairWorkflow.states[state]?.final };
    await RequestModel.updateOne({ _id: requestId }, { $set: standing });
    expect(await press("teacher", "not-fixed", state)).toEqual(wanted);
  });
});
