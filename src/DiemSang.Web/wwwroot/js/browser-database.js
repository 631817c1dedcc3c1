// The browser's own database: what is kept here survives a lost line, a crash, a flat battery and a closed tab.
// "updates" belongs to queue-store.js; "drafts", "interviews" and "sent" to interview-store.js.

const stores = { updates: "key", drafts: ["person", "wave"], interviews: "key", sent: "wave" };

const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open("diemsang", 2);
  asked.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(stores))
      if (!asked.result.objectStoreNames.contains(name)) asked.result.createObjectStore(name, { keyPath });
  };
  asked.onsuccess = () => {
    asked.result.onversionchange = () => asked.result.close();
    resolve(asked.result);
  };
  asked.onerror = () => reject(asked.error);
});

// Does the work in one transaction on the named stores, and answers when the disk has it.
export async function within(names, mode, work) {
  const transaction = (await opened).transaction(names, mode, { durability: "strict" });
  const answer = work(...names.map(name => transaction.objectStore(name)));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(answer?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
