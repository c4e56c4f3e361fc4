// Log lines travel further than the database: names of things are kept, what people wrote and secrets are not.
const removed = "[removed]";
const privateKeys =
  /^(text|altText|label|displayText|words|answers|body|rawBody|payload|data|events?|phone|tel|telephone|displayName|password|secret|signature|authorization|cookie|idToken|replyToken|accessToken|token|mongoUri|x-line-signature)$|(secret|password|token|phone)$/i;
const deepest = 8;

/** A copy that is safe to log. Errors become plain objects with type, message, stack and cause. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > deepest) return "[deeper]";
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (hasToJson(value)) return redact(value.toJSON(), depth + 1);
  return redactEntries(Object.entries(value), depth);
}

function redactEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, item]) => [key, isPrivate(key, item) ? removed : redact(item, depth + 1)]));
}

function isPrivate(key: string, item: unknown): boolean {
  // Counts and flags under such a name ("events": 3) say nothing about anyone.
  return privateKeys.test(key) && item !== null && item !== undefined && typeof item !== "number" && typeof item !== "boolean";
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const own = redactEntries(Object.entries(error), depth);
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  return { ...own, type: error.name, message: redactText(error.message), stack: redactText(error.stack ?? ""), ...cause };
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}

/** Telephone numbers, national ids, bearer tokens and passwords inside connection strings. */
export function redactText(text: string): string {
  return text
    .replace(/(?<![\w-])(?:\+?66[- ]?|0)[2-9](?:[- ]?\d){7,8}(?![\w-])/g, "[phone]")
    .replace(/(?<![\w-])\d-?\d{4}-?\d{5}-?\d{2}-?\d(?![\w-])/g, (digits) => (isNationalId(digits) ? "[id]" : digits))
    .replace(/\bBearer\s+[\w.~+/=-]+/gi, "Bearer [removed]")
    .replace(/(\/\/[^/\s:@]+:)[^/\s@]+@/g, "$1[removed]@");
}

/** The thirteenth digit checks the first twelve: weights 13 down to 2, modulo 11. */
function isNationalId(written: string): boolean {
  const digits = written.replaceAll("-", "");
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return Number(digits[12]) === (11 - (sum % 11)) % 10;
}
