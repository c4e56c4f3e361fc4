/** What else a program may need to know of a refusal: who was first, which field, which revision. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

type AppErrorInput = { code: string; message: string; status: number; details?: ErrorDetails };

/**
 * An error that is expected and explained. `code` is snake_case and never changes, for programs; `message` is Thai, says what
 * to do next and may be shown to the person as it is; `status` is the HTTP status where there is a response.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(input: AppErrorInput) {
    super(input.message);
    this.name = "AppError";
    this.code = input.code;
    this.status = input.status;
    this.details = input.details ?? {};
  }
}

/** This person may not do this (403). */
export function refused(code: string, message: string, details?: ErrorDetails): AppError {
  return make(403, code, message, details);
}

/** There is no such thing, or not for this person (404). */
export function notFound(code: string, message: string, details?: ErrorDetails): AppError {
  return make(404, code, message, details);
}

/** Somebody else was first, or the thing has moved on (409); details say who or to what. */
export function conflict(code: string, message: string, details?: ErrorDetails): AppError {
  return make(409, code, message, details);
}

/** The input cannot be used as it is (400); details name the fields. */
export function invalid(code: string, message: string, details?: ErrorDetails): AppError {
  return make(400, code, message, details);
}

/** Not now: a part we depend on is away (503); trying again later is right. */
export function unavailable(code: string, message: string, details?: ErrorDetails): AppError {
  return make(503, code, message, details);
}

/** Tells an expected error from a fault; with a code, tells that one. */
export function isAppError(error: unknown, code?: string): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

function make(status: number, code: string, message: string, details?: ErrorDetails): AppError {
  return new AppError({ status, code, message, ...(details ? { details } : {}) });
}
