import { ApiError } from "#bot/api/api-error.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { endSession, keepSession } from "#bot/api/session-cookie.ts";
import { readOffice } from "#bot/services/office/office.ts";
import { readCaller } from "#bot/services/people/read-caller.ts";
import { getConfig } from "#models/contracts/config.contract.ts";
import { closeSession, openSession } from "#models/contracts/session.contract.ts";

/** How a browser gets in and out. */
export function sessionRoutes(api: Api): void {
  const { deps } = api;
  serve(api, getConfig, async () => ({ liffId: deps.liffId, officeName: (await readOffice(deps.services)).name }));

  serve(api, openSession, async ({ body, response }) => {
    const verified = await deps.verifyIdToken(body.idToken);
    if (!verified) throw new ApiError("id_token_refused");
    keepSession(deps, response, verified.lineUserId);
    const { actor } = await readCaller(deps.services, verified.lineUserId);
    return { isRegistered: actor !== null };
  });

  serve(api, closeSession, async ({ response }) => {
    endSession(deps, response);
    return {};
  });
}
