// Drafts and finished interviews in the browser's own database: they survive a crash, a flat battery and a closed tab.

const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open("diemsang-interviews", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("drafts", { keyPath: "wave" });
    asked.result.createObjectStore("queue", { keyPath: "key" });
    asked.result.createObjectStore("sent", { keyPath: "wave" });
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

async function within(stores, mode, work) {
  const transaction = (await opened).transaction(stores, mode, { durability: "strict" });
  const answer = work(transaction);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(answer?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const draftOf = wave => within(["drafts"], "readonly", t => t.objectStore("drafts").get(wave));
export const keepDraft = draft => within(["drafts"], "readwrite", t => t.objectStore("drafts").put(draft));
export const queueOf = async wave => (await within(["queue"], "readonly", t => t.objectStore("queue").getAll())).filter(item => item.wave === wave);
export const keep = item => within(["queue"], "readwrite", t => t.objectStore("queue").put(item));
export const drop = key => within(["queue"], "readwrite", t => t.objectStore("queue").delete(key));
export const sentOf = async wave => (await within(["sent"], "readonly", t => t.objectStore("sent").get(wave)))?.count ?? 0;

// Finished: out of the drafts and into the queue, in one step.
export const finish = item => within(["drafts", "queue"], "readwrite", t => {
  t.objectStore("queue").put(item);
  return t.objectStore("drafts").delete(item.wave);
});

// Sent: out of the queue and counted, in one step.
export const sent = async item => {
  const count = await sentOf(item.wave) + 1;
  return within(["queue", "sent"], "readwrite", t => {
    t.objectStore("queue").delete(item.key);
    return t.objectStore("sent").put({ wave: item.wave, count });
  });
};
