import { existsSync } from "node:fs";
import { z } from "zod";

const lineApi = "https://api.line.me";
const lineDataApi = "https://api-data.line.me";

const words = (hint: string) => z.string(hint).regex(/^\S+$/, hint);
const origin = (hint: string) =>
  z
    .string(hint)
    .refine((text) => /^https?:\/\/[^/\s]+/.test(text) && URL.canParse(text), hint)
    .transform((text) => text.replace(/\/+$/, ""));

// Every message is the remedy: it is what the person who starts the bot reads.
const variables = z.object({
  LINE_CHANNEL_ID: words("ใส่ Channel ID จาก LINE Developers Console แท็บ Basic settings · the Channel ID of the Messaging API channel"),
  LINE_CHANNEL_SECRET: words("ใส่ Channel secret จากแท็บ Basic settings · the Channel secret of the same channel"),
  LINE_CHANNEL_ACCESS_TOKEN: words("ลบทิ้งได้ หรือใส่ token ที่ไม่มีช่องว่าง · leave it unset, or give a token without spaces").optional(),
  LINE_LOGIN_CHANNEL_ID: words(
    "ใส่ Channel ID ของ LINE Login channel หรือลบทิ้ง · the Channel ID of the LINE Login channel, or unset",
  ).optional(),
  LIFF_ID: words("ใส่ LIFF ID ที่ npm run setup:line พิมพ์ให้ หรือลบทิ้ง · the LIFF ID that npm run setup:line prints, or unset").optional(),
  LINE_API_BASE_URL: origin(`ลบทิ้ง หรือใส่ URL เช่น ${lineApi} · leave it unset, or give a URL`).default(lineApi),
  LINE_DATA_API_BASE_URL: origin(`ลบทิ้ง หรือใส่ URL เช่น ${lineDataApi} · leave it unset, or give a URL`).default(lineDataApi),
  // Not z.url(): it refuses several hosts, which is how a replica set is written.
  MONGODB_URI: z
    .string("ใส่ที่อยู่ MongoDB เช่น mongodb://host:27017/ict?replicaSet=rs0 · the MongoDB connection string")
    .regex(
      /^mongodb(\+srv)?:\/\/[^\s/]+(\/\S*)?$/,
      "ต้องขึ้นต้นด้วย mongodb:// หรือ mongodb+srv:// ตามด้วยชื่อเครื่อง · must be mongodb://host[,host…]/database or mongodb+srv://…",
    ),
  PUBLIC_URL: origin("ใส่ที่อยู่ที่คนภายนอกเข้าถึง เช่น https://ict.example.go.th · the address people and LINE reach this server at"),
  PORT: z.coerce
    .number("ใส่เลขพอร์ต เช่น 3000 · a port number")
    .int("ใส่เลขพอร์ต เช่น 3000 · a port number")
    .min(0, "ใส่เลข 0–65535 · from 0 to 65535")
    .max(65_535, "ใส่เลข 0–65535 · from 0 to 65535")
    .default(3000),
  TRUST_PROXY: z
    .string()
    .regex(
      /^(false|\d{1,2}|[\w.:/]+(\s*,\s*[\w.:/]+)*)$/,
      "ใส่ false, จำนวน proxy หรือรายการที่อยู่ · false, the number of proxies, or a list of addresses",
    )
    .refine(
      (text) => text !== "true",
      "ห้ามเชื่อทุกเครื่อง ใส่จำนวน proxy เช่น 1 · trusting everyone lets anyone forge an address: give the number of proxies",
    )
    .transform(readTrust)
    .default("loopback"),
  METRICS_TOKEN: words("ใส่รหัสที่ไม่มีช่องว่าง หรือลบทิ้ง · a token without spaces, or unset").optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "ใส่ info, warn, error หรือ debug · info, warn, error or debug")
    .default("info"),
});

/** Everything the bot takes from its surroundings. Base URLs and PUBLIC_URL come without a closing slash. */
export type Config = Readonly<{
  line: {
    channelId: string;
    channelSecret: string;
    /** Set: used as it is. Unset: stateless tokens are made from id and secret. */
    accessToken?: string;
    loginChannelId?: string;
    liffId?: string;
    apiBaseUrl: string;
    dataApiBaseUrl: string;
    /** False when LINE_API_BASE_URL names somebody else: the simulator, a test. */
    isRealLine: boolean;
  };
  mongodbUri: string;
  publicUrl: string;
  port: number;
  /** As Express's "trust proxy" takes it. */
  trustProxy: false | number | string;
  metricsToken?: string;
  logLevel: z.infer<typeof variables>["LOG_LEVEL"];
}>;

export type ConfigProblem = { variable: string; remedy: string };

/** Names every bad variable with its remedy, and never a value: some are secrets. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, remedy }) => `  ${variable}: ${remedy}`);
    super(["ตั้งค่าไม่ครบหรือไม่ถูกต้องค่ะ แก้ใน .env หรือ environment · configuration is missing or wrong:", ...lines].join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** Reads the process's environment once, with the .env of the working directory where there is one; the environment wins. */
export function loadConfig(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseConfig(process.env);
}

/** Throws ConfigError. An empty variable counts as unset. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const parsed = variables.safeParse(given);
  const problems = [...(parsed.error ? problemsOf(parsed.error) : []), ...httpsProblems(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function problemsOf(error: z.ZodError): ConfigProblem[] {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const variable = String(path[0]);
    if (!first.has(variable)) first.set(variable, message);
  }
  return [...first].map(([variable, remedy]) => ({ variable, remedy }));
}

/** LINE delivers webhooks and opens mini-apps over https only. */
function httpsProblems(given: Record<string, string>): ConfigProblem[] {
  if (!isLine(given.LINE_API_BASE_URL ?? lineApi) || !given.PUBLIC_URL?.startsWith("http://")) return [];
  return [
    { variable: "PUBLIC_URL", remedy: "LINE ต้องการ https:// เช่น https://ict.example.go.th · must be https, LINE calls nothing else" },
  ];
}

function toConfig(from: z.infer<typeof variables>): Config {
  return {
    line: {
      channelId: from.LINE_CHANNEL_ID,
      channelSecret: from.LINE_CHANNEL_SECRET,
      ...(from.LINE_CHANNEL_ACCESS_TOKEN ? { accessToken: from.LINE_CHANNEL_ACCESS_TOKEN } : {}),
      ...(from.LINE_LOGIN_CHANNEL_ID ? { loginChannelId: from.LINE_LOGIN_CHANNEL_ID } : {}),
      ...(from.LIFF_ID ? { liffId: from.LIFF_ID } : {}),
      apiBaseUrl: from.LINE_API_BASE_URL,
      dataApiBaseUrl: from.LINE_DATA_API_BASE_URL,
      isRealLine: isLine(from.LINE_API_BASE_URL),
    },
    mongodbUri: from.MONGODB_URI,
    publicUrl: from.PUBLIC_URL,
    port: from.PORT,
    trustProxy: from.TRUST_PROXY,
    ...(from.METRICS_TOKEN ? { metricsToken: from.METRICS_TOKEN } : {}),
    logLevel: from.LOG_LEVEL,
  };
}

function isLine(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && /(^|\.)line\.me$/.test(new URL(baseUrl).hostname);
}

function readTrust(text: string): false | number | string {
  if (text === "false") return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}
