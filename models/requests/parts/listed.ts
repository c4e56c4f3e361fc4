/** The first of several things and how many more: "กระดาษ A4 และอีก 2 รายการ". */
export function listed(names: (string | undefined)[]): string {
  const [first, ...more] = names.filter((name) => name !== undefined && name !== "");
  if (first === undefined) return "";
  return more.length > 0 ? `${first} และอีก ${more.length} รายการ` : first;
}
