import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { readPhone, showPhone } from "#models/fields/thai/phone.ts";

// Titles come and go between a list of the office and what people type. Longer ones first: นางสาว holds นาง.
const title = /^(?:ว่าที่\s?ร\.?\s?(?:ต|ท|อ)\.?(?:หญิง)?|นางสาว|น\.?\s?ส\.|นาย|นาง|ดร\.?|ผอ\.?|คุณครู|ครู)\s*/;

/** A name as it is compared: without title and spaces, in one spelling. */
export function comparableName(name: string): string {
  return untitled(normaliseThai(name)).replace(/\s+/g, "");
}

/** A name as a button has room for it: without its title, save where the title is all there is. */
export function shortName(name: string): string {
  return untitled(name.trim()) || name;
}

function untitled(name: string): string {
  let bare = name;
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(title, "");
  }
  return bare;
}

/** A telephone number as it is kept: "081-234-5678"; null when there is none in the text. */
export function keptPhone(text: string | null | undefined): string | null {
  const phone = text ? readPhone(text) : null;
  return phone && showPhone(phone);
}
