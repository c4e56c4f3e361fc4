import { ApiError } from "#bot/api/api-error.ts";
import { presentDraft } from "#bot/api/presenters/draft.presenter.ts";
import { presentCard, presentDetail, presentFiles, presentPhotos } from "#bot/api/presenters/request.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { continueAsDraft, copyAsDraft } from "#bot/services/drafts/draft-from-request.ts";
import { submitDraft } from "#bot/services/drafts/submit-draft.ts";
import { doCommand } from "#bot/services/effects/do-command.ts";
import type { Caller } from "#bot/services/people/read-caller.ts";
import { myRequests } from "#bot/services/requests/my-requests.ts";
import { readAnswers } from "#bot/services/requests/read-answers.ts";
import { readMore } from "#bot/services/requests/read-more.ts";
import { readRequest } from "#bot/services/requests/read-request.ts";
import { setOfficial as writeOfficial } from "#bot/services/requests/set-official.ts";
import {
  continueRequest,
  copyRequest,
  doTransition,
  getAnswers,
  getRequest,
  listMyRequests,
  setOfficial,
  submitRequest,
} from "#models/contracts/requests.contract.ts";
import { isStaff } from "#models/workflows/roles.ts";
import { ownerOf } from "./drafts.routes.ts";
import { whoIs } from "./me.routes.ts";

/** Requests: one's own, one of them, a new one, and each step of one. */
export function requestsRoutes(api: Api): void {
  const { deps } = api;
  const { services } = deps;

  async function detail(id: string, { actor }: { actor: NonNullable<Caller["actor"]> }) {
    const view = await readRequest(services, id, actor);
    return presentDetail(deps, view, await readMore(services, view, actor), { isStaff: isStaff(actor) });
  }

  serve(api, listMyRequests, async ({ query }, { actor }) => {
    const { requests, next } = await myRequests(services, query.list === "open", query.cursor ?? null, actor);
    return { requests: requests.map((view) => presentCard(deps, view)), next };
  });

  serve(api, getRequest, ({ params }, caller) => detail(params.id, caller));

  serve(api, submitRequest, async ({ body }, caller) => {
    const { onBehalfOf, ...submission } = body;
    if (!services.catalogue.all.some(({ form }) => form.id === submission.formId)) throw new ApiError("not_found");
    const { request } = await submitDraft(services, { ...submission, ...(onBehalfOf ? { onBehalfOf } : {}) }, whoIs(caller));
    deps.onCommitted();
    return detail(request.id, caller);
  });

  serve(api, doTransition, async ({ params, body }, caller) => {
    const effect = {
      do: "transition" as const,
      requestId: params.id,
      transition: params.transition,
      ...body,
      refusesGonePhotos: true as const,
    };
    await doCommand(services, effect, whoIs(caller));
    deps.onCommitted();
    const now = await detail(params.id, caller);
    const words = services.catalogue.of(now.formId).workflow.transitions[params.transition]?.reply || "บันทึกแล้วค่ะ {number}";
    return { ...now, reply: words.replaceAll("{number}", now.number).replaceAll("{state}", now.stateLabel) };
  });

  serve(api, getAnswers, async ({ params }, { actor }) => {
    const { photos, files, ...view } = await readAnswers(services, params.id, actor);
    return { ...view, photos: presentPhotos(deps, photos), files: presentFiles(deps, files) };
  });

  serve(api, copyRequest, async ({ params }, caller) => presentDraft(deps, await copyAsDraft(services, params.id, ownerOf(caller))));

  serve(api, continueRequest, async ({ params, body }, caller) => {
    return presentDraft(deps, await continueAsDraft(services, params.id, body.formId, ownerOf(caller)));
  });

  serve(api, setOfficial, async ({ params, body, request }, caller) => {
    const { sameAs } = await writeOfficial(services, params.id, body, { actor: caller.actor, ip: request.ip ?? null });
    const warning = sameAs ? `เลขที่หนังสือนี้ลงไว้กับเรื่อง ${sameAs} ในปีเดียวกันแล้วค่ะ ตรวจอีกครั้งนะคะ` : null;
    return { ...(await detail(params.id, caller)), warning };
  });
}
