import { ApiError } from "#bot/api/api-error.ts";
import { presentFiles, presentPhotos } from "#bot/api/presenters/request.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { openFile, removeOwnFile } from "#bot/services/files/open-file.ts";
import { uploadDocument as keepDocument } from "#bot/services/files/upload-document.ts";
import { uploadPhoto } from "#bot/services/files/upload-photo.ts";
import { linkFile, removeFile, uploadDocument, uploadFile } from "#models/contracts/files.contract.ts";

/** Long enough to open a browser beside LINE; milliseconds. */
const linkLifeMs = 5 * 60_000;

/** Pictures and documents: sent, opened whole, taken back before a request holds them. */
export function filesRoutes(api: Api): void {
  const { deps } = api;
  const { services, signedLinks } = deps;

  serve(api, uploadFile, async ({ params, bytes }, caller) => {
    const id = await uploadPhoto(services, { uploadId: params.uploadId, ownerId: caller.lineUserId }, bytes);
    const [stored] = presentPhotos(deps, [id]);
    if (!stored) throw new ApiError("internal");
    return stored;
  });

  serve(api, uploadDocument, async ({ params, query, bytes, request }, caller) => {
    const claimed = request.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    const upload = { uploadId: params.uploadId, ownerId: caller.lineUserId, name: query.name, claimed };
    const [stored] = presentFiles(deps, [await keepDocument(services, upload, bytes)]);
    if (!stored) throw new ApiError("internal");
    return stored;
  });

  serve(api, linkFile, async ({ params }, caller) => {
    await openFile(services, params.id, { actor: caller.actor, ownerId: caller.lineUserId });
    const until = new Date(services.clock.now().getTime() + linkLifeMs);
    return { url: `/pictures/${signedLinks.makeFileLink(params.id, until)}` };
  });

  serve(api, removeFile, async ({ params }, caller) => {
    await removeOwnFile(params.id, caller.lineUserId);
    return {};
  });
}
