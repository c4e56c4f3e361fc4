const digits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"] as const;
const places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"] as const;

/** Up to six digits in words. `follows`: more stands before them, so that a closing one is เอ็ด. */
function section(value: number, follows: boolean): string {
  const written = String(value);
  return [...written]
    .map((digit, at) => {
      const place = written.length - 1 - at;
      const figure = Number(digit);
      if (figure === 0) return "";
      if (place === 1 && figure <= 2) return figure === 1 ? "สิบ" : "ยี่สิบ";
      if (place === 0 && figure === 1 && (value > 1 || follows)) return "เอ็ด";
      return `${digits[figure]}${places[place]}`;
    })
    .join("");
}

function wholeInWords(value: number): string {
  if (value < 1_000_000) return section(value, false);
  const millions = Math.floor(value / 1_000_000);
  const rest = value % 1_000_000;
  return `${wholeInWords(millions)}ล้าน${rest === 0 ? "" : section(rest, true)}`;
}

/** An amount in words as documents write it: 1200 → "หนึ่งพันสองร้อยบาทถ้วน", 20.5 → "ยี่สิบบาทห้าสิบสตางค์". Takes baht, rounded to the satang. */
export function bahtText(amount: number): string {
  const satang = Math.round(Math.abs(amount) * 100);
  const baht = Math.floor(satang / 100);
  const rest = satang % 100;
  const minus = amount < 0 && satang > 0 ? "ลบ" : "";
  if (satang === 0) return "ศูนย์บาทถ้วน";
  const whole = baht === 0 ? "" : `${wholeInWords(baht)}บาท`;
  return `${minus}${whole}${rest === 0 ? "ถ้วน" : `${section(rest, false)}สตางค์`}`;
}
