import { encode } from "uqr";
import { ApiError } from "#bot/api/api-error.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { checkCard as check, readOwnCard } from "#bot/services/requests/card.ts";
import { checkCard, getCard } from "#models/contracts/cards.contract.ts";

/** User cards: shown by their holder, checked by staff. */
export function cardsRoutes(api: Api): void {
  const { services, cardCodes, pageUrl } = api.deps;

  serve(api, getCard, async ({ params }, { actor }) => {
    const { endedAt: _endedAt, ...card } = await readOwnCard(services, params.id, actor);
    const code = cardCodes.make(params.id);
    const url = pageUrl({ to: "card", code });
    return { ...card, code, url, qr: modulesOf(url ?? code) };
  });

  serve(api, checkCard, async ({ params }, { actor }) => {
    const requestId = cardCodes.read(params.code);
    if (!requestId) throw new ApiError("not_found", { message: "บัตรนี้ไม่ใช่บัตรของศูนย์ค่ะ ขอดูบัตรในมินิแอปของผู้ถืออีกครั้งนะคะ" });
    const { number: _number, endedAt, ...card } = await check(services, requestId, actor);
    return { ...card, endedAt: endedAt?.toISOString() ?? null };
  });
}

/** Rows of a QR code, "1" a dark module. M stands a thumb over a corner. */
function modulesOf(text: string): string[] {
  return encode(text, { ecc: "M", border: 0 }).data.map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));
}
