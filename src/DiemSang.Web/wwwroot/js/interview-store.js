// Drafts and finished interviews of this device, by wave.
// A draft, one for each person: { person, wave, key, point, code, startedAt, page, answers }. A finished one, besides: { finishedAt, state, said }.

import { within } from "./browser-database.js";

export const draftOf = (person, wave) => within(["drafts"], "readonly", drafts => drafts.get([person, wave]));
export const keepDraft = draft => within(["drafts"], "readwrite", drafts => drafts.put(draft));
export const queueOf = async wave => (await within(["interviews"], "readonly", queue => queue.getAll())).filter(item => item.wave === wave);
export const keep = item => within(["interviews"], "readwrite", queue => queue.put(item));
export const drop = key => within(["interviews"], "readwrite", queue => queue.delete(key));
export const sentOf = async wave => (await within(["sent"], "readonly", sent => sent.get(wave)))?.count ?? 0;

// Finished: out of the drafts and into the queue, in one step.
export const finish = item => within(["drafts", "interviews"], "readwrite", (drafts, queue) => {
  queue.put(item);
  return drafts.delete([item.person, item.wave]);
});

// Refused and opened again: out of the queue and into the drafts, in one step.
export const reopen = draft => within(["drafts", "interviews"], "readwrite", (drafts, queue) => {
  queue.delete(draft.key);
  return drafts.put(draft);
});

// Sent: out of the queue and counted, in one step.
export const sent = async item => {
  const count = await sentOf(item.wave) + 1;
  return within(["interviews", "sent"], "readwrite", (queue, sent) => {
    queue.delete(item.key);
    return sent.put({ wave: item.wave, count });
  });
};
