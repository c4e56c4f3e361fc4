import type { Input } from "#models/conversations/input.ts";
import type { Session } from "#models/conversations/session.ts";
import type { Understanding } from "#models/conversations/understanding.ts";
import { withoutMasked } from "#models/fields/thai/mask.ts";
import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { unsupportedInput } from "#models/phrases/photos.ts";
import { staleButton } from "#models/phrases/runner-words.ts";
import { safetyInstruction, withheldWarning } from "#models/phrases/safety.ts";
import { begin, drive, type Room, type RunnerStep } from "./advance-session.ts";
import { hearPress, openQuestionAgain } from "./hear-press.ts";
import { hearText } from "./hear-text.ts";
import { talkOf } from "./parking.ts";

/** One input, by the runner's order of precedence. Where somebody may be in danger, that is spoken of first. */
export function hearInput(room: Room, session: Session, input: Input): RunnerStep {
  if (input.kind !== "text") return heard(room, session, input);
  const { withheld } = input.understood;
  // No answer ever holds the marks that stand for a secret.
  const step = heard(room, session, withheld ? { ...input, text: withoutMasked(input.text).text } : input);
  const first = warnings(input.understood);
  return first.length > 0 ? { ...step, messages: [...first, ...step.messages] } : step;
}

/** One warning about a password is enough: the one about the password that was typed says it all. */
function warnings({ withheld, danger }: Understanding): Message[] {
  const isSaid = withheld === "password" && danger === "password";
  return [...(withheld ? [withheldWarning(withheld)] : []), ...(danger && !isSaid ? [safetyInstruction(danger)] : [])];
}

function heard(room: Room, session: Session, input: Input): RunnerStep {
  switch (input.kind) {
    case "text":
      return hearText(room, session, input);
    case "press":
      return hearPress(room, { ...session, lost: 0 }, input, input.press);
    case "follow":
      return begin(room, { ...session, lost: 0 }, "welcome", { input });
    case "photos":
      return hearPhotos(room, { ...session, lost: 0 }, input);
    case "unsupported":
      return hearUnsupported(room, session, input);
    case "stale-button":
      return openQuestionAgain(room, session, staleButton());
  }
}

/** Pictures go to the open talk when it has a place for them; else they begin one of their own. */
function hearPhotos(room: Room, session: Session, input: Input): RunnerStep {
  const talk = session.active && talkOf(room.talks, session.active);
  const claimed = talk?.claims(session.active?.state, input, room.context) === "answer";
  return claimed ? driveInput(room, session, input) : begin(room, session, "photo", { input });
}

/** A document goes to the open talk when its form has a place for one. */
function hearUnsupported(room: Room, session: Session, input: Extract<Input, { kind: "unsupported" }>): RunnerStep {
  const talk = session.active && talkOf(room.talks, session.active);
  if (talk?.claims(session.active?.state, input, room.context) === "answer") return driveInput(room, session, input);
  return openQuestionAgain(room, session, say(unsupportedInput(input.what)));
}

function driveInput(room: Room, session: Session, input: Input): RunnerStep {
  return drive(room, session, (talk, run) => talk.hear(run.state, input, room.context, run.id));
}
