// What the pages of all hosts share: how they ask their back end, and their own words. The widgets bring theirs.

/** Where the client book is served. */
export const book = "/book/";

/** The advisor's first clients: their number, their name, and the reference that the book knows them by. */
export async function readClients(count = 3) {
  const answer = await fetch("/crm/clients");
  if (!answer.ok) throw new Error(`the CRM answered ${answer.status}`);
  const clients = await answer.json();
  return clients.slice(0, count).map((client, i) => ({...client, name: names[i % names.length]}));
}

/**
 * What widgets call to open a client of a sealed book, once however many show that client. The back end sees by the
 * session who asks. The credential goes from here to the widget: into no attribute, no storage, no address, no log.
 */
export async function getCredential(ref, {signal}) {
  const answer = await fetch("/crm/credential", {method: "POST", body: ref, signal});
  if (!answer.ok) throw new Error(`the CRM answered ${answer.status}`);
  return answer.text();
}

const names = ["Camille Rousseau", "Youssef Benali", "Anne-Lise Morel"];

export const texts = {
  fr: {
    title: "Clients",
    number: (number) => `Client n°\u00a0${number}`,
    loading: "Lecture du score…",
    shown: "Score affiché",
    failed: "Le score n’a pas pu être affiché",
    looked: (count) =>
      count === 0 ? "Aucun motif examiné" : count === 1 ? "1 motif examiné" : `${count} motifs examinés`
  },
  en: {
    title: "Clients",
    number: (number) => `Client no. ${number}`,
    loading: "Reading the score…",
    shown: "Score shown",
    failed: "The score could not be shown",
    looked: (count) =>
      count === 0 ? "No reason looked at" : count === 1 ? "1 reason looked at" : `${count} reasons looked at`
  }
};
