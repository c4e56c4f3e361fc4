import type { TalkContext } from "#models/conversations/conversation.ts";
import { type Answered, defineQuery } from "#models/conversations/define-reply.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { ask, press, say, start } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";
import { refusalWords } from "./refusal-words.ts";

type Way = { view: RequestView; transition: string };

/** A transition named without its request ("ยังไม่หาย", a week after the job was closed): of the person's own newest ones. */
export const pickTransition = defineQuery<"list">({
  id: "pick-transition",
  name: "เลือกรายการ",
  query: () => ({ do: "list", list: "mine-recent" }),
  answer({ requests }, context, { label }) {
    const ways = waysOf(requests, context, (workflow, id) => workflow.transitions[id]?.label === label);
    return offered(ways, context, `${label ?? ""} เรื่องไหนคะ`, "ตอนนี้ไม่มีเรื่องที่ทำแบบนี้ได้ค่ะ");
  },
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

/** "ยกเลิก" with nothing open: the person's own requests that they may still withdraw. */
export const cancelRequest = defineQuery<"list">({
  id: "cancel-request",
  name: "ยกเลิกรายการ",
  query({ with: pressed }, context) {
    if (pressed?.keep) return [say("ไม่ยกเลิกนะคะ ทุกเรื่องยังเหมือนเดิมค่ะ", { choices: usefulChoices(context) })];
    return context.person ? { do: "list", list: "mine-open" } : [nothing(context)];
  },
  answer({ requests }, context) {
    const ways = waysOf(requests, context, isWithdrawal);
    const messages = ways.length === 0 ? [nothing(context)] : null;
    return messages ? { messages } : offered(ways, context, "จะยกเลิกเรื่องไหนคะ", "", [keepAll]);
  },
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

const keepAll = start("ไม่ยกเลิก", "cancel-request", { keep: "all" });
const nothing = (context: TalkContext) => say("ตอนนี้ไม่มีอะไรค้างอยู่ค่ะ มีอะไรให้ช่วยไหมคะ", { choices: usefulChoices(context) });

/** Ends a request for good before anyone is asked for a word: what a requester means by ยกเลิก. */
function isWithdrawal(workflow: Workflow, id: string): boolean {
  const transition = workflow.transitions[id];
  if (!transition || typeof transition.to !== "string" || !workflow.states[transition.to]?.final) return false;
  const isAsked = Object.values(workflow.states).some((state) => state.asks?.transitions.includes(id));
  return !isAsked && transition.who.some((rule) => rule.who === "requester");
}

function waysOf(requests: RequestView[], { catalogue }: TalkContext, fits: (workflow: Workflow, id: string) => boolean): Way[] {
  return requests.flatMap((view) => {
    const workflow = catalogue.all.find((type) => type.form.id === view.formId)?.workflow;
    const transition = workflow && view.possible.find((id) => fits(workflow, id));
    return transition ? [{ view, transition }] : [];
  });
}

function offered(ways: Way[], context: TalkContext, question: string, none: string, waysOut: Action[] = []): Answered {
  const [only] = ways;
  if (!only) return { messages: [say(none, { choices: usefulChoices(context) })] };
  if (ways.length === 1) {
    const { view, transition } = only;
    const args = { with: { request: view.id, transition, state: view.state }, request: view };
    return { messages: [], handsTo: { talk: "transition", args } };
  }
  const choices = ways
    .slice(0, 10)
    .map(({ view, transition }) =>
      press(`${view.number.slice(-6)} ${view.subject}`, { to: "transition", request: view.id, transition, state: view.state }),
    );
  return { messages: [ask(question, [...choices, ...waysOut])] };
}
