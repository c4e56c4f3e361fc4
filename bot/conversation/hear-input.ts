import type { Input } from "#models/conversations/input.ts";
import type { Session } from "#models/conversations/session.ts";
import { say } from "#models/messages/build.ts";
import { unsupportedInput } from "#models/phrases/photos.ts";
import { staleButton } from "#models/phrases/runner-words.ts";
import { safetyInstruction } from "#models/phrases/safety.ts";
import { begin, drive, type Room, type RunnerStep } from "./advance-session.ts";
import { hearPress, openQuestionAgain } from "./hear-press.ts";
import { hearText } from "./hear-text.ts";
import { talkOf } from "./parking.ts";

/** One input, by the runner's order of precedence. Where somebody may be in danger, that is spoken of first. */
export function hearInput(room: Room, session: Session, input: Input): RunnerStep {
  const step = heard(room, session, input);
  const danger = input.kind === "text" ? input.understood.danger : undefined;
  return danger ? { ...step, messages: [safetyInstruction(danger), ...step.messages] } : step;
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

function hearUnsupported(room: Room, session: Session, input: Extract<Input, { kind: "unsupported" }>): RunnerStep {
  return openQuestionAgain(room, session, say(unsupportedInput(input.what)));
}

function driveInput(room: Room, session: Session, input: Input): RunnerStep {
  return drive(room, session, (talk, run) => talk.hear(run.state, input, room.context, run.id));
}
