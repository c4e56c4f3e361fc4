const thaiZero = "๐".charCodeAt(0);

/** ๐–๙ become 0–9; everything else stays. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero));
}

/** 0–9 become ๐–๙, as official documents want them. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(thaiZero + Number(digit)));
}

/** Text as documents write it: Thai digits, save in words with Latin letters, which are names: L3110, dmc.example.go.th. */
export function toDocumentDigits(text: string): string {
  return text.replace(/\S+/g, (word) => (/[a-z]/i.test(word) ? word : toThaiDigits(word)));
}
