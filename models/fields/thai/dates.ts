import { bangkokDate, bangkokTime } from "./bangkok.ts";
import { toThaiDigits } from "./digits.ts";
import { months } from "./month-names.ts";

const parts = (iso: string) => {
  const [y = 0, m = 1, d = 1] = iso.split("-").map(Number);
  return { day: d, month: months[m - 1] ?? { full: "", short: "" }, buddhist: y + 543 };
};

/** As chat shows a day: "22 พ.ย. 69". */
export function showDate(iso: string): string {
  const { day, month, buddhist } = parts(iso);
  return `${day} ${month.short} ${String(buddhist).slice(-2)}`;
}

/** As documents write a day: "๒๒ พฤศจิกายน ๒๕๖๙". */
export function showDateInDocument(iso: string): string {
  const { day, month, buddhist } = parts(iso);
  return toThaiDigits(`${day} ${month.full} ${buddhist}`);
}

/** A moment as chat shows it, Bangkok time: "22 พ.ย. 69 09.30 น.". */
export function showDateTime(at: Date): string {
  return `${showDate(bangkokDate(at))} ${bangkokTime(at).replace(":", ".")} น.`;
}

/** A moment as documents write it, Bangkok time: "๒๒ พฤศจิกายน ๒๕๖๙ เวลา ๐๙.๓๐ น.". */
export function showDateTimeInDocument(at: Date): string {
  return `${showDateInDocument(bangkokDate(at))} เวลา ${showTimeInDocument(at)}`;
}

/** A moment's time of day as documents write it, Bangkok time: "๐๙.๓๐ น.". */
export function showTimeInDocument(at: Date): string {
  return `${toThaiDigits(bangkokTime(at).replace(":", "."))} น.`;
}
