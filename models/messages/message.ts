import type { Page } from "./page.ts";
import type { Press } from "./press.ts";

/** What a button, quick reply or tile does. `label` is what the person sees. */
export type Action =
  | { kind: "press"; label: string; press: Press; says?: string }
  | { kind: "say"; label: string; text: string }
  | { kind: "call"; label: string; phone: string }
  | { kind: "open"; label: string; url: string }
  /** opens the mini-app; in an office without one `otherwise` stands in its place, or nothing does */
  | { kind: "page"; label: string; page: Page; otherwise?: Exclude<Action, { kind: "page" }> }
  | { kind: "pick-date"; label: string; press: Press; mode: "date" | "time" | "datetime" }
  | { kind: "camera"; label: string }
  | { kind: "album"; label: string };

/** How a card is coloured; the words on it never depend on colour alone. */
export type Tone = "plain" | "critical" | "high" | "waiting" | "done" | "muted";

export type CardRow = { label: string; value: string; edit?: Action };

export type Card = {
  title: string;
  /** what a tap on the title does: a way on that needs no button of its own */
  opens?: Action;
  subtitle?: string;
  tone?: Tone;
  /** id of a stored picture, shown as a signed thumbnail */
  picture?: string;
  rows: CardRow[];
  note?: string;
  actions: Action[];
};

type Common = {
  /** offered under the message; only the last message of a reply keeps them */
  choices?: Action[];
  /** true: this message asks the person something; one reply carries one question */
  asks?: true;
  /** requests whose present state this message shows to the person who reads it */
  shows?: string[];
  /** a number, a decision or a safety instruction: pushed when its reply could not be delivered */
  essential?: true;
};

/** A message as any channel could show it. bot/line makes LINE's JSON of it. */
export type Message =
  | ({ kind: "text"; text: string } & Common)
  | ({ kind: "card"; card: Card } & Common)
  | ({ kind: "cards"; title: string; cards: Card[] } & Common)
  | ({ kind: "picture"; file: string; alt: string } & Common);
