export const intents = [
  "report_repair",
  "check_status",
  "cancel",
  "borrow",
  "request_form",
  "consult",
  "human",
  "complain",
  "thanks",
  "greet",
  "other",
] as const;

export const categories = [
  "computer",
  "printer",
  "network",
  "av",
  "account",
  "system",
  "software",
  "security",
  "data",
  "telecom",
  "power",
  "website",
  "media",
  "procurement",
  "other",
] as const;

export const urgencies = ["critical", "high", "normal", "low"] as const;

export type Intent = (typeof intents)[number];
export type Category = (typeof categories)[number];
export type Urgency = (typeof urgencies)[number];

/** A request number as a person wrote it: whatever of code and year they left out is null. */
export type NumberMention = { code: string | null; year: number | null; tail: number };

/** What one message means. Category and urgency are null where the intent has none. */
export type Understanding = {
  intent: Intent;
  category: Category | null;
  urgency: Urgency | null;
  /** 0 to 1 */
  confidence: number;
  /** false: an opening that is plainly cut ("คอมที่ห้อง") and worth waiting for */
  finished: boolean;
  entities: {
    /** the kind of device, as shown to people: "เครื่องพิมพ์" */
    device?: string;
    /** what is wrong in the person's own words; absent when the sentence is bare ("ปริ้นเตอร์เสีย") */
    symptom?: string;
    /** room or building as written */
    place?: string;
    number?: NumberMention;
    phone?: string;
    assetNumber?: string;
  };
  /** a safety instruction comes first */
  danger?: "fire" | "battery" | "attack" | "page" | "account" | "link" | "password";
  /** a secret stood in the message and was taken out of it: the person is told not to send it */
  withheld?: "password" | "national-id";
  /** asks for something the ICT centre does not do */
  outOfScope?: "air" | "electricity" | "water" | "licence";
};
