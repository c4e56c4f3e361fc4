/** Thai public holidays that fall on the same day each year; those that follow the moon are the admin's to import. */
const sameEachYear = [
  { day: "01-01", name: "วันขึ้นปีใหม่" },
  { day: "04-06", name: "วันจักรี" },
  { day: "04-13", name: "วันสงกรานต์" },
  { day: "04-14", name: "วันสงกรานต์" },
  { day: "04-15", name: "วันสงกรานต์" },
  { day: "05-01", name: "วันแรงงานแห่งชาติ" },
  { day: "05-04", name: "วันฉัตรมงคล" },
  { day: "06-03", name: "วันเฉลิมพระชนมพรรษาสมเด็จพระราชินี" },
  { day: "07-28", name: "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว" },
  { day: "08-12", name: "วันแม่แห่งชาติ" },
  { day: "10-13", name: "วันนวมินทรมหาราช" },
  { day: "10-23", name: "วันปิยมหาราช" },
  { day: "12-05", name: "วันพ่อแห่งชาติ" },
  { day: "12-10", name: "วันรัฐธรรมนูญ" },
  { day: "12-31", name: "วันสิ้นปี" },
] as const;

/** Holidays of the year before `year`, of it, and of the one after. */
export function seedHolidays(year: number): { date: string; name: string }[] {
  return [year - 1, year, year + 1].flatMap((each) => sameEachYear.map(({ day, name }) => ({ date: `${each}-${day}`, name })));
}
