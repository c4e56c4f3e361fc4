import { type DestinationStream, type Logger as PinoLogger, pino } from "pino";
import { redact, redactText } from "./redact.ts";

export type Logger = PinoLogger;

export type LoggerOptions = {
  level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Where lines go; standard output unless a test says otherwise. */
  destination?: DestinationStream;
};

/** One JSON object a line. Whatever is logged passes redact(): no secret, telephone number or message text gets out. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    // pino's own serializer for `err` would run first and keep the message as it is.
    serializers: { err: redact, error: redact },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (object: Record<string, unknown>) => redact(object) as Record<string, unknown>,
    },
    hooks: {
      logMethod(this: Logger, input: Parameters<Logger["info"]>, method: Logger["info"]) {
        method.apply(this, input.map((part) => (typeof part === "string" ? redactText(part) : part)) as typeof input);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
