/** The whole history as one file, and back. */

import { base64 } from "../out/report";
import type { Session, Source } from "../session/session";
import type { Entry } from "./store";

/** Names the file's shape, so that another file is not taken for one. */
const shape = "matn-history-1";

export function exported(entries: readonly Entry[]): string {
  const plain = entries.map((entry) => ({
    ...entry,
    session: { ...entry.session, sources: entry.session.sources.map(written) },
  }));
  return JSON.stringify({ shape, entries: plain });
}

const written = ({ bytes, ...source }: Source) => (bytes ? { ...source, base64: base64(bytes) } : source);

/** The entries of an exported file. Throws where the file is none. */
export function imported(text: string): Entry[] {
  const file = JSON.parse(text);
  if (file?.shape !== shape || !Array.isArray(file.entries)) throw new TypeError("not a history of matn");
  return file.entries
    .filter(isEntry)
    .map((entry: Entry) => ({ ...entry, session: { ...entry.session, sources: entry.session.sources.map(read) } }));
}

function read({ base64: encoded, ...source }: Source & { base64?: string }): Source {
  if (encoded === undefined) return source;
  const binary = atob(encoded);
  return { ...source, bytes: Uint8Array.from({ length: binary.length }, (_, at) => binary.charCodeAt(at)) };
}

function isEntry(entry: Partial<Entry> | null): boolean {
  return (
    typeof entry?.id === "string" &&
    typeof entry.time === "number" &&
    typeof entry.text === "string" &&
    isSession(entry.session)
  );
}

function isSession(session: Partial<Session> | undefined): boolean {
  return (
    Array.isArray(session?.sources) &&
    Array.isArray(session.readings) &&
    Array.isArray(session.keep) &&
    Array.isArray(session.decisions)
  );
}
