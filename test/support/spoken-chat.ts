import { openRunner } from "#bot/conversation/open-runner.ts";
import { understand } from "#bot/understanding/understand.ts";
import type { OfficeView, PersonView, TalkContext } from "#models/conversations/conversation.ts";
import type { Effect, Outcome } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { emptySession, type Session, sessionSchema } from "#models/conversations/session.ts";
import type { Action, Message } from "#models/messages/message.ts";
import { catalogue as shipped } from "#models/requests/catalogue.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";

export const office: OfficeView = {
  name: "ศูนย์ ICT",
  phone: "038-000-111",
  hours: "จันทร์–ศุกร์ 08.30–16.30 น.",
  isOpenNow: true,
  nextOpening: new Date("2026-11-23T01:30:00Z"),
};

export const teacher: PersonView = {
  id: "p-teacher",
  name: "สมใจ ทดสอบดี",
  position: "ครู",
  school: { code: "S01", name: "โรงเรียนบ้านตัวอย่าง" },
  phone: null,
  recentPlaces: ["ห้องธุรการ"],
  roles: ["teacher"],
  isStaff: false,
  isHead: false,
};

export const technician: PersonView = {
  ...teacher,
  id: "p-tech",
  name: "ช่างเอก สมมุติ",
  position: "เจ้าหน้าที่",
  roles: ["staff"],
  isStaff: true,
};
export const head: PersonView = { ...technician, id: "p-head", name: "หัวหน้าโท สมมุติ", roles: ["group-head"], isHead: true };

/** A request as a viewer sees it; what a test does not care about is filled in. */
export function viewOf(more: Partial<RequestView> = {}): RequestView {
  return {
    id: "r1",
    formId: "repair",
    number: "ซ-2570-000123",
    subject: "เครื่องพิมพ์ กระดาษติด",
    state: "submitted",
    stateLabel: "รอรับเรื่อง",
    next: "เจ้าหน้าที่จะรับเรื่องและติดต่อกลับ",
    revision: 1,
    answersRevision: 1,
    category: "printer",
    urgency: "normal",
    requester: { id: "p-teacher", name: "สมใจ ทดสอบดี", phone: "081-000-0000" },
    school: "โรงเรียนบ้านตัวอย่าง",
    assignee: null,
    filed: [{ field: "device", label: "อุปกรณ์", shown: "เครื่องพิมพ์" }],
    photos: [],
    files: [],
    filedAt: new Date("2026-11-23T02:00:00Z"),
    startBy: new Date("2026-11-24T02:30:00Z"),
    finishBy: new Date("2026-11-30T02:30:00Z"),
    isLate: false,
    isOpen: true,
    group: 1,
    formVersion: 1,
    possible: [],
    asked: null,
    moved: null,
    timeline: [],
    ...more,
  };
}

type Answering = (effect: Effect) => Outcome | null;

/** A chat with the runner alone: says things, answers effects by hand, keeps the session as JSON between inputs. */
export function spokenChat(
  options: { person?: PersonView | null; waiting?: RequestView[]; types?: RequestType[]; answer?: Answering } = {},
) {
  const catalogue = openCatalogue(options.types ?? shipped);
  const runner = openRunner(catalogue);
  const codes = catalogue.all.map((type) => type.code);
  const chat = {
    session: emptySession as Session,
    context: {
      now: new Date("2026-11-23T02:00:00Z"),
      person: options.person === undefined ? teacher : options.person,
      waiting: options.waiting ?? [],
      office,
      catalogue,
      freshId: "run0",
    } satisfies TalkContext as TalkContext,
    effects: [] as Effect[],
    last: [] as Message[],
    inputs: 0,
    hear(input: Input): Message[] {
      chat.inputs += 1;
      chat.context = { ...chat.context, freshId: `run${chat.inputs}` };
      let step = runner.hear(chat.session, input, chat.context);
      const said = [...step.messages];
      for (let round = 0; step.effect && round < 10; round += 1) {
        chat.effects.push(step.effect);
        step = runner.receive(stored(step.session), outcomeOf(step.effect), chat.context);
        said.push(...step.messages);
      }
      chat.session = stored(step.session);
      chat.last = said;
      return said;
    },
    says(...texts: string[]): Message[] {
      for (const text of texts) chat.hear({ kind: "text", text, understood: understand(text, { codes }) });
      return chat.last;
    },
    sends(...files: string[]): Message[] {
      return chat.hear({ kind: "photos", files, refused: null });
    },
    /** presses the button with that label in the last reply */
    presses(label: string): Message[] {
      const action = buttons(chat.last).find((a) => a.label === label || a.label.startsWith(label));
      if (!action)
        throw new Error(
          `no button "${label}" among: ${buttons(chat.last)
            .map((a) => a.label)
            .join(", ")}`,
        );
      if (action.kind === "say") return chat.says(action.text);
      if (action.kind !== "press") throw new Error(`"${label}" is no button that presses`);
      return chat.hear({ kind: "press", press: action.press });
    },
    later(hours: number) {
      chat.context = { ...chat.context, now: new Date(chat.context.now.getTime() + hours * 3_600_000) };
    },
    get text() {
      return chat.last.map(textOf).join("\n");
    },
    get buttons() {
      return buttons(chat.last).map((a) => a.label);
    },
    effect<K extends Effect["do"]>(name: K) {
      return chat.effects.findLast((e): e is Extract<Effect, { do: K }> => e.do === name);
    },
  };
  const outcomeOf = (effect: Effect): Outcome => options.answer?.(effect) ?? plausible(effect);
  return chat;
}

/** A session as it comes back from the database. */
function stored(session: Session): Session {
  return sessionSchema.parse(JSON.parse(JSON.stringify(session)));
}

/** What services would most likely answer. */
export function plausible(effect: Effect): Outcome {
  switch (effect.do) {
    case "lookup":
      return { did: "lookup", ok: true, candidates: [], directoryIsEmpty: true };
    case "list":
      return { did: "list", ok: true, requests: [], total: 0 };
    case "find":
      return { did: "find", ok: true, requests: [] };
    case "lastFiled":
      return { did: "lastFiled", ok: true, last: null };
    case "openSurveys":
      return { did: "openSurveys", ok: true, surveys: [] };
    case "answerSurvey":
      return { did: "answerSurvey", ok: true, is: "kept" };
    case "workload":
      return { did: "workload", ok: true, people: [], unassigned: 0 };
    case "register":
      return { did: "register", ok: true, firstTime: true, claimed: 0 };
    case "submit":
      return { did: "submit", ok: true, request: viewOf() };
    case "transition":
      return { did: "transition", ok: true, request: viewOf({ state: "accepted", stateLabel: "รับเรื่องแล้ว" }) };
    case "redeem":
      return { did: "redeem", ok: true, name: "สมใจ ทดสอบดี", role: "staff" };
    case "setAway":
      return { did: "setAway", ok: true, name: "ช่างเอก สมมุติ", until: effect.until };
  }
}

export function buttons(messages: Message[]): Action[] {
  return messages.flatMap((message) => [
    ...(message.kind === "card" ? cardActions([message.card]) : message.kind === "cards" ? cardActions(message.cards) : []),
    ...(message.choices ?? []),
  ]);
}

const cardActions = (cards: { actions: Action[]; rows: { edit?: Action }[] }[]): Action[] =>
  cards.flatMap((card) => [...card.actions, ...card.rows.flatMap((row) => (row.edit ? [row.edit] : []))]);

export function textOf(message: Message): string {
  switch (message.kind) {
    case "text":
      return message.text;
    case "picture":
      return message.alt;
    case "card":
      return cardText(message.card);
    case "cards":
      return [message.title, ...message.cards.map(cardText)].join("\n");
  }
}

function cardText(card: { title: string; subtitle?: string; rows: { label: string; value: string }[]; note?: string }): string {
  return [card.title, card.subtitle, ...card.rows.map((row) => `${row.label}: ${row.value}`), card.note].filter(Boolean).join("\n");
}
