import type { Answers } from "#models/requests/define-form.ts";
import type { State, Transition, Workflow } from "./define-workflow.ts";

/** Something that was done to a request, as far as the ladder asks. */
export type DeedDone = { transition: string; deed: string; by: string; position: string; at: Date };

/**
 * One rung of the decisions that a request passes: done · turned-down (returned, refused) · now: its word is waited for · ahead.
 * `words` are the deed's, or those of the state that waits for it.
 */
export type Rung = {
  standing: "done" | "turned-down" | "now" | "ahead";
  words: string;
  by: string;
  position: string;
  at: Date | null;
};

const agrees = ({ decides }: Transition) => decides === "approve" || decides === "endorse" || decides === "acknowledge";

/**
 * Who decided what of a request and whose word comes next, from its workflow alone. What was decided of answers that were written anew
 * since does not count any more.
 * @param deeds the oldest first
 */
export function decisionLadder(
  { states, transitions }: Workflow,
  { state, answers, deeds }: { state: string; answers: Answers; deeds: readonly DeedDone[] },
): Rung[] {
  const since = deeds.findLastIndex(({ transition }) => transitions[transition]?.rewrites);
  const done = deeds.slice(since + 1).flatMap(({ transition, deed, by, position, at }): Rung[] => {
    const known = transitions[transition];
    if (!known?.decides) return [];
    return [{ standing: agrees(known) ? "done" : "turned-down", words: deed, by, position, at }];
  });
  const waiting = onwards({ states, transitions }, state, answers).map((one, at): Rung => {
    const words = states[one]?.label ?? one;
    return { standing: at === 0 ? "now" : "ahead", words, by: "", position: "", at: null };
  });
  return [...done, ...waiting];
}

/** The states that wait for a role's decision, from the present one on, where all agree. */
function onwards({ states, transitions }: Pick<Workflow, "states" | "transitions">, state: string, answers: Answers): string[] {
  const found = new Set<string>();
  for (let at: string | undefined = state; at !== undefined && !found.has(at); ) {
    const asks: State["asks"] = states[at]?.asks;
    // A loan can be prolonged all the while it lasts, but it waits for no word before somebody asks.
    if (asks?.of.who !== "role") break;
    const asked: Transition[] = asks.transitions.flatMap((id) => transitions[id] ?? []);
    const way: Transition | undefined = asked.find((one) => agrees(one) && (one.only?.(answers) ?? true));
    if (!way) break;
    found.add(at);
    at = typeof way.to === "string" ? way.to : undefined;
  }
  return [...found];
}
