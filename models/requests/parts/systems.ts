/** The information systems that cards and access are asked for. Data owners hold theirs by these names. */
export const systemLabels = {
  dmc: "DMC",
  schoolmis: "SchoolMIS",
  amss: "AMSS++",
  "smart-obec": "Smart OBEC",
  "obec-asset": "OBEC-Asset",
  emes: "e-MES",
  lms: "LMS ของเขตพื้นที่",
  website: "เว็บไซต์ของเขต",
  wifi: "Wi-Fi ของสำนักงาน",
  other: "ระบบอื่น",
} as const;

export type SystemName = keyof typeof systemLabels;

/** Those names, in the order of the list. */
export const systemNames = Object.keys(systemLabels) as [SystemName, ...SystemName[]];

// As people type them; LMS and Wi-Fi stand last because they also stand in other sentences.
const spelled: [SystemName, RegExp][] = [
  ["dmc", /\bdmc\b|ดีเอ็มซี/i],
  ["schoolmis", /school\s*mis|สคูลเอ็มไอเอส/i],
  ["amss", /amss|แอมส/i],
  ["smart-obec", /smart\s*obec|สมาร์ทโอเบค/i],
  ["obec-asset", /obec[\s-]*asset/i],
  ["emes", /\be-?mes\b/i],
  ["website", /เว็บไซต์|เว็บเขต|website/i],
  ["lms", /\blms\b/i],
  ["wifi", /wi-?fi|ไวไฟ/i],
];

/** The system that a sentence names, or null. */
export function systemIn(text: string): SystemName | null {
  return spelled.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A system as people read it: its name, or what was typed for one that is not listed. */
export function systemTitle(system: SystemName | undefined, other: string | undefined): string {
  return system === undefined || system === "other" ? (other ?? systemLabels.other) : systemLabels[system];
}
