import type { Tone } from "#models/messages/message.ts";

/** The bar on top, the band behind the state word, and the word's ink (at least 4.5:1 on its band). */
type ToneColours = { bar: string; band: string; ink: string; word: string | null };

/** The word stands in where a card brings none: no state is told by colour alone. */
export const tones: Record<Tone, ToneColours> = {
  plain: { bar: "#0B7A75", band: "#E6F4F3", ink: "#075E5A", word: null },
  critical: { bar: "#C62828", band: "#FDECEA", ink: "#9B1C1C", word: "ด่วนที่สุด" },
  high: { bar: "#D97706", band: "#FFF4E0", ink: "#854D0E", word: "ด่วน" },
  waiting: { bar: "#1565C0", band: "#E8F1FB", ink: "#0D47A1", word: "กำลังดำเนินการ" },
  done: { bar: "#2E7D32", band: "#E8F5E9", ink: "#1B5E20", word: "เสร็จแล้ว" },
  muted: { bar: "#8A94A0", band: "#F1F3F5", ink: "#4A5560", word: null },
};

export const ink = {
  strong: "#1B1F23",
  label: "#5A6470",
  link: "#0B63C5",
  button: "#0B7A75",
  quietButton: "#E3E8ED",
  note: "#F6F7F9",
} as const;
