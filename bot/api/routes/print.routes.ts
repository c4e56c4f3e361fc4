import { type Api, serve } from "#bot/api/serve.ts";
import { readRequest } from "#bot/services/requests/read-request.ts";
import { linkPrint } from "#models/contracts/print.contract.ts";

/** Long enough to open a browser beside LINE; milliseconds. */
const linkLifeMs = 5 * 60_000;

/** Paper: the way to it. The document itself opens outside LINE, without a session (print.route.ts). */
export function printRoutes(api: Api): void {
  const { services, printLinks } = api.deps;

  serve(api, linkPrint, async ({ params }, { actor }) => {
    const { id: requestId } = await readRequest(services, params.id, actor, "print");
    const until = new Date(services.clock.now().getTime() + linkLifeMs);
    return { url: `/print/${printLinks.make({ requestId, personId: actor.personId }, until)}` };
  });
}
