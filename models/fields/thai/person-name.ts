const title = /^(?:นางสาว|นาง|นาย|น\.ส\.|ดร\.|ว่าที่\s*(?:ร้อยตรี|ร\.?\s*ต\.?)(?:\s*หญิง)?|คุณครู|ครู|คุณ|อาจารย์|อ\.|ผอ\.)\s*/;

/** How a person is spoken to: "คุณสมใจ เมฆพาเพลิน". Lists keep titles with the name, and คุณ does not go with another. */
export function callName(name: string): string {
  let bare = name.trim();
  while (title.test(bare) && bare.replace(title, "") !== "") bare = bare.replace(title, "");
  return `คุณ${bare}`;
}
