import type { Component } from "vue";
import type { Field, FieldKind } from "#models/fields/field.ts";
import AssetControl from "./AssetControl.vue";
import ChoiceControl from "./ChoiceControl.vue";
import { isShortList } from "./choice-list.ts";
import DateControl from "./DateControl.vue";
import MoneyControl from "./MoneyControl.vue";
import NumberControl from "./NumberControl.vue";
import PersonControl from "./PersonControl.vue";
import PhoneControl from "./PhoneControl.vue";
import PhotosControl from "./PhotosControl.vue";
import PlaceControl from "./PlaceControl.vue";
import RatingControl from "./RatingControl.vue";
import SchoolControl from "./SchoolControl.vue";
import TextControl from "./TextControl.vue";

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
} satisfies Record<FieldKind, Component>;

export function controlOf({ kind }: Field): Component {
  return controls[kind];
}

/** Whether a field is several controls under one name (a fieldset with a legend) instead of one with a label. */
export function isGroup(field: Field): boolean {
  return field.kind === "photos" || field.kind === "rating" || (field.kind === "choice" && isShortList(field));
}
