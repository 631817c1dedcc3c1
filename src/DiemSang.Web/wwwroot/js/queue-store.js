// Updates that wait for a line, in the browser's own database: shared by the pages and the service worker.
// An item: { key, person, path, title, since, fields: [[name, text or File]], state, said }.

const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open("diemsang", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("updates", { keyPath: "key" });
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

async function within(mode, work) {
  const transaction = (await opened).transaction("updates", mode);
  const answer = work(transaction.objectStore("updates"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(answer.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const all = async () => (await within("readonly", store => store.getAll())).sort((a, b) => a.since - b.since);
export const find = key => within("readonly", store => store.get(key));
export const put = item => within("readwrite", store => store.put(item));
export const remove = key => within("readwrite", store => store.delete(key));
