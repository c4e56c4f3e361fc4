import { isAppError } from "#bot/platform/errors.ts";
import type { Logger } from "#bot/platform/logger.ts";
import { printJob } from "#bot/print/memo-sheet.ts";
import type { Printer } from "#bot/print/open-printer.ts";
import { keptAt } from "#bot/print/request-sheet.ts";
import { type ClaimedRecord, claimRecord } from "#bot/services/records/claim-record.ts";
import { keepRecord } from "#bot/services/records/keep-record.ts";
import { readPaper } from "#bot/services/requests/read-for-print.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";

export type RecordDeps = {
  services: ServiceContext;
  printer: Pick<Printer, "print">;
  log: Pick<Logger, "error" | "info">;
  /** the address of a request's page; null where the office has no mini-app */
  pageOf(requestId: string): string | null;
};

/** As many as one sweep makes; the next one goes on. */
const mostAtOnce = 50;

/**
 * Makes the papers of record that last decisions want: memo and sheet as the office reads them, without its internal notes.
 * @returns how many were made here
 */
export async function makeRecords(deps: RecordDeps): Promise<number> {
  let made = 0;
  for (let tried = 0; tried < mostAtOnce; tried += 1) {
    const claimed = await claimRecord(deps.services);
    if (!claimed) break;
    const outcome = await makeRecord(deps, claimed);
    if (outcome === "busy") break;
    made += outcome === "made" ? 1 : 0;
  }
  return made;
}

/** One that cannot be made is left to a later sweep, and holds up no other. */
async function makeRecord(deps: RecordDeps, claimed: ClaimedRecord): Promise<"made" | "failed" | "busy"> {
  const { services, printer, log, pageOf } = deps;
  const { requestId } = claimed;
  try {
    const { emblem, ...paper } = await readPaper(services, requestId, { notes: false, phone: true, as: "decided" });
    const printed = keptAt(services.clock.now());
    const pdf = await printer.print(printJob({ ...paper, page: pageOf(requestId), printed }, emblem));
    return (await keepRecord(services, claimed, pdf)) ? "made" : "failed";
  } catch (error) {
    if (isAppError(error) && error.code === "unavailable") return "busy";
    log.error({ err: error, requestId }, "a paper of record could not be made; it is tried again");
    return "failed";
  }
}
