/** A database of the demo's own: it shall never touch an office's, also where MONGODB_URI names that. */
export function demoDatabase(uri: string): string {
  const [, hosts = "", options = ""] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  if (!hosts) throw new Error("MONGODB_URI is not a MongoDB connection string.");
  return `${hosts}/ict-demo${options}`;
}
