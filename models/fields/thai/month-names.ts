/** January first: as documents write them, as chat shows them, and the other spellings people use. */
export const months: readonly { full: string; short: string; also: readonly string[] }[] = [
  { full: "มกราคม", short: "ม.ค.", also: ["มกรา", "january", "jan"] },
  { full: "กุมภาพันธ์", short: "ก.พ.", also: ["กุมภา", "กุมภาพัน", "february", "feb"] },
  { full: "มีนาคม", short: "มี.ค.", also: ["มีนา", "march", "mar"] },
  { full: "เมษายน", short: "เม.ย.", also: ["เมษา", "april", "apr"] },
  { full: "พฤษภาคม", short: "พ.ค.", also: ["พฤษภา", "พฤษาคม", "may"] },
  { full: "มิถุนายน", short: "มิ.ย.", also: ["มิถุนา", "june", "jun"] },
  { full: "กรกฎาคม", short: "ก.ค.", also: ["กรกฎา", "กรกฏาคม", "กรกฏา", "july", "jul"] },
  { full: "สิงหาคม", short: "ส.ค.", also: ["สิงหา", "august", "aug"] },
  { full: "กันยายน", short: "ก.ย.", also: ["กันยา", "september", "sept", "sep"] },
  { full: "ตุลาคม", short: "ต.ค.", also: ["ตุลา", "october", "oct"] },
  { full: "พฤศจิกายน", short: "พ.ย.", also: ["พฤศจิกา", "พฤษจิกายน", "พฤษจิกา", "november", "nov"] },
  { full: "ธันวาคม", short: "ธ.ค.", also: ["ธันวา", "december", "dec"] },
];

/** Monday first, as the week is counted in "จันทร์หน้า". */
export const weekdays: readonly (readonly string[])[] = [
  ["จันทร์", "จันทร", "จัน", "monday"],
  ["อังคาร", "tuesday"],
  ["พุธ", "พุทธ", "พุท", "wednesday"],
  ["พฤหัสบดี", "พฤหัส", "พฤหัสฯ", "thursday"],
  ["ศุกร์", "ศุกร", "สุกร์", "friday"],
  ["เสาร์", "เสา", "saturday"],
  ["อาทิตย์", "อาทิต", "sunday"],
];
