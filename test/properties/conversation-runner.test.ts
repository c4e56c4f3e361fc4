import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openRunner } from "#bot/conversation/open-runner.ts";
import { understand } from "#bot/understanding/understand.ts";
import type { PersonView, TalkContext } from "#models/conversations/conversation.ts";
import type { Effect, Outcome, ServiceRefusal } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { emptySession, type Session, sessionSchema } from "#models/conversations/session.ts";
import type { Message } from "#models/messages/message.ts";
import { readPress, writePress } from "#models/messages/press.ts";
import { catalogue as shipped } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { repair } from "#models/requests/repair/repair.request.ts";
import { buttons, head, office, plausible, teacher, technician, viewOf } from "#test/support/spoken-chat.ts";

const catalogue = openCatalogue(shipped);
const runner = openRunner(catalogue);
const { states, transitions } = repair.workflow;

const sentences = [
  "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ",
  "ปริ้นเตอร์เสีย",
  "แจ้งซ่อม",
  "คอมมีควัน",
  "ยกเลิก",
  "ข้าม",
  "ยืนยัน",
  "ใช่",
  "ไม่",
  "แก้ไข",
  "แก้สถานที่",
  "ซ่อมถึงไหนแล้ว",
  "ซ-2570-000123",
  "123",
  "หายแล้ว",
  "ยังไม่หาย จอดับ",
  "5 ดาว",
  "สวัสดีค่ะ",
  "ขอบคุณ",
  "งานของฉัน",
  "ภาระงาน",
  "ลา",
  "แจ้งแทน",
  "แก้ไขข้อมูลของฉัน",
  "ลงทะเบียน",
  "เมนู",
  "ทำต่อ",
  "เริ่มใหม่",
  "ทิ้ง",
  "ICT-ABCD-2345",
  "พรุ่งนี้",
  "0812345678",
  "กลับมาแล้ว",
  "ขอยืมกล้อง",
  "แอร์ไม่เย็น",
  "คุยกับเจ้าหน้าที่",
];

type Event =
  | { do: "say"; text: string }
  | { do: "button"; which: number; old: boolean }
  | { do: "input"; input: Input }
  | { do: "wait"; hours: number };

const anyPress = fc.oneof(
  fc.record({
    to: fc.constant("start" as const),
    talk: fc.constantFrom(
      "report:repair",
      "status",
      "request",
      "contact",
      "register",
      "edit-me",
      "my-work",
      "queue",
      "late",
      "workload",
      "report-for",
      "away",
      "menu",
      "parked",
      "nowhere",
    ),
    with: fc.constantFrom({}, { id: "r1" }, { fresh: "run1" }, { onBehalf: "yes" }, { field: "phone" }),
  }),
  fc.record({
    to: fc.constant("answer" as const),
    run: fc.constantFrom("run0", "run1", "run2", "other"),
    ask: fc.constantFrom("device", "symptom", "photos", "summary.1", "!confirm", "!field", "self:name", "constructor", "__proto__"),
    value: fc.constantFrom(
      "confirm",
      "edit:place",
      "edit:constructor",
      "!skip",
      "!done",
      "!typed",
      "!more",
      "!clear",
      "yes",
      "toString",
      "",
    ),
  }),
  fc.record({
    to: fc.constant("transition" as const),
    request: fc.constant("r1"),
    transition: fc.constantFrom(...Object.keys(transitions), "constructor", "unknown"),
    state: fc.constantFrom(...Object.keys(states)),
  }),
  fc.record({ to: fc.constant("resume" as const), run: fc.constantFrom("run0", "run1", "run2") }),
);

const anyInput: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ kind: fc.constant("press" as const), press: anyPress }),
  fc.record({
    kind: fc.constant("photos" as const),
    files: fc.array(fc.string({ maxLength: 24 }), { maxLength: 12 }),
    refused: fc.constantFrom(null, { reason: "too-big" as const, count: 1 }),
  }),
  fc.record({
    kind: fc.constant("unsupported" as const),
    what: fc.constantFrom("video" as const, "sticker" as const, "location" as const),
  }),
  fc.constant({ kind: "follow" as const }),
  fc.constant({ kind: "stale-button" as const }),
);

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("say" as const), text: fc.constantFrom(...sentences) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("say" as const), text: fc.string({ unit: "grapheme", maxLength: 1500 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("button" as const), which: fc.nat(30), old: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("input" as const), input: anyInput }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.constantFrom(1, 13, 200) }) },
);

const refusals: ServiceRefusal[] = [
  { code: "not_found" },
  { code: "not_allowed" },
  { code: "too_late", days: 7 },
  { code: "form_changed" },
  { code: "not_registered" },
  { code: "state_changed", by: "ช่างโท สมมุติ", deed: "รับเรื่อง", request: viewOf() },
  { code: "invalid_answers", problems: [{ field: "symptom", message: "ขอแก้อีกครั้งนะคะ" }] },
  { code: "invalid_answers", problems: [{ field: "gone", message: "ไม่มีช่องนี้ค่ะ" }] },
  { code: "invitation_used" },
];

const anyView: fc.Arbitrary<RequestView> = fc
  .record({
    state: fc.constantFrom(...Object.keys(states)),
    possible: fc.subarray(Object.keys(transitions)),
    id: fc.constantFrom("r1", "r2"),
  })
  .map(({ state, possible, id }) => {
    const asks = states[state]?.asks;
    return viewOf({
      id,
      state,
      stateLabel: states[state]?.label ?? "",
      possible,
      asked: asks ? { question: asks.question, words: null, transitions: asks.transitions } : null,
    });
  });

const anyFate = fc.record({
  refusal: fc.option(fc.constantFrom(...refusals), { freq: 4, nil: null }),
  views: fc.array(anyView, { maxLength: 3 }),
  schools: fc.nat(9),
});
type Fate = { refusal: ServiceRefusal | null; views: RequestView[]; schools: number };

function outcomeOf(effect: Effect, { refusal, views, schools }: Fate): Outcome {
  if (refusal) return { did: effect.do, ok: false, refusal };
  if (effect.do === "list") return { did: "list", ok: true, requests: views, total: views.length };
  if (effect.do === "find") return { did: "find", ok: true, requests: views };
  if ((effect.do === "transition" || effect.do === "submit") && views[0]) return { did: effect.do, ok: true, request: views[0] };
  if (effect.do !== "lookup") return plausible(effect);
  const candidates = Array.from({ length: schools }, (_, at) => ({
    key: `k${at}`,
    label: `โรงเรียนที่ ${at}`,
    detail: "อำเภอสมมุติ",
    value: effect.source === "schools" ? { code: `k${at}`, name: `โรงเรียนที่ ${at}` } : { id: `k${at}`, name: `คนที่ ${at}` },
  }));
  return { did: "lookup", ok: true, candidates, directoryIsEmpty: schools === 0 };
}

const queries = new Set<Effect["do"]>(["lookup", "list", "find", "workload"]);
const longPosition = "ครู".repeat(20);
const people: (PersonView | null)[] = [
  null,
  teacher,
  technician,
  head,
  { ...teacher, name: "ก".repeat(120), position: longPosition, recentPlaces: ["ห".repeat(120)] },
];

function checkReply(messages: Message[]) {
  expect(messages.length).toBeLessThanOrEqual(5);
  const questions = messages.filter((message) => message.asks);
  expect(questions.length).toBeLessThanOrEqual(1);
  if (questions.length === 1) expect(messages.at(-1)).toBe(questions[0]);
  for (const action of buttons(messages)) {
    expect(action.label).not.toBe("");
    if (action.kind !== "press" && action.kind !== "pick-date") continue;
    const data = writePress(action.press);
    expect(data.length).toBeLessThanOrEqual(300);
    expect(readPress(data)).toEqual(action.press);
  }
  for (const message of messages) {
    if (message.kind !== "text") continue;
    expect(message.text.trim()).not.toBe("");
    expect(message.text.split("\n").length, message.text).toBeLessThanOrEqual(3);
  }
}

function stored(session: Session): Session {
  const plain = JSON.parse(JSON.stringify(session));
  expect(plain).toEqual(session);
  return sessionSchema.parse(plain);
}

describe("any sequence of inputs", () => {
  it("leaves a session that can be stored and resumed, one question a reply at most, and never throws", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.array(fc.tuple(anyEvent, fc.array(anyFate, { minLength: 1, maxLength: 3 }), fc.array(anyView, { maxLength: 2 })), {
          maxLength: 25,
        }),
        (person, events) => {
          let session: Session = emptySession;
          let now = new Date("2026-11-23T02:00:00Z");
          let [last, before]: Message[][] = [[], []];
          events.forEach(([event, fates, waiting], at) => {
            if (event.do === "wait") {
              now = new Date(now.getTime() + event.hours * 3_600_000);
              return;
            }
            const input = inputOf(event, event.do === "button" && event.old ? (before ?? []) : (last ?? []));
            if (!input) return;
            const context: TalkContext = { now, person, waiting, office, catalogue, freshId: `run${at % 4}` };
            let step = runner.hear(session, input, context);
            const said = [...step.messages];
            for (let round = 0; step.effect; round += 1) {
              expect(round).toBeLessThan(10);
              checkReply(step.messages);
              const { effect } = step;
              const fate = fates[round % fates.length] ?? { refusal: null, views: [], schools: 0 };
              step = runner.receive(stored(step.session), outcomeOf(effect, fate), context);
              // A command ends its turn: nothing more can be done or looked up behind it.
              if (!queries.has(effect.do)) expect(step.effect).toBeUndefined();
              said.push(...step.messages);
            }
            checkReply(step.messages);
            expect(said.length).toBeGreaterThan(0);
            session = stored(step.session);
            [before, last] = [last, step.messages];
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

function inputOf(event: Exclude<Event, { do: "wait" }>, messages: Message[]): Input | null {
  if (event.do === "input") return event.input;
  if (event.do === "say") return { kind: "text", text: event.text, understood: understand(event.text) };
  const actions = buttons(messages).filter((action) => action.kind === "press" || action.kind === "say" || action.kind === "pick-date");
  const action = actions[event.which % Math.max(actions.length, 1)];
  if (action?.kind === "press") return { kind: "press", press: action.press };
  if (action?.kind === "pick-date") return { kind: "press", press: action.press, picked: "2026-12-01" };
  return action?.kind === "say" ? { kind: "text", text: action.text, understood: understand(action.text) } : null;
}
