import { ApiError } from "#bot/api/api-error.ts";
import { presentPhotos } from "#bot/api/presenters/request.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { openFile, removeOwnFile } from "#bot/services/files/open-file.ts";
import { uploadPhoto } from "#bot/services/files/upload-photo.ts";
import { linkFile, removeFile, uploadFile } from "#models/contracts/files.contract.ts";

/** Long enough to open a browser beside LINE; milliseconds. */
const linkLifeMs = 5 * 60_000;

/** Pictures: sent, opened whole, taken back before a request holds them. */
export function filesRoutes(api: Api): void {
  const { deps } = api;
  const { services, signedLinks } = deps;

  serve(api, uploadFile, async ({ params, bytes }, caller) => {
    const id = await uploadPhoto(services, { uploadId: params.uploadId, ownerId: caller.lineUserId }, bytes);
    const [stored] = presentPhotos(deps, [id]);
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
