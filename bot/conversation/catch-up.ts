import type { DraftNews } from "#models/conversations/draft-news.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import type { Run, Session } from "#models/conversations/session.ts";
import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { discarded, sentElsewhere } from "#models/phrases/runner-words.ts";
import type { Room } from "./advance-session.ts";
import { formState } from "./form-talk/form-state.ts";
import { takeDraft } from "./form-talk/take-draft.ts";
import { dropParked, talkOf } from "./parking.ts";

type CaughtUp = { session: Session; messages: Message[] };

/** Before an input is heard: what the mini-app did meanwhile with the drafts of this chat's runs. */
export function catchUp(room: Room, session: Session, news: readonly DraftNews[]): CaughtUp {
  return news.reduce<CaughtUp>(
    (caught, one) => {
      const { session, messages } = takeNews(room, caught.session, one);
      return { session, messages: [...caught.messages, ...messages] };
    },
    { session, messages: [] },
  );
}

function takeNews(room: Room, session: Session, news: DraftNews): CaughtUp {
  const isActive = session.active?.id === news.draftId;
  const run = isActive ? session.active : session.parked.find(({ id }) => id === news.draftId);
  const talk = run && talkOf(room.talks, run);
  if (!run || !talk) return { session, messages: [] };
  if (news.became === "saved") return { session: withRun(session, taken(room, run, news)), messages: [] };
  // The next input of an open talk ends it with the number: a wish of another kind goes first, as always.
  if (news.became === "sent" && isActive) return { session: withRun(session, sent(run, news.request)), messages: [] };
  const title = talk.title(run.state, room.context);
  const without = isActive ? { ...session, active: null } : dropParked(session, run.id);
  return { session: without, messages: [news.became === "sent" ? say(sentElsewhere(news.request.number, title)) : discarded(title)] };
}

function withRun(session: Session, run: Run): Session {
  if (session.active?.id === run.id) return { ...session, active: run };
  return { ...session, parked: session.parked.map((other) => (other.id === run.id ? run : other)) };
}

/** Going on with it in the mini-app is going on with it: it is as fresh as if the chat had been used. */
function taken({ context }: Room, run: Run, news: Extract<DraftNews, { became: "saved" }>): Run {
  const type = context.catalogue.all.find(({ form }) => formTalkId(form.id) === run.talk);
  const state = formState.safeParse(run.state);
  if (!type || !state.success || news.formVersion !== run.version) return run;
  return { ...run, state: takeDraft(type, state.data, news), at: context.now.toISOString() };
}

function sent(run: Run, sentAs: { id: string; number: string }): Run {
  const state = formState.safeParse(run.state);
  return state.success ? { ...run, state: { ...state.data, sentAs } } : run;
}
