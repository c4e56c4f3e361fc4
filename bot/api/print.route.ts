import express, { type Response, type Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { isAppError } from "#bot/platform/errors.ts";
import { printJob } from "#bot/print/memo-sheet.ts";
import type { Printer } from "#bot/print/open-printer.ts";
import { printedBy } from "#bot/print/request-sheet.ts";
import { readRecord } from "#bot/services/records/read-record.ts";
import { Refused } from "#bot/services/refused.ts";
import { readForPrint } from "#bot/services/requests/read-for-print.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { PrintLinks } from "./print-links.ts";

type Deps = {
  services: ServiceContext;
  printLinks: PrintLinks;
  printer: Printer;
  /** the address of a request's page; null where the office has no mini-app */
  pageOf(requestId: string): string | null;
};

/** A person prints a request and looks again; who asks more often than this a minute leaves the queue to others. */
const mostByPerson = 20;

const over = "ลิงก์นี้หมดอายุแล้วค่ะ กลับไปที่หน้างานในมินิแอป แล้วกดพิมพ์อีกครั้งนะคะ";
const tooMany = "พิมพ์ถี่เกินไปค่ะ รอสักครู่แล้วโหลดหน้านี้ใหม่นะคะ";

/**
 * GET /print/:token: a request as PDF, by a signed link of five minutes; a decided one as its paper of record. The browser outside LINE
 * has no session of ours.
 */
export function printRoute({ services, printLinks, printer, pageOf }: Deps): Router {
  const router = express.Router();
  const linkOf = (token: unknown) => printLinks.read(String(token), services.clock.now());
  const limit = rateLimit({
    windowMs: 60_000,
    limit: mostByPerson,
    keyGenerator: ({ params, ip }) => linkOf(params.token)?.personId ?? ipKeyGenerator(ip ?? ""),
    legacyHeaders: false,
    handler: (_request, response) => say(response, 429, tooMany),
  });
  // A look without opening (HEAD: previews of links) is not worth a document.
  router.head("/print/:token", (_request, response) => void response.status(405).end());
  router.get("/print/:token", limit, async (request, response) => {
    const link = linkOf(request.params.token);
    if (!link) return say(response, 404, over);
    try {
      const read = await readForPrint(services, link.requestId, link.personId);
      // `?copy`: how it stands now, beside the paper of record of how it was decided.
      const kept = request.query.copy === undefined ? await readRecord(link.requestId) : null;
      const pdf = kept ?? (await printPresent(link.requestId, read));
      response.set({ ...privately, "content-disposition": disposition(read.type, read.request.number) });
      response.type("application/pdf").send(pdf);
    } catch (error) {
      if (error instanceof Refused) return say(response, 404, over);
      if (isAppError(error)) return say(response, error.status, error.message);
      throw error;
    }
  });

  function printPresent(requestId: string, { emblem, printedBy: name, ...paper }: Awaited<ReturnType<typeof readForPrint>>) {
    const printed = printedBy(name, services.clock.now());
    return printer.print(printJob({ ...paper, page: pageOf(requestId), printed }, emblem));
  }

  return router;
}

const privately = { "cache-control": "private, no-store", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };

function say(response: Response, status: number, words: string): void {
  response.status(status).set(privately).type("text/plain; charset=utf-8").send(words);
}

/** Shown in the browser; saved under its title and number. Old programs read the ASCII name (RFC 6266, 8187). */
function disposition({ form, code }: RequestType, number: string): string {
  const name = `${form.title} ${number}.pdf`.replace(/[\\/:*?"<>|\s]+/g, " ");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `inline; filename="${number.replace(code.thai, code.ascii)}.pdf"; filename*=UTF-8''${encoded}`;
}
