import { z } from "zod";
import { type Field, type FieldWords, type Stroke, words } from "#models/fields/field.ts";

const mostStrokes = 60;
/** Two figures a point. */
const mostFigures = 2_000;

const stroke = z
  .array(z.number().int().min(0).max(1_000))
  .min(4)
  .max(mostFigures)
  .refine((figures) => figures.length % 2 === 0);

/** A drawn signature as its lines, which scale and print; no picture of it is kept. */
export function signatureField(options: FieldWords): Field<Stroke[]> {
  const expected = "ลงลายมือชื่อด้วยนิ้วในแบบเต็มนะคะ เช่น ชื่อและนามสกุล";
  return {
    ...words(options),
    kind: "signature",
    takesAnyText: false,
    once: true,
    expected,
    schema: z
      .array(stroke)
      .min(1)
      .max(mostStrokes)
      .refine((strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= mostFigures * 3),
    read: () => ({ ok: false, message: expected }),
    show: () => "ลงลายมือชื่อแล้ว",
    write: (strokes) => ({ is: "drawing", strokes }),
  };
}
