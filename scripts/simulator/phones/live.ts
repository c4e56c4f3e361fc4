import { reactive } from "vue";
import type { PhoneState, SimulatorState } from "#scripts/simulator/api/phones-state.ts";
import { openLiffUrl } from "#scripts/simulator/mini-app/liff-url.ts";
import type { ApiCall, ChatMessage, Persona } from "#scripts/simulator/types.ts";
import type { ActionResult, UserActionInput } from "#scripts/simulator/user-actions.ts";

export interface Phone extends PhoneState {
  persona: Persona;
  /** When the typing dots end, in the simulator's time. */
  typingUntil: number;
  unread: number;
  /** Address of the mini-app page that lies over the chat; empty when none does. */
  opened: string;
  isPutAway: boolean;
}

interface Page {
  isLoaded: boolean;
  isConnected: boolean;
  bot: SimulatorState["bot"];
  guide: SimulatorState["guide"];
  names: SimulatorState["names"];
  miniApps: SimulatorState["miniApps"];
  phones: Phone[];
  calls: ApiCall[];
  meter: SimulatorState["meter"];
  /** Phone that the guide just used, to bring it into view. */
  focused: string;
}

const keptCalls = 400;

export const page: Page = reactive({
  isLoaded: false,
  isConnected: false,
  bot: { name: "", basicId: "" },
  guide: [],
  names: {},
  miniApps: {},
  phones: [],
  calls: [],
  meter: { used: 0, limit: 0 },
  focused: "",
});

export const phoneOf = (userId: string): Phone | undefined => page.phones.find((phone) => phone.userId === userId);

const newPhone = (persona: Persona, state: PhoneState): Phone => {
  const { isPutAway = false } = persona;
  return { ...state, persona, typingUntil: 0, unread: 0, opened: "", isPutAway };
};

/** Opens a LIFF URL on a phone; false when the address is none of ours. */
export function openInPhone(phone: Phone, address: string): boolean {
  const endpoint = page.miniApps[phone.userId];
  const opens = endpoint && openLiffUrl(address, endpoint);
  if (opens === undefined) return false;
  phone.opened = opens;
  return true;
}

/** The LIFF URL of a page of the mini-app; undefined where there is no mini-app. */
export function liffUrlOf(phone: Phone, path: string): string | undefined {
  const endpoint = page.miniApps[phone.userId];
  return endpoint && `https://liff.line.me/${endpoint.liffId}${path === "/" ? "" : path}`;
}

async function load(): Promise<void> {
  const response = await fetch("/simulator/state");
  const { personas, phones, ...rest } = (await response.json()) as SimulatorState;
  Object.assign(page, rest);
  page.phones = personas.flatMap((persona) => {
    const state = phones.find((one) => one.userId === persona.userId);
    if (state === undefined) return [];
    // A phone that is shown already stays the same object: what is typed on it must survive a reconnection.
    const shown = phoneOf(persona.userId);
    return [shown === undefined ? newPhone(persona, state) : Object.assign(shown, state)];
  });
  page.isLoaded = true;
}

function receive(message: ChatMessage): void {
  const phone = phoneOf(message.chatId);
  if (phone === undefined) return;
  const known = phone.messages.findIndex((one) => one.id === message.id);
  if (known >= 0) {
    phone.messages[known] = message;
    return;
  }
  phone.messages.push(message);
  if (message.from.kind === "bot") phone.unread += 1;
}

function showTyping(chatId: string, until: number): void {
  const phone = phoneOf(chatId);
  if (phone === undefined) return;
  phone.typingUntil = until;
  const left = until - Date.now();
  if (left <= 0) return;
  setTimeout(() => {
    if (phone.typingUntil === until) phone.typingUntil = 0;
  }, left);
}

/** Opens the page's live connection. After each reconnection the whole state is read again: something may have been missed. */
export function connect(): void {
  const source = new EventSource("/simulator/live");
  const on = <Data>(name: string, handle: (data: Data) => void) =>
    source.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data)));
  source.onopen = () => {
    page.isConnected = true;
    void load();
  };
  source.onerror = () => {
    page.isConnected = false;
  };
  on<ChatMessage>("message", receive);
  on<{ chatId: string; until: number }>("loading", ({ chatId, until }) => showTyping(chatId, until));
  on<{ call: ApiCall; meter: Page["meter"] }>("call", ({ call, meter }) => {
    // A call may come by stream and with the state that was read meanwhile.
    if (call.sequence > (page.calls.at(-1)?.sequence ?? 0)) page.calls.push(call);
    if (page.calls.length > keptCalls) page.calls.shift();
    page.meter = meter;
  });
  on<PhoneState>("phone", ({ userId, isFriend, richMenu }) => {
    const phone = phoneOf(userId);
    if (phone !== undefined) Object.assign(phone, { isFriend, richMenu });
  });
}

/** Does what the person did; what went wrong is told in words. */
export async function act(userId: string, action: UserActionInput): Promise<{ done: ActionResult } | { problem: string }> {
  const response = await fetch("/simulator/do/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ userId, action }),
  });
  const answer = (await response.json()) as { result?: ActionResult; refused?: string; message?: string };
  return answer.result === undefined ? { problem: answer.refused ?? answer.message ?? "" } : { done: answer.result };
}
