import type { ErrorCode } from "#models/contracts/errors.ts";

/** Besides the server's own codes: `offline` when it was not reached, `slow` when it did not answer in time. */
export type ApiErrorCode = ErrorCode | "offline" | "slow";

type ApiErrorInput = {
  code: ApiErrorCode;
  /** Thai, says what to do next, shown as it is */
  message: string;
  status: number;
  fields?: Readonly<Record<string, string>> | undefined;
  details?: Readonly<Record<string, unknown>> | undefined;
};

/** An answer that is not the one asked for. `status` is 0 when nothing came back. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  /** what is wrong with which field */
  readonly fields: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(input: ApiErrorInput) {
    super(input.message);
    this.name = "ApiError";
    this.code = input.code;
    this.status = input.status;
    this.fields = input.fields ?? {};
    this.details = input.details ?? {};
  }

  /** Nothing is wrong with what was asked: the same again may succeed. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** @param code tells that one only */
export function isApiError(error: unknown, code?: ApiErrorCode): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}

export const offline = () => new ApiError({ code: "offline", status: 0, message: "ต่ออินเทอร์เน็ตไม่ได้ค่ะ ตรวจ Wi-Fi หรือเน็ตมือถือ แล้วลองใหม่นะคะ" });

export const slow = () => new ApiError({ code: "slow", status: 0, message: "ระบบตอบช้ากว่าปกติค่ะ รอสักครู่แล้วลองใหม่นะคะ" });

/** Reads the body of an answer that is not 2xx; a proxy's own error page becomes "unavailable". */
export function readApiError(status: number, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined;
  if (error && typeof error.code === "string" && typeof error.message === "string") {
    return new ApiError({ ...(error as Omit<ApiErrorInput, "status">), status });
  }
  return new ApiError({ code: "unavailable", status, message: "ระบบยังไม่พร้อมค่ะ รอสักครู่แล้วลองใหม่นะคะ" });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
