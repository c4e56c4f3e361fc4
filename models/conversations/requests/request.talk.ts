import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import { type Answered, defineQuery } from "#models/conversations/define-reply.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { ask, card, say, start } from "#models/messages/build.ts";
import { refusalWords } from "./refusal-words.ts";
import { fullCard } from "./request-card.ts";
import { transitionActions } from "./transition-actions.ts";

// One quick reply is kept for ยกเลิก.
const mostChoices = 12;

/** One request by its button. */
export const request = defineQuery<"find">({
  id: "request",
  name: "รายละเอียด",
  query: (args) => ({ do: "find", id: args.with?.id ?? "" }),
  answer: ({ requests }, context) => found(requests, context),
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

/** One request by its number, in any spelling; a bare tail may fit several. */
export const findByNumber = defineQuery<"find">({
  id: "find",
  name: "ค้นหาเลขที่",
  query(args) {
    const number = args.input?.kind === "text" ? args.input.understood.entities.number : undefined;
    return number ? { do: "find", number } : [say("พิมพ์เลขที่ได้เลยค่ะ เช่น ซ-2570-000123")];
  },
  answer: ({ requests }, context) => found(requests, context),
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

/** What may be done besides the buttons on the card's face. */
export const requestMore = defineQuery<"find">({
  id: "request-more",
  name: "ทำอย่างอื่น",
  query: (args) => ({ do: "find", id: args.with?.id ?? "" }),
  answer({ requests }, context) {
    const [view] = requests;
    if (!view) return found([], context);
    const { primary, other } = transitionActions(view, context.catalogue);
    const choices = [...other, ...primary].slice(0, mostChoices);
    if (choices.length === 0) return found(requests, context);
    return { messages: [ask(`${view.number} ตอนนี้: ${view.stateLabel}\nจะทำอะไรคะ`, choices)] };
  },
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

function found(requests: RequestView[], context: TalkContext): Answered {
  const [view, ...others] = requests;
  if (!view) return { messages: [refusalWords({ code: "not_found" }, context)] };
  if (others.length > 0) return { messages: [which(requests)] };
  return { messages: [card(fullCard(view, context), { shows: [view.id] })] };
}

function which(requests: RequestView[]) {
  const choices = requests.slice(0, 10).map((view) => start(`${view.number} ${view.subject}`, "request", { id: view.id }));
  return ask(`พบ ${requests.length} เรื่องค่ะ เรื่องไหนคะ`, [...choices, cancelAction]);
}
