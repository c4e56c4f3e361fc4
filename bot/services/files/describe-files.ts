import { FileModel } from "#models/documents/file.document.ts";

/** A stored file as people know it. */
export type FileFacts = { id: string; name: string; type: string; size: number; isPicture: boolean };

/** What is known of stored files, by id; one that is not there (any more), or still on its way, is left out. */
export async function describeFiles(ids: string[]): Promise<Map<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  const found = await FileModel.find({ _id: { $in: ids } }, { name: 1, type: 1, size: 1 }).lean();
  return new Map(
    found.flatMap(({ _id, name, type, size }) => {
      if (!type || !size) return [];
      const isPicture = type.startsWith("image/");
      return [[_id, { id: _id, name: name ?? (isPicture ? "รูป.jpg" : "ไฟล์"), type, size, isPicture }] as const];
    }),
  );
}
