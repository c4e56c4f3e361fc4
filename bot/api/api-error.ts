import { AppError } from "#bot/platform/errors.ts";
import { Refused } from "#bot/services/refused.ts";
import { apiErrors, type ErrorBody, type ErrorCode } from "#models/contracts/errors.ts";
import type { ServiceRefusal } from "#models/conversations/effects.ts";

type Extra = Partial<Pick<ErrorBody["error"], "message" | "fields" | "details">>;

/** An answer that is not 2xx: a code of the API with its words, or better ones. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(code: ErrorCode, extra: Extra = {}) {
    super(code);
    this.name = "ApiError";
    this.status = apiErrors[code].status;
    this.body = { error: { code, message: apiErrors[code].message, ...extra } };
  }
}

/** An expected error as the API says it; null for a fault. */
export function toApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof Refused) return ofRefusal(error.refusal);
  if (error instanceof AppError && error.code in apiErrors) {
    const details = Object.keys(error.details).length > 0 ? { details: { ...error.details } } : {};
    return new ApiError(error.code as ErrorCode, { message: error.message, ...details });
  }
  if (isAway(error)) return new ApiError("unavailable");
  return null;
}

function ofRefusal(refusal: ServiceRefusal): ApiError {
  switch (refusal.code) {
    case "invalid_answers":
      return new ApiError("invalid_answers", {
        fields: Object.fromEntries(refusal.problems.map(({ field, message }) => [field, message])),
      });
    case "state_changed": {
      const { by, deed, changed, request } = refusal;
      const said =
        by && deed
          ? `${by === "คุณ" ? by : `${by} `}${deed}${deed.endsWith("แล้ว") ? "" : "ไปแล้ว"}ค่ะ ${changed === undefined ? `ตอนนี้: ${request.stateLabel}` : "เปิดอ่านฉบับแก้ไขก่อนนะคะ"}`
          : undefined;
      return new ApiError("state_changed", {
        ...(said ? { message: said } : {}),
        details: { by, deed, ...(changed ? { changed } : {}), state: request.state, revision: request.revision },
      });
    }
    case "too_late":
      // Of a survey: it is closed, however many days ago.
      if (refusal.days === 0) return new ApiError("too_late", { message: "ปิดรับคำตอบแล้วค่ะ ขอบคุณที่ตั้งใจตอบนะคะ" });
      return new ApiError("too_late", { message: `เลยกำหนด ${refusal.days} วันแล้วค่ะ ถ้ายังมีปัญหา แจ้งใหม่ได้เลยนะคะ` });
    default:
      return new ApiError(refusal.code);
  }
}

/** The driver's way to say that no primary answers now. */
function isAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(MongoServerSelectionError|MongooseServerSelectionError|MongoNetworkError|MongoNetworkTimeoutError|MongoNotConnectedError|MongoPoolClearedError)$/.test(
      error.name,
    )
  );
}
