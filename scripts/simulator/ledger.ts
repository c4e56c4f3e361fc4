import { EventEmitter } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { ApiCall, ChatMessage, SentEvent } from "./types.ts";

/** What the simulator tells whoever listens: the phones, a waiting test, the ledger file. */
export interface LedgerEvents {
  call: [ApiCall];
  event: [SentEvent];
  message: [ChatMessage];
  /** The typing dots of a chat, until the given time. */
  loading: [{ chatId: string; until: number }];
  /** Something about a person or chat changed: friend or not, rich menu, members. */
  chat: [{ chatId: string }];
}

export interface Ledger {
  readonly calls: ApiCall[];
  readonly events: SentEvent[];
  readonly bus: EventEmitter<LedgerEvents>;
  addCall(call: Omit<ApiCall, "kind" | "sequence">): ApiCall;
  addEvent(event: Omit<SentEvent, "kind" | "sequence">): SentEvent;
  /** Says that an event's delivery went on. */
  eventChanged(event: SentEvent): void;
  addMessage(message: ChatMessage): void;
  close(): Promise<void>;
}

/** The record of everything that went over the wire. With a file, each entry is also one JSON line there. */
export function createLedger(file: string | undefined): Ledger {
  const bus = new EventEmitter<LedgerEvents>();
  bus.setMaxListeners(0);
  const calls: ApiCall[] = [];
  const events: SentEvent[] = [];
  const stream: WriteStream | undefined = file === undefined ? undefined : createWriteStream(file, { flags: "a" });
  const write = (entry: object) => stream?.write(`${JSON.stringify(entry)}\n`);
  return {
    calls,
    events,
    bus,
    addCall(fields) {
      const call: ApiCall = { kind: "call", sequence: calls.length + 1, ...fields };
      calls.push(call);
      write(call);
      bus.emit("call", call);
      return call;
    },
    addEvent(fields) {
      const event: SentEvent = { kind: "event", sequence: events.length + 1, ...fields };
      events.push(event);
      bus.emit("event", event);
      return event;
    },
    eventChanged(event) {
      write(event);
      bus.emit("event", event);
    },
    addMessage(message) {
      write({ kind: "message", ...message });
      bus.emit("message", message);
    },
    close: () => new Promise((resolve) => (stream === undefined ? resolve() : stream.end(resolve))),
  };
}
