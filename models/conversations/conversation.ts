import type { SchoolValue } from "#models/fields/kinds/picked.ts";
import type { Message } from "#models/messages/message.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import type { Role } from "#models/workflows/roles.ts";
import type { Effect, Outcome } from "./effects.ts";
import type { Input } from "./input.ts";
import type { RequestView } from "./request-view.ts";

/** The person as talks know them. */
export type PersonView = {
  id: string;
  name: string;
  position: string;
  school: SchoolValue;
  phone: string | null;
  recentPlaces: string[];
  roles: Role[];
  isStaff: boolean;
  isHead: boolean;
};

/** What the office says of itself. */
export type OfficeView = {
  name: string;
  phone: string;
  /** "จันทร์–ศุกร์ 08.30–16.30 น." */
  hours: string;
  isOpenNow: boolean;
  /** the next moment of work: now when open */
  nextOpening: Date;
};

/** Everything a step may know besides its state and the input. Facts only: no function here does I/O. */
export type TalkContext = {
  now: Date;
  person: PersonView | null;
  /** requests whose state waits for this person's word, the newest first */
  waiting: RequestView[];
  office: OfficeView;
  catalogue: Catalogue;
  /** a fresh id for a run that this turn begins */
  freshId: string;
};

/**
 * What a step makes. `state: null` ends the run. An effect is run by bot/turns, which steps again with its outcome.
 * `handsTo`: this run ends and that talk begins in the same step.
 */
export type Step<S = unknown> = { state: S | null; messages: Message[]; effect?: Effect; handsTo?: { talk: string; args: TalkArgs } };

/** How an open question stands to a new input. */
export type Claim =
  /** it answers what was asked */
  | "answer"
  /** it may answer (any text would), but an exact command or another clear wish goes first */
  | "maybe"
  /** it is no answer */
  | "no";

/** A talk as the runner drives it. Pure. */
export type Conversation = {
  id: string;
  version: number;
  /** "แจ้งซ่อม": what it is called where nothing is known of its subject */
  name: string;
  begin(args: TalkArgs, context: TalkContext, run: string): Step;
  claims(state: unknown, input: Input, context: TalkContext): Claim;
  hear(state: unknown, input: Input, context: TalkContext, run: string): Step;
  receive(state: unknown, outcome: Outcome, context: TalkContext, run: string): Step;
  /** the open question again, when the talk is taken up after another or the next day; null: nothing is open */
  question(state: unknown, context: TalkContext, run: string): Message | null;
  /** whether giving up loses something the person typed, so that it is worth parking */
  worthKeeping(state: unknown): boolean;
  /** what this run is called to the person, with its subject: "แจ้งซ่อม เครื่องพิมพ์ กระดาษติด" */
  title(state: unknown, context: TalkContext): string;
  /** said when it is given up */
  givenUp(state: unknown): string;
  /** the request a run is about, and the state in which it was begun */
  about(state: unknown): { request: string; state: string } | null;
};

/**
 * How a talk was begun: the words and what they mean, or a button's arguments; within one step also what is already
 * answered, and the request it is about when it was just read.
 */
export type TalkArgs = { input?: Input; with?: Record<string, string>; answers?: Answers; request?: RequestView };
