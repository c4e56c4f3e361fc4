import type { Component } from "vue";
import type { Field, FieldKind } from "#models/fields/field.ts";
import AssetControl from "./AssetControl.vue";
import ChoiceControl from "./ChoiceControl.vue";
import ChoicesControl from "./ChoicesControl.vue";
import ConsentControl from "./ConsentControl.vue";
import { isShortList } from "./choice-list.ts";
import DateControl from "./DateControl.vue";
import DateRangeControl from "./DateRangeControl.vue";
import DateTimeControl from "./DateTimeControl.vue";
import FilesControl from "./FilesControl.vue";
import GridControl from "./GridControl.vue";
import MoneyControl from "./MoneyControl.vue";
import NumberControl from "./NumberControl.vue";
import PercentageControl from "./PercentageControl.vue";
import PersonControl from "./PersonControl.vue";
import PhoneControl from "./PhoneControl.vue";
import PhotosControl from "./PhotosControl.vue";
import PlaceControl from "./PlaceControl.vue";
import RatingControl from "./RatingControl.vue";
import RowsControl from "./RowsControl.vue";
import SchoolControl from "./SchoolControl.vue";
import SignatureControl from "./SignatureControl.vue";
import TextControl from "./TextControl.vue";
import TimeControl from "./TimeControl.vue";
import YesNoControl from "./YesNoControl.vue";

/** A kind of field without its control does not compile. */
const controls = {
  text: TextControl,
  place: PlaceControl,
  asset: AssetControl,
  choice: ChoiceControl,
  date: DateControl,
  number: NumberControl,
  money: MoneyControl,
  phone: PhoneControl,
  school: SchoolControl,
  person: PersonControl,
  photos: PhotosControl,
  rating: RatingControl,
  choices: ChoicesControl,
  "yes-no": YesNoControl,
  time: TimeControl,
  "date-time": DateTimeControl,
  "date-range": DateRangeControl,
  percentage: PercentageControl,
  files: FilesControl,
  rows: RowsControl,
  grid: GridControl,
  signature: SignatureControl,
  consent: ConsentControl,
} satisfies Record<FieldKind, Component>;

export function controlOf({ kind }: Field): Component {
  return controls[kind];
}

const groups: ReadonlySet<FieldKind> = new Set([
  "photos",
  "rating",
  "choices",
  "yes-no",
  "date-time",
  "date-range",
  "files",
  "rows",
  "grid",
  "signature",
  "consent",
]);

/** Whether a field is several controls under one name (a fieldset with a legend) instead of one with a label. In a cell a choice always folds. */
export function isGroup(field: Field, isCell = false): boolean {
  return groups.has(field.kind) || (field.kind === "choice" && !isCell && isShortList(field));
}
