import { isCourtesy, plain } from "#models/conversations/asking/said.ts";
import type { Claim, TalkArgs } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import { saysSameAgain } from "#models/conversations/requests/form-words.ts";
import { talkWords } from "#models/conversations/talk-words.ts";
import type { Intent } from "#models/conversations/understanding.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { Room } from "./advance-session.ts";
import { looseAnswerToWaiting } from "./waiting.ts";

type TextInput = Extract<Input, { kind: "text" }>;
/** A talk that a text asks for. `isBare`: it only names it, and says nothing that a new run would keep. */
export type Wish = { talk: string; args: TalkArgs; isBare?: true };

export const invitationCode = /^\s*ICT-[A-Z2-9]{4}-[A-Z2-9]{4}\s*$/i;

// Below, understanding guesses; while a question that takes any text stands open, a wish must be plainer still.
const sureEnough = 0.35;
const plainlyMeant = 0.8;
// A longer text is likelier an answer that happens to hold such words.
const longestWish = 40;
const courtesies: ReadonlySet<Intent> = new Set(["greet", "thanks"]);
const interrupting: ReadonlySet<Intent> = new Set(["check_status", "human", "cancel", "greet", "thanks"]);

/** The wish a text expresses whatever else is open, or null. An answer that may be one (claim "maybe") needs a clear one to lose. */
export function findWish(room: Room, input: TextInput, open: { claim: Claim; active: string | null }): Wish | "give-up" | null {
  if (invitationCode.test(input.text)) return { talk: "redeem", args: { with: { code: input.text.trim().toUpperCase() } } };
  return namedTalk(room, input) ?? namedForm(room, input) ?? sameAgain(input, open) ?? namedNumber(input, open) ?? meant(room, input, open);
}

// Every message is held against them: they are reduced once.
const namedTalks = talkWords.map((named) => ({ ...named, words: new Set(named.words.map(plain)) }));

function namedTalk({ context }: Room, input: TextInput): Wish | null {
  const said = plain(input.text);
  const found = namedTalks.find(
    ({ words, only }) => words.has(said) && (only === undefined || (only === "head" ? context.person?.isHead : context.person?.isStaff)),
  );
  return found ? { talk: found.talk, args: { input, ...(found.with ? { with: found.with } : {}) } } : null;
}

/** Exactly the name of a form. With more in the sentence, understanding has read it. */
function namedForm({ context }: Room, input: TextInput): Wish | null {
  const said = plain(input.text);
  const type = context.catalogue.all.find((t) => phrasesOf(t).has(said));
  return type ? { talk: talkIdOf(type), args: { input }, isBare: true } : null;
}

/** What a form goes by: the words that begin it, its name, and its titles on paper. */
const namesOf = ({ conversation, name, form }: RequestType): string[] => [...conversation.startsOn.phrases, name, ...form.manualTitles];

const reducedPhrases = new WeakMap<RequestType, Set<string>>();

function phrasesOf(type: RequestType): Set<string> {
  const known = reducedPhrases.get(type) ?? new Set(namesOf(type).map(plain));
  reducedPhrases.set(type, known);
  return known;
}

/** "เหมือนครั้งก่อน" where no question is open that it would answer. */
function sameAgain(input: TextInput, { claim }: { claim: Claim }): Wish | null {
  return claim === "no" && saysSameAgain(input.text) ? { talk: "forms", args: { input } } : null;
}

function namedNumber(input: TextInput, { claim }: { claim: Claim }): Wish | null {
  const { number } = input.understood.entities;
  if (!number || input.understood.intent === "report_repair") return null;
  const isPlain = claim === "no" || (number.code !== null && input.text.length <= longestWish);
  return isPlain ? { talk: "find", args: { input } } : null;
}

function meant(room: Room, input: TextInput, { claim, active }: { claim: Claim; active: string | null }): Wish | "give-up" | null {
  const { understood, text } = input;
  // Software without a licence is refused whatever is asked; other things only where nothing of ours is named.
  if (understood.outOfScope === "licence" || (understood.outOfScope && !understood.entities.device && mayInterrupt(claim, text))) {
    return { talk: "out-of-scope", args: { with: { what: understood.outOfScope } } };
  }
  const type = room.context.catalogue.all.find((t) => t.conversation.startsOn.intents.includes(understood.intent));
  if (type) return reportWish(type, input, { claim, active });
  const needed = claim === "maybe" ? plainlyMeant : sureEnough;
  if (understood.confidence < needed || !mayInterrupt(claim, text)) return null;
  // A bare figure answers the question ("ใช้กี่ที่นั่งคะ" – "120"), however much it looks like a number of ours.
  if (claim === "maybe" && understood.entities.number?.code === null) return null;
  if (claim === "maybe" && (!interrupting.has(understood.intent) || understood.entities.symptom)) return null;
  // "สมหญิง ใจดีมาก" to the question for a name is no thanks.
  if (active && courtesies.has(understood.intent) && !isCourtesy(text)) return null;
  // In a request's own question the other side is spoken to: greetings and thanks are meant for them.
  if (claim === "maybe" && active === "transition" && courtesies.has(understood.intent)) return null;
  // "ได้ค่ะ" while a technician waits for an answer is that answer.
  if (understood.intent === "thanks" && understood.confidence < plainlyMeant && looseAnswerToWaiting(room.context, input)) return null;
  if (understood.intent === "cancel") return active ? "give-up" : { talk: "cancel-request", args: { input } };
  return byIntent(understood.intent, input);
}

const mayInterrupt = (claim: Claim, text: string): boolean => claim === "no" || text.length <= longestWish;

/** A report begins on a sentence unless one is being made, or the sentence may be the answer that is waited for. */
function reportWish(type: RequestType, input: TextInput, { claim, active }: { claim: Claim; active: string | null }): Wish | null {
  if (input.understood.confidence < sureEnough || active?.startsWith("report:")) return null;
  // Newcomers tell what is broken rather than where they teach: their registration waits.
  if (claim === "maybe" && (active !== "register" || !isSureReport(input))) return null;
  return { talk: talkIdOf(type), args: { input } };
}

// What understanding gives to words that only might be a symptom ("ขาวดำ").
const guessed = 0.6;

/** A sentence that tells of something broken, beyond a guess. */
export function isSureReport({ understood }: TextInput): boolean {
  return understood.confidence > guessed && Boolean(understood.entities.device ?? understood.entities.symptom);
}

const talkIdOf = (type: RequestType): string => `report:${type.form.id}`;

function byIntent(intent: Intent, input: TextInput): Wish | null {
  switch (intent) {
    case "check_status":
      return { talk: "status", args: { input } };
    case "human":
      return { talk: "contact", args: { input } };
    case "greet":
    case "thanks":
    case "complain":
    case "consult":
      return { talk: intent, args: { input } };
    case "borrow":
    case "request_form":
      return { talk: "forms", args: { input } };
    default:
      return null;
  }
}
