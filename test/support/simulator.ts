import type { Button } from "#scripts/simulator/buttons.ts";
import type { Fault } from "#scripts/simulator/faults.ts";
import type { Operations } from "#scripts/simulator/operations.ts";
import { readMessage, readScreen } from "#scripts/simulator/readable.ts";
import { type SimulatorOptions, startSimulator } from "#scripts/simulator/simulator.ts";
import { spawnSimulator } from "#scripts/simulator/spawn.ts";
import type { ApiCall, ChatMessage, SentEvent } from "#scripts/simulator/types.ts";
import type { ActionResult, UserActionInput } from "#scripts/simulator/user-actions.ts";

type Extras = Pick<UserActionInput, "in" | "mode" | "at" | "withoutReplyToken">;
type Say = Extract<UserActionInput, { do: "say" }>;

/** A message as a test reads it: the words and buttons a person sees, and the JSON behind them. */
export interface Heard {
  text: string;
  message: ChatMessage;
}

export interface HearOptions {
  in?: string;
  /** Waits for a message with these words, whatever comes before it. */
  containing?: string;
  timeoutMs?: number;
}

const hear = (messages: ChatMessage[]): Heard[] => messages.map((message) => ({ text: readMessage(message), message }));
const textOf = (heard: readonly Heard[]): string => heard.map((one) => one.text).join("\n");

/** One person with a phone. Every method resolves when the bot has acknowledged (or refused) what was sent. */
export class LineUser {
  readonly userId: string;
  readonly name: string;
  readonly #line: Operations;

  constructor(line: Operations, userId: string, name: string) {
    this.#line = line;
    this.userId = userId;
    this.name = name;
  }

  does(action: UserActionInput): Promise<ActionResult> {
    return this.#line.act({ userId: this.userId, action });
  }

  says(text: string, extras: Extras & Pick<Say, "mentions" | "quotedMessageId"> = {}): Promise<ActionResult> {
    return this.does({ do: "say", text, ...extras });
  }

  /** Presses the newest visible button or quick reply with this label, `on` the card with these words; `pick` answers a date picker. */
  presses(label: string, extras: Extras & { on?: string; pick?: string } = {}): Promise<ActionResult> {
    return this.does({ do: "press", label, ...extras });
  }

  /** Sends the same photo `count` times as one set. */
  sendsPhoto(photo: Buffer, extras: Extras & { count?: number; contentType?: string; preparing?: number; together?: boolean } = {}) {
    const { count = 1, contentType, ...options } = extras;
    const one = { base64: photo.toString("base64"), ...(contentType !== undefined && { contentType }) };
    return this.does({ do: "photos", photos: Array.from({ length: count }, () => one), ...options });
  }

  sendsMedia(kind: "video" | "audio" | "file", bytes: Buffer, extras: Extras & { fileName?: string; preparing?: number } = {}) {
    return this.does({ do: "media", kind, base64: bytes.toString("base64"), ...extras });
  }

  sendsSticker(extras: Extras = {}): Promise<ActionResult> {
    return this.does({ do: "sticker", packageId: "446", stickerId: "1988", ...extras });
  }

  sendsLocation(place: { title: string; address: string; latitude: number; longitude: number }, extras: Extras = {}) {
    return this.does({ do: "locate", ...place, ...extras });
  }

  /** Any event, of an invented type too. */
  sendsEvent(type: string, fields: Record<string, unknown> = {}, extras: Extras = {}): Promise<ActionResult> {
    return this.does({ do: "event", type, fields, ...extras });
  }

  follows(): Promise<ActionResult> {
    return this.does({ do: "follow" });
  }

  unfollows(): Promise<ActionResult> {
    return this.does({ do: "unfollow" });
  }

  unsends(messageId?: string): Promise<ActionResult> {
    return this.does({ do: "unsend", ...(messageId !== undefined && { messageId }) });
  }

  /** What arrived since last asked, waiting for the answer to what was done last. */
  async hears(options: HearOptions = {}): Promise<Heard[]> {
    return hear(await this.#line.hears({ chatId: this.userId, ...options }));
  }

  /** The words of what was heard, as one text. */
  async hearsText(options: HearOptions = {}): Promise<string> {
    return textOf(await this.hears(options));
  }

  /** Says something and returns the words of the answer. */
  async asks(text: string, options: HearOptions = {}): Promise<string> {
    await this.says(text, options.in === undefined ? {} : { in: options.in });
    return this.hearsText(options);
  }

  /** Presses a button and returns the words of the answer. */
  async pressesAndHears(label: string, options: HearOptions & { on?: string; pick?: string } = {}): Promise<string> {
    const { on, pick, ...hearing } = options;
    await this.presses(label, { ...(on !== undefined && { on }), ...(pick !== undefined && { pick }) });
    return this.hearsText(hearing);
  }

  /** What has arrived since last asked, without waiting. */
  async arrived(): Promise<Heard[]> {
    return hear(await this.#line.arrived({ chatId: this.userId }));
  }

  transcript(chatId: string = this.userId): Promise<ChatMessage[]> {
    return this.#line.transcript({ chatId });
  }

  /** The last messages as readable text, the bot's marked ‹ and the person's ›. */
  async screen(count = 10): Promise<string> {
    return readScreen(await this.transcript(), count);
  }

  /** The ID token that their LINE gives the mini-app; right, or bent for a test. */
  idToken(bend: { expired?: boolean; audience?: string; forged?: boolean } = {}): Promise<string> {
    return this.#line.idToken({ userId: this.userId, ...bend });
  }

  buttons(): Promise<Button[]> {
    return this.#line.buttons({ userId: this.userId });
  }
}

/** The simulator as tests hold it, in this process or another. */
export class Line {
  readonly operations: Operations;
  readonly url: string;
  readonly #stop: () => Promise<void>;

  constructor(operations: Operations, url: string, stop: () => Promise<void> = async () => {}) {
    this.operations = operations;
    this.url = url;
    this.#stop = stop;
  }

  /** A person; a friend of the bot already, unless said otherwise. */
  async user(displayName: string, options: { userId?: string; isFriend?: boolean } = {}): Promise<LineUser> {
    const { userId } = await this.operations.addUser({ displayName, ...options });
    return new LineUser(this.operations, userId, displayName);
  }

  async group(name: string, members: readonly LineUser[], kind: "group" | "room" = "group"): Promise<string> {
    const memberIds = members.map((member) => member.userId);
    return (await this.operations.addGroup({ name, memberIds, kind })).chatId;
  }

  calls(endpoint?: string): Promise<ApiCall[]> {
    return this.operations.calls(endpoint === undefined ? {} : { endpoint });
  }

  events(): Promise<SentEvent[]> {
    return this.operations.events({});
  }

  /** The month's counted messages; `limit` changes the plan. */
  meter(limit?: number): Promise<{ used: number; limit: number }> {
    return this.operations.meter(limit === undefined ? {} : { limit });
  }

  fails(endpoint: string, fault: Fault["fault"], options: Pick<Fault, "times" | "to"> = { times: 1 }): Promise<void> {
    return this.operations.setFault({ endpoint, fault, ...options });
  }

  recovers(endpoint?: string): Promise<void> {
    return this.operations.clearFaults(endpoint === undefined ? {} : { endpoint });
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

/** The channel of tests; the server under test gets the same id and secret. */
export const testChannel = {
  id: "2000000001",
  secret: "8c570fa6dd201bb328f1c1eac23a96d8",
  botUserId: "U8e742f61d673b39c7fff3cecb7536ef0",
  basicId: "@ict-test",
  displayName: "ศูนย์ ICT",
};

/** The LINE Login channel of tests, and the mini-app that belongs to it. */
export const testLoginChannel = { id: "2000000002", secret: "f0e1d2c3b4a5968778695a4b3c2d1e0f" };
export const testLiffId = `${testLoginChannel.id}-AbCdEfGh`;

/** Where the mini-app opens is told once the server runs: `line.operations.setLiffApp`. */
const login = { loginChannel: testLoginChannel, liffApps: [{ liffId: testLiffId, endpointUrl: "http://127.0.0.1/liff/" }] };

/** Starts a simulator in this process. Point the server at `line.url`, then tell it the webhook. */
export async function startLine(options: Partial<SimulatorOptions> = {}): Promise<Line> {
  const simulator = await startSimulator({ channel: testChannel, ...login, ...options });
  return new Line(simulator, simulator.url, () => simulator.stop());
}

/** Starts a simulator in a process of its own, for tests that kill the server. */
export async function startLineProcess(options: Omit<Partial<SimulatorOptions>, "clock"> = {}): Promise<Line> {
  const simulator = await spawnSimulator({ channel: testChannel, ...login, ...options });
  return new Line(simulator, simulator.url, () => simulator.stop());
}
