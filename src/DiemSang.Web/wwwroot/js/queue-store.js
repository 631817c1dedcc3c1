// Updates that wait for a line: shared by the pages and the service worker.
// An item: { key, person, path, title, since, fields: [[name, text or File]], state, said }.

import { within } from "./browser-database.js";

export const all = async () => (await within(["updates"], "readonly", store => store.getAll())).sort((a, b) => a.since - b.since);
export const find = key => within(["updates"], "readonly", store => store.get(key));
export const put = item => within(["updates"], "readwrite", store => store.put(item));
export const remove = key => within(["updates"], "readwrite", store => store.delete(key));
