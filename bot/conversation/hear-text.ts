import { plain, saysCancel } from "#models/conversations/asking/said.ts";
import type { Input } from "#models/conversations/input.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { findInChat } from "#models/conversations/requests/find-in-chat.ts";
import type { Session } from "#models/conversations/session.ts";
import { press, say, start } from "#models/messages/build.ts";
import { discarded, lostWords } from "#models/phrases/runner-words.ts";
import { begin, drive, offer, type Room, type RunnerStep } from "./advance-session.ts";
import { findWish, isSureReport } from "./globals.ts";
import { begun, openQuestionAgain, takeUp } from "./hear-press.ts";
import { dropParked, interrupted, park, talkOf } from "./parking.ts";
import { answerToWaiting, looseAnswerToWaiting } from "./waiting.ts";

type TextInput = Extract<Input, { kind: "text" }>;

/** A typed text, by the order of precedence: giving up, an answer, what others wait for, a clear wish, a possible answer. */
export function hearText(room: Room, session: Session, input: TextInput): RunnerStep {
  if (saysCancel(input.text)) return giveUp(room, session, input);
  const { active } = session;
  const talk = active && talkOf(room.talks, active);
  const claim = active && talk ? talk.claims(active.state, input, room.context) : "no";
  const found = { ...session, lost: 0 };
  const answer = () => drive(room, found, (t, run) => t.hear(run.state, input, room.context, run.id));
  if (claim === "answer") return answer();
  const spoken = spokenOfParked(room, found, input) ?? waitingAnswered(room, found, input);
  if (spoken) return spoken;
  const wish = findWish(room, input, { claim, active: talk?.id ?? null });
  if (wish === "give-up") return giveUp(room, found, input);
  const report = wish?.talk.startsWith("report:") && !wish.isBare ? wish.talk : null;
  const loose = !active && report ? looseAnswer(room, found, input, report) : null;
  if (loose) return loose;
  if (wish) return (wish.isBare ? begun(room, found, wish.talk) : null) ?? begin(room, found, wish.talk, wish.args);
  if (claim === "maybe") return answer();
  if (active) return notAnAnswer(room, session, input);
  return looseAnswer(room, found, input) ?? mayWantForm(room, found, input) ?? lost(room, session);
}

function waitingAnswered(room: Room, session: Session, input: TextInput): RunnerStep | null {
  const found = answerToWaiting(room.context, input);
  if (found === null) return null;
  return found.is === "which" ? { session, messages: [found.question] } : begin(room, session, "transition", found.args);
}

/** Free words while a technician waits for an answer. Where they tell of something broken as well, the person says which. */
function looseAnswer(room: Room, session: Session, input: TextInput, report?: string): RunnerStep | null {
  const args = looseAnswerToWaiting(room.context, input);
  if (!args) return null;
  if (!report || !isSureReport(input)) return begin(room, session, "transition", args);
  return begin(room, session, "answer-or-new", { ...args, input, with: { ...args.with, report } });
}

/** What is being done ends at once; an undo stands beside it instead of a question before it. */
function giveUp(room: Room, session: Session, input: TextInput): RunnerStep {
  const { active } = session;
  const talk = active && talkOf(room.talks, active);
  if (!active || !talk) return begin(room, { ...session, lost: 0, active: null }, "cancel-request", { input });
  const after = park(room.talks, { ...session, lost: 0 }, "cancelled");
  const isKept = after.parked.some((run) => run.id === active.id);
  const again = room.talks.get(active.talk)?.id.startsWith("report:") ? [start(`${talk.name}ใหม่`, active.talk, { fresh: active.id })] : [];
  const choices = isKept ? [press("เอากลับมา", { to: "resume", run: active.id }), ...again] : usefulChoices(room.context);
  const words = `${talk.givenUp(active.state)}${isKept ? " เปลี่ยนใจกด เอากลับมา ได้" : ""}`;
  const left = interrupted(after, room.context);
  // The undo stands on the last message, whatever is asked there.
  if (left) return offer(room, { session: after, messages: [say(words)] }, left, isKept ? choices.slice(0, 1) : []);
  return { session: after, messages: [say(words, { choices })] };
}

const goOn = new Set(["ทำต่อ", "ต่อ", "เอากลับมา", "ทำต่อเลย", "กลับมาทำต่อ"]);
const startOver = new Set(["เริ่มใหม่"]);
const throwAway = new Set(["ทิ้ง", "ไม่ทำต่อ", "ลบทิ้ง", "ทิ้งไป"]);

/** The typed words for the buttons of an offer. */
function spokenOfParked(room: Room, session: Session, { text }: TextInput): RunnerStep | null {
  const said = plain(text);
  const isUndo = said === "เอากลับมา";
  const run = session.parked.find(({ left }) => (left === "cancelled") === isUndo) ?? session.parked[0];
  if (!run || session.active) return null;
  if (goOn.has(said)) return takeUp(room, session, run);
  if (startOver.has(said)) return begin(room, dropParked(session, run.id), run.talk, {});
  if (throwAway.has(said))
    return { session: dropParked(session, run.id), messages: [discarded(talkOf(room.talks, run)?.title(run.state, room.context) ?? "")] };
  return null;
}

/** The open talk explains what it expects. Who is lost twice is offered a person. */
function notAnAnswer(room: Room, session: Session, input: TextInput): RunnerStep {
  const lost = session.lost + 1;
  const step = drive(room, { ...session, lost }, (talk, run) => talk.hear(run.state, input, room.context, run.id));
  if (step.messages.length === 0 && !step.effect) return openQuestionAgain(room, step.session, lostWords(lost, room.context.office));
  if (lost < 2) return step;
  const help = start("คุยกับเจ้าหน้าที่", "contact");
  return { ...step, messages: step.messages.map((m) => (m.asks ? { ...m, choices: [help, ...(m.choices ?? [])] } : m)) };
}

/** Words that understanding has no intent for may still be those of a form: it is offered, not begun. */
function mayWantForm(room: Room, session: Session, input: TextInput): RunnerStep | null {
  const { forms } = findInChat(room.context, input.text);
  return forms.length > 0 ? begin(room, session, "forms", { input, with: { guess: "yes" } }) : null;
}

function lost(room: Room, session: Session): RunnerStep {
  const count = session.lost + 1;
  const others = usefulChoices(room.context).filter(
    (choice) => choice.kind !== "press" || choice.press.to !== "start" || choice.press.talk !== "contact",
  );
  const choices = [...others.slice(0, 3), start("คุยกับเจ้าหน้าที่", "contact")];
  return { session: { ...session, lost: count }, messages: [{ ...lostWords(count, room.context.office), choices }] };
}
