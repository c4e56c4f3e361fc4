import type { ApiDeps } from "#bot/api/api-deps.ts";
import type { DeskRow } from "#models/contracts/desk.contract.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { presentCard } from "./request.presenter.ts";

/** A request as a row of the desk: a card, and where one goes for it. */
export function presentRow(deps: Pick<ApiDeps, "services" | "signedLinks">, view: RequestView): DeskRow {
  const { fields } = deps.services.catalogue.of(view.formId).form;
  const place = view.filed.find(({ field }) => fields[field]?.kind === "place");
  return { ...presentCard(deps, view), place: place?.shown ?? null };
}
