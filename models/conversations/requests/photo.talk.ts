import { z } from "zod";
import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import { plain } from "#models/conversations/asking/said.ts";
import type { Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Input } from "#models/conversations/input.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { ask, press, say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { refusedPhotos } from "#models/phrases/photos.ts";
import type { Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

const job = z.strictObject({ request: z.string(), transition: z.string(), state: z.string(), field: z.string(), label: z.string() });
type Job = z.infer<typeof job>;
const state = z.strictObject({ files: z.array(z.string()), jobs: z.array(job) });
type State = z.infer<typeof state>;

const mostFiles = 20;
const mostJobs = 4;
const newReport = "new";

/** Pictures that nobody asked for: for a technician's question, an open job, or the beginning of a report. */
export const photo = defineTalk<State>({
  id: "photo",
  version: 1,
  name: "รูปที่ส่งมา",
  state,
  begin(args, context) {
    const input = args.input?.kind === "photos" ? args.input : null;
    const words = input?.refused ? [say(refusedPhotos(input.refused), { choices: usefulChoices(context) })] : [];
    if (!input || input.files.length === 0) return { state: null, messages: words };
    const files = input.files.slice(0, mostFiles);
    const [wanted, ...others] = wantedIn(context);
    if (wanted && others.length === 0) return { ...handOver(wanted.job, files, wanted.view), messages: words };
    if (!context.person) return { ...report(files, context), messages: words };
    return { state: { files, jobs: [] }, messages: words, effect: { do: "list", list: "mine-open" } };
  },
  claims: (_, input) => (chosen(input) !== null || reports(input) || input.kind === "photos" ? "answer" : "no"),
  hear(now, input, context, run) {
    if (input.kind === "photos") return asked({ ...now, files: [...now.files, ...input.files].slice(0, mostFiles) }, run);
    if (reports(input)) return report(now.files, context, input);
    const choice = chosen(input);
    if (choice === newReport) return report(now.files, context);
    const found = now.jobs.find(({ request }) => request === choice);
    return found ? handOver(found, now.files) : asked(now, run);
  },
  receive(now, outcome, context, run) {
    const jobs = outcome.did === "list" && outcome.ok ? outcome.requests.flatMap((view) => jobOf(view, context) ?? []) : [];
    return jobs.length === 0 ? report(now.files, context) : asked({ ...now, jobs: jobs.slice(0, mostJobs) }, run);
  },
  question: (now, _, run) => question(now, run),
  worthKeeping: () => true,
});

function asked(now: State, run: string): Step<State> {
  return { state: now, messages: [question(now, run)] };
}

function question({ files, jobs }: State, run: string): Message {
  const answer = (label: string, value: string) => press(label, { to: "answer", run, ask: "which", value });
  const choices = [answer("แจ้งเรื่องใหม่", newReport), ...jobs.map(({ label, request }) => answer(label, request)), cancelAction];
  return ask(`ได้รับ ${files.length} รูปแล้วค่ะ เป็นของเรื่องไหนคะ`, choices);
}

function chosen(input: Input): string | null {
  if (input.kind === "press" && input.press.to === "answer" && input.press.ask === "which") return input.press.value;
  return input.kind === "text" && ["แจ้งเรื่องใหม่", "เรื่องใหม่", "แจ้งใหม่", "แจ้งซ่อม"].includes(plain(input.text)) ? newReport : null;
}

const reports = (input: Input): boolean => input.kind === "text" && input.understood.intent === "report_repair";

/** A report with the pictures already in it. */
function report(files: string[], { catalogue }: TalkContext, input?: Input): Step<State> {
  const type = catalogue.all.find((t) => photosKey(t.form) !== null);
  const key = type && photosKey(type.form);
  if (!type || !key) return { state: null, messages: [say("ได้รับรูปแล้วค่ะ พิมพ์บอกได้เลยว่าเป็นเรื่องอะไร")] };
  const args: TalkArgs = { answers: { [key]: files.slice(0, 10) }, ...(input ? { input } : {}) };
  return { state: null, messages: [], handsTo: { talk: `report:${type.form.id}`, args } };
}

function handOver({ request, transition, state: offeredIn, field }: Job, files: string[], view?: RequestView): Step<State> {
  const args = {
    with: { request, transition, state: offeredIn },
    answers: { [field]: files.slice(0, 10) },
    ...(view ? { request: view } : {}),
  };
  return { state: null, messages: [], handsTo: { talk: "transition", args } };
}

const photosKey = (form: Form | undefined): string | null =>
  Object.entries(form?.fields ?? {}).find(([, field]) => field.kind === "photos")?.[0] ?? null;

const typeOf = (view: RequestView, { catalogue }: TalkContext): RequestType | undefined =>
  catalogue.all.find((type) => type.form.id === view.formId);

/** What is asked of this person right now and takes pictures. */
function wantedIn(context: TalkContext): { view: RequestView; job: Job }[] {
  return context.waiting.flatMap((view) => {
    const found = jobOf(view, context, view.asked?.transitions ?? []);
    return found ? [{ view, job: found }] : [];
  });
}

function jobOf(view: RequestView, context: TalkContext, among = view.possible): Job | null {
  const transitions = typeOf(view, context)?.workflow.transitions ?? {};
  const found = among.find((id) => photosKey(transitions[id]?.form) !== null);
  const field = found ? photosKey(transitions[found]?.form) : null;
  const label = `${view.number.slice(-6)} ${view.subject}`.slice(0, 60);
  return found && field ? { request: view.id, transition: found, state: view.state, field, label } : null;
}
